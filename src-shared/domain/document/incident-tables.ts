/**
 * The tables of an incident's record: what is done by when, asked, alerted, judged and kept. They
 * repeat the record and count nothing.
 */
import type { BoardIncident, BoardStep } from '../board/types.ts'
import { localDate, localTime } from '../calendar.ts'
import type { AlertRecord } from '../history/alerts.ts'
import { alertReason, CALL_OUTCOME_NAMES, STEP_STATE_NAMES } from '../incident/record/names.ts'
import {
  EVIDENCE_KIND_NAMES,
  MEETING_EFFECT_NAMES,
  OPERATING_NAMES,
  PEOPLE,
  PEOPLE_NAMES,
  SEVERITY_NAMES,
  WARNING_NAMES,
} from '../incident/record/scales.ts'
import { basisOf, withProposal } from '../plan/proposal.ts'
import { TASKS } from '../incident/record/tasks.ts'
import { STATION } from '../station/names.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Cell, Column, ColumnKind, Table, Value } from './document.ts'
import type { TextOf } from './redact.ts'

export const column = (id: string, zh: string, en: string, kind: ColumnKind = 'text'): Column => ({
  id,
  title: localized(zh, en),
  kind,
})
export const cells = (...values: readonly Value[]): readonly Cell[] =>
  values.map((value) => ({ value }))
/** Who is named as the author: the station by what it is called in each language. */
export const author = (by: string | null): LocalizedText | string | null =>
  by === STATION ? localized('系统', 'Vigil') : by
const both = (words: string): LocalizedText => localized(words, words)
export const joined = (parts: readonly LocalizedText[]): LocalizedText =>
  localized(parts.map(({ zh }) => zh).join('、'), parts.map(({ en }) => en).join(', '))

/**
 * By how much a late limit was missed (ms): until it was done, else until the incident was over,
 * else until `at`.
 */
function lateBy(
  { late, dueAt, doneAt }: BoardStep,
  closedAt: number | null,
  at: number,
): number | null {
  return late && dueAt !== null ? Math.max(0, (doneAt ?? closedAt ?? at) - dueAt) : null
}

/**
 * What somebody said of the step, when it was told if that was later than it was done, and how
 * often it was done if it repeats.
 */
function reasonOf(step: BoardStep, text: TextOf, zone: string): LocalizedText | null {
  const parts = [
    ...(step.automatic ? [step.automatic] : step.reason ? [both(step.reason)] : []),
    ...(step.explained ? [both(step.explained)] : []),
    ...(step.toldAt !== null ? [toldLater(step.toldAt, zone)] : []),
    ...(step.unregistered ? [localized('证据未登记', 'evidence not registered')] : []),
    ...(step.needsReason ? [localized('未说明原因', 'no reason given')] : []),
    ...(step.repeat
      ? [
          localized(
            `共做${step.times}次，其中超时${step.timesLate}次`,
            `done ${step.times === 1 ? 'once' : `${step.times} times`}, ${step.timesLate} late`,
          ),
        ]
      : []),
  ]
  return parts.length > 0
    ? text(localized(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; ')))
    : null
}

/**
 * The steps of a plan that its table lists, in its order: those that were not called for are left
 * out.
 */
export const calledFor = (
  { steps }: Pick<BoardIncident, 'steps'>,
  planId: string,
): readonly BoardStep[] => steps.filter((step) => step.planId === planId && step.state !== 'hidden')

/** Who did the step, and who recorded it if that was somebody else; null while it is open. */
function doerOf(
  { doneAt, doneBy, onBehalfOf }: BoardStep,
  text: TextOf,
): LocalizedText | string | null {
  const [recorder, doer] = [author(doneBy), onBehalfOf?.person ?? null]
  if (doneAt === null || doer === null || doer === doneBy || recorder === null) return recorder
  const [name, by] = [text(both(doer)), typeof recorder === 'string' ? both(recorder) : recorder]
  return localized(`${name.zh}（${by.zh}记录）`, `${name.en} (recorded by ${by.en})`)
}

/** The plans, and the ad-hoc tasks as one more where there are any. */
const listedPlans = ({
  plans,
  steps,
}: BoardIncident): readonly Pick<BoardIncident['plans'][number], 'planId' | 'title'>[] =>
  steps.some(({ task }) => task)
    ? [...plans, { planId: TASKS, title: localized('临时任务', 'Ad-hoc tasks') }]
    : plans

/** Of a task what was ordered stands only with personal values. */
const titleOfTask = (step: BoardStep, personal: boolean): LocalizedText =>
  step.task && !personal ? step.short : step.title

/** `11-24 15:40`, as the other instants of a table stand. */
function toldLater(at: number, zone: string): LocalizedText {
  const instant = `${localDate(at, zone).slice(5)} ${localTime(at, zone).slice(0, 5)}`
  return localized(`${instant}补记`, `told later, ${instant}`)
}

/** One table a plan. `at`: when it is read, UTC ms; `personal`: with what was ordered of a task. */
export const stepTables = (
  incident: BoardIncident,
  { at, zone, personal }: { at: number; zone: string; personal: boolean },
  text: TextOf,
): readonly Table[] =>
  listedPlans(incident).map(({ planId, title }) => ({
    id: `steps-${planId}`,
    title,
    columns: [
      column('step', '步骤', 'Step'),
      column('basis', '依据', 'Basis'),
      column('post', '岗位', 'Post'),
      column('state', '结果', 'Outcome'),
      column('due', '时限', 'Due', 'instant'),
      column('done', '完成', 'Done', 'instant'),
      column('doer', '办理人', 'Handled by'),
      column('late', '超时时长', 'Late by', 'duration'),
      column('reason', '说明', 'Reason'),
    ],
    rows: calledFor(incident, planId).map((step) =>
      cells(
        titleOfTask(step, personal),
        step.task ? null : basisOf(step),
        step.role,
        STEP_STATE_NAMES[step.state],
        step.dueAt,
        step.doneAt,
        doerOf(step, text),
        lateBy(step, incident.closedAt, at),
        reasonOf(step, text, zone),
      ),
    ),
    empty: localized('没有适用的步骤', 'No steps applied'),
  }))

export const factTable = ({ facts }: BoardIncident, text: TextOf): Table => ({
  id: 'facts',
  title: localized('现场情况', 'Questions and answers'),
  columns: [
    column('question', '问题', 'Question'),
    column('answer', '回答', 'Answer'),
    column('by', '回答人', 'By'),
    column('at', '时间', 'At', 'instant'),
  ],
  rows: facts
    .filter(({ value }) => value !== null)
    .map(({ question, options, unit, value, answeredBy, answeredAt }) => {
      const input = (Array.isArray(value) ? value : [value]) as readonly (string | number)[]
      const labels = input.map(
        (item) =>
          options.find((option) => option.value === item)?.label ??
          (unit ? localized(`${item}${unit.zh}`, `${item} ${unit.en}`) : both(String(item))),
      )
      return cells(
        question,
        text(labels.length > 0 ? joined(labels) : localized('都没有', 'none')),
        author(answeredBy),
        answeredAt,
      )
    }),
  empty: localized('没有提问', 'No questions were asked'),
})

/** What is late or not recorded is one step; what is asked for together has no one source. */
const causeOf = (
  { kind, cause, stepId }: AlertRecord,
  { steps }: Pick<BoardIncident, 'steps'>,
): LocalizedText =>
  kind === 'late' || kind === 'not-recorded'
    ? withProposal(
        cause,
        steps.find(({ id }) => id === stepId),
      )
    : cause

export const alertTable = (
  alerts: readonly AlertRecord[],
  incident: Pick<BoardIncident, 'steps'>,
  text: TextOf,
): Table => ({
  id: 'alerts',
  title: localized('告警', 'Alerts'),
  columns: [
    column('cause', '原因', 'Cause'),
    column('priority', '优先级', 'Priority'),
    column('raised', '发出', 'Raised', 'instant'),
    column('acknowledged', '确认', 'Acknowledged', 'instant'),
    column('by', '确认人', 'By'),
    column('waited', '确认用时', 'Waited', 'duration'),
    column('cleared', '解除', 'Cleared', 'instant'),
  ],
  rows: alerts.map((alert) => {
    const { raisedAt, acknowledgedAt, acknowledgedBy, clearedAt } = alert
    return cells(
      text(causeOf(alert, incident)),
      alertReason(alert),
      raisedAt,
      acknowledgedAt,
      acknowledgedBy,
      acknowledgedAt === null ? null : acknowledgedAt - raisedAt,
      clearedAt,
    )
  }),
  empty: localized('没有告警', 'No alerts were raised'),
})

const AT_LEAST_ONE = '≥1'

/** What people judged; a part that nobody said is not there. */
export function judgedTable({
  severity,
  warning,
  casualties,
  atLeastOne,
  loss,
  impact,
}: BoardIncident): Table {
  const all: readonly (readonly [Column, Value])[] = [
    [column('severity', '事件等级', 'Severity'), severity && SEVERITY_NAMES[severity]],
    [column('warning', '预警', 'Warning'), warning && WARNING_NAMES[warning]],
    ...PEOPLE.map(
      (kind) =>
        [
          { id: kind, title: PEOPLE_NAMES[kind], kind: 'count' as const },
          // a word and no number: it is in no sum
          atLeastOne.includes(kind) ? AT_LEAST_ONE : (casualties?.[kind] ?? null),
        ] as const,
    ),
    [column('loss', '直接经济损失', 'Direct economic loss', 'yuan'), loss],
    [column('staff', '受影响员工', 'Staff affected', 'count'), impact?.staff ?? null],
    [column('customers', '受影响顾客', 'Customers affected', 'count'), impact?.customers ?? null],
    [
      column('interrupted', '服务中断', 'Service down', 'duration'),
      impact?.serviceInterruptedMs ?? null,
    ],
    [
      column('operating', '营业状态', 'Open for business'),
      impact?.operating ? OPERATING_NAMES[impact.operating] : null,
    ],
    [
      column('meeting', '会议', 'Meeting'),
      impact?.meeting ? MEETING_EFFECT_NAMES[impact.meeting] : null,
    ],
  ]
  const input = all.filter(([, value]) => value !== null)
  return {
    id: 'judged',
    title: localized('等级、伤亡和损失', 'Severity, casualties and loss'),
    columns: input.map(([item]) => item),
    rows: input.length > 0 ? [cells(...input.map(([, value]) => value))] : [],
    empty: localized('没有判定或统计', 'Nothing was assessed or counted'),
  }
}

/** What a step is called that something else was recorded for. */
export function titleFor(
  steps: readonly BoardStep[],
  stepId: string | null,
  personal: boolean,
): LocalizedText | null {
  const step = steps.find(({ id }) => id === stepId)
  return step ? withProposal(titleOfTask(step, personal), step) : null
}

/** Numbers of the attached files that show a piece of evidence, as the table of these has them. */
const shownBy = ({ files = [] }: BoardIncident, evidenceId: string): string | null =>
  files
    .filter((file) => file.evidenceId === evidenceId && !file.withdrawn)
    .map(({ id }) => id)
    .join('、') || null

/** `personal`: with the names of keepers. */
export const evidenceTable = (incident: BoardIncident, text: TextOf, personal: boolean): Table => ({
  id: 'evidence',
  title: localized('证据', 'Evidence'),
  columns: [
    column('id', '序号', 'No.'),
    column('what', '内容', 'What'),
    column('kind', '种类', 'Kind'),
    column('place', '存放', 'Kept at'),
    column('files', '附件序号', 'Files no.'),
    column('step', '步骤', 'Step'),
    column('at', '记录', 'Recorded', 'instant'),
    column('by', '记录人', 'By'),
    ...(personal ? [column('keeper', '保管人', 'Keeper')] : []),
    column('until', '保存到', 'Keep until', 'instant'),
    column('gone', '保存期满', 'Retention over since', 'instant'),
  ],
  rows: incident.evidence.map(
    ({ id, what, kind, place, stepId, recordedAt, recordedBy, keeper, keepUntil, mayGoAt }) =>
      cells(
        id,
        text(both(what)),
        EVIDENCE_KIND_NAMES[kind],
        text(both(place)),
        shownBy(incident, id),
        titleFor(incident.steps, stepId, personal),
        recordedAt,
        recordedBy,
        ...(personal ? [keeper] : []),
        keepUntil,
        mayGoAt,
      ),
  ),
  empty: localized('没有留存证据', 'No evidence was recorded'),
})

/**
 * Every word on a call: to whom, when, and what came of it; numbers, names and what was heard only
 * with `personal`.
 */
export const callTable = ({ calls, steps }: BoardIncident, personal: boolean): Table => ({
  id: 'calls',
  title: localized('通话', 'Calls'),
  columns: [
    column('at', '时间', 'At', 'instant'),
    column('about', '为了', 'For'),
    ...(personal
      ? [column('who', '对方', 'To'), column('number', '号码', 'Number')]
      : [column('post', '岗位', 'Post')]),
    column('outcome', '结果', 'Outcome'),
    ...(personal ? [column('words', '说了什么', 'What was said')] : []),
    column('by', '记录人', 'By'),
  ],
  rows: calls.map(({ stepId, role, who, number, outcome, words, at, by }) =>
    cells(
      at,
      titleFor(steps, stepId, personal),
      ...(personal ? [who ?? role, number] : [role]),
      CALL_OUTCOME_NAMES[outcome],
      ...(personal ? [words] : []),
      author(by),
    ),
  ),
  empty: localized('没有通话记录', 'No calls are recorded'),
})
