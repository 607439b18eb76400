/**
 * The record in words: one line an event, in both languages, nothing left out that a person did.
 */
import { describe, expect, it } from 'vitest'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { lineOf, type Line, type Names } from '#shared/domain/timeline/timeline.ts'
import { MINUTE, HOUR, amount, choice, plan, step } from '../../kit/plan.ts'
import { incidentAt } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const PLANS: readonly Plan[] = [
  plan('p', [step('a')], {
    facts: [
      choice('size', ['small', 'large']),
      choice('hurt', ['staff', 'customer'], { several: true }),
      amount('hours'),
    ],
  }),
  plan('q', [step('b')], {
    facts: [
      {
        ...choice('size', ['large']),
        options: [{ value: 'large', label: localized('很大', 'very large') }],
      },
    ],
  }),
]
const NAMES: Names = {
  title: (id) => localized(`步骤${id}`, `Step ${id}`),
  marked: (says) => says,
  plan: (revision) => PLANS.find((candidate) => candidate.revision === revision) ?? null,
  role: (id) => localized(`岗位${id}`, `Post ${id}`),
  type: (code) => localized(`类型${code}`, `Type ${code}`),
  instant: (at) => new Date(at).toISOString().slice(0, 19).replace('T', ' '),
}
const line = (event: IncidentEvent): Line | null => lineOf(event, NAMES, PLANS)
const sealed = { sealed: 's' }

const report: IncidentEvent = {
  type: 'IncidentReported',
  place: '三楼',
  narrative: sealed,
  incidentType: null,
  category: null,
  legalCategory: null,
  channel: null,
  reporter: null,
  occurredAt: null,
  drill: false,
}
const activated: IncidentEvent = {
  type: 'PlanActivated',
  planId: 'p',
  revision: 'p-r1',
  level: null,
  commander: null,
  provisional: false,
  supersedes: null,
  stepIds: ['a'],
}
const finished: IncidentEvent = {
  type: 'StepFinished',
  stepId: 'a',
  outcome: 'done',
  reason: null,
  onBehalfOf: null,
  outOfOrder: false,
}
const raised: IncidentEvent = {
  type: 'AlertRaised',
  alert: {
    id: 'i1.1',
    kind: 'not-recorded',
    stepId: 'a',
    priority: 3,
    cause: localized('尚未记录', 'Not recorded'),
    action: localized('核实', 'Check'),
    owner: 'desk',
    dueAt: 0,
    ladder: [],
  },
}
const escalated = (people: string[], skipped: string[]): IncidentEvent => ({
  type: 'AlertClimbed',
  alertId: 'i1.1',
  told: { role: 'head', people, skipped },
  say: null,
})
const answered = (
  key: string,
  value: string | number | string[],
  planId: string | null = null,
): IncidentEvent => ({
  type: 'FactAnswered',
  key,
  planId,
  value,
  question: localized(`${key}？`, `${key}?`),
})

const SAID: [string, IncidentEvent, string, string][] = [
  ['a report', report, '接报：三楼', 'Reported: 三楼'],
  ['a report of a drill', { ...report, drill: true }, '演练接报：三楼', 'Drill reported: 三楼'],
  ['an activation', activated, '启动《预案p》', 'Activated: Plan p'],
  [
    'a move taken back',
    {
      ...{ type: 'IncidentMovedBack', from: 'contained', to: 'responding', reason: '没控制住' },
      ...{ reopened: [], forgets: true },
    },
    '撤回“已控制”，恢复为响应中，原因：没控制住',
    'Moved back from "Contained": the incident is responding again, because: 没控制住',
  ],
  [
    'a plan that was stopped',
    { type: 'PlanStopped', planId: 'p', ends: [], last: true, reason: '启动错了' },
    '停用《预案p》，原因：启动错了',
    'Plan stopped: Plan p, because: 启动错了',
  ],
  [
    'what was undone',
    { type: 'CommandUndone', undone: '1', steps: {}, parts: {} },
    '撤回刚才的记录',
    'Undone: what was recorded just before',
  ],
  [
    'a step told later',
    { ...finished, doneAt: 60_000 },
    '已完成：步骤a（1970-01-01 00:01:00完成，补记）',
    'Done: Step a (done at 1970-01-01 00:01:00, told later)',
  ],
  [
    'what was reported and put right',
    {
      type: 'ReportAmended',
      now: { place: '天台', incidentType: 'fire', channel: '110', occurredAt: 60_000 },
      before: { place: '要跳楼', incidentType: null, channel: '电话', occurredAt: null },
      reason: '听错了',
    },
    '更正接报：地点由“要跳楼”改为“天台”；类型由“未登记”改为“类型fire”；发生时间由“未登记”改为“1970-01-01 00:01:00”；接报渠道由“电话”改为“110”，原因：听错了',
    'Report amended: place from "要跳楼" to "天台"; type from "not recorded" to "Type fire"; time of occurrence from "not recorded" to "1970-01-01 00:01:00"; channel from "电话" to "110", because: 听错了',
  ],
  [
    'a provisional activation',
    { ...activated, provisional: true },
    '先行启动《预案p》',
    'Provisionally activated: Plan p',
  ],
  [
    'an activation of a plan that is not at hand',
    { ...activated, revision: 'gone' },
    '启动《p》',
    'Activated: p',
  ],
  ['an answer', answered('size', 'large'), 'size？——large', 'size? large'],
  [
    'an answer in the words of the plan it was given for',
    answered('size', 'large', 'q'),
    'size？——很大',
    'size? very large',
  ],
  [
    'what is assumed while nobody answers, in the words of its plan',
    {
      type: 'AnswerAssumed',
      key: 'size',
      planId: 'q',
      value: ['large', 'odd'],
      question: localized('size？', 'size?'),
    },
    '没人回答“size？”：先按“很大、odd”列出保命步骤',
    'Nobody has answered "size?": life-safety steps open as if the answer were "very large, odd"',
  ],
  ['a number', answered('hours', 24.5), 'hours？——24.5', 'hours? 24.5'],
  [
    'several answers',
    answered('hurt', ['staff', 'customer']),
    'hurt？——staff、customer',
    'hurt? staff, customer',
  ],
  ['none of several', answered('hurt', []), 'hurt？——无', 'hurt? none'],
  [
    'an acceptance',
    { type: 'StepAccepted', stepId: 'a', onBehalfOf: null },
    '签收：步骤a',
    'Accepted: Step a',
  ],
  [
    'an acceptance with its reason',
    { type: 'StepAccepted', stepId: 'a', onBehalfOf: null, reason: '等电工' },
    '签收：步骤a，原因：等电工',
    'Accepted: Step a, because: 等电工',
  ],
  [
    'a step that the station marked',
    {
      ...finished,
      outcome: 'not-applicable',
      automatic: localized('结案时未做', 'not done when the incident was closed'),
    },
    '步骤a：结案时未做，自动记为不适用',
    'Step a: not done when the incident was closed, recorded automatically as not applicable',
  ],
  ['a step done', finished, '已完成：步骤a', 'Done: Step a'],
  [
    'a step already done',
    { ...finished, outcome: 'already-done' },
    '此前已完成：步骤a',
    'Already done: Step a',
  ],
  [
    'a step not applicable',
    { ...finished, outcome: 'not-applicable' },
    '不适用：步骤a',
    'Not applicable: Step a',
  ],
  [
    'a step skipped with its reason',
    { ...finished, outcome: 'skipped', reason: '门锁着' },
    '跳过：步骤a，原因：门锁着',
    'Skipped: Step a, because: 门锁着',
  ],
  [
    'a step done on behalf of somebody',
    { ...finished, onBehalfOf: { person: '王芳', channel: '电话', words: sealed } },
    '已完成：步骤a（王芳，电话）',
    'Done: Step a (王芳, 电话)',
  ],
  [
    'a step done by somebody, and nobody says how that was heard',
    { ...finished, onBehalfOf: { person: '消防站', channel: null, words: null } },
    '已完成：步骤a（消防站）',
    'Done: Step a (消防站)',
  ],
  [
    'a step that somebody else has in hand',
    {
      type: 'StepAccepted',
      stepId: 'a',
      onBehalfOf: { person: '李强', channel: null, words: null },
    },
    '签收：步骤a（李强）',
    'Accepted: Step a (李强)',
  ],
  [
    'lateness noticed at once',
    { type: 'StepLate', stepId: 'a', dueAt: 0, lateByMs: 1999 },
    '超时：步骤a',
    'Late: Step a',
  ],
  [
    'lateness noticed after seconds',
    { type: 'StepLate', stepId: 'a', dueAt: 0, lateByMs: 2000 },
    '超时：步骤a（发现时已晚2秒）',
    'Late: Step a (late by 2 s when noticed)',
  ],
  [
    'lateness noticed after half an hour',
    { type: 'StepLate', stepId: 'a', dueAt: 0, lateByMs: 30 * MINUTE },
    '超时：步骤a（发现时已晚30分）',
    'Late: Step a (late by 30 min when noticed)',
  ],
  [
    'lateness noticed after hours',
    { type: 'StepLate', stepId: 'a', dueAt: 0, lateByMs: 2 * HOUR },
    '超时：步骤a（发现时已晚120分）',
    'Late: Step a (late by 120 min when noticed)',
  ],
  [
    'a reason',
    { type: 'StepExplained', stepId: 'a', reason: '堵车' },
    '说明“步骤a”：堵车',
    'Reason for "Step a": 堵车',
  ],
  [
    'a correction',
    { type: 'StepCorrected', stepId: 'a', reason: '记错' },
    '更正，重新打开：步骤a，原因：记错',
    'Corrected, open again: Step a, because: 记错',
  ],
  ['an alert over a step that is not recorded', raised, '尚未记录', 'Not recorded'],
  ['an alert that is told to a post', escalated([], []), '已向岗位head告警', 'Alert to Post head'],
  [
    'an alert that is told to people',
    escalated(['王芳', '李强'], []),
    '已向岗位head告警：王芳、李强',
    'Alert to Post head: 王芳, 李强',
  ],
  [
    'a post that nobody holds',
    escalated([], ['head']),
    '岗位head无人在岗，转报下一级',
    'Nobody on duty as Post head: passed on',
  ],
  [
    'an acknowledgement',
    { type: 'AlertAcknowledged', alertId: 'i1.1' },
    '确认告警',
    'Alert acknowledged',
  ],
  ['a silence', { type: 'AlertSilenced', alertId: 'i1.1', until: 0 }, '告警静音', 'Alert silenced'],
  [
    'a move',
    { type: 'IncidentMoved', from: 'responding', to: 'contained', reason: null },
    '响应中转为已控制',
    'Responding to Contained',
  ],
  [
    'a move with its reason',
    { type: 'IncidentMoved', from: 'reported', to: 'falseReport', reason: '误触' },
    '已接报转为误报，原因：误触',
    'Reported to False report, because: 误触',
  ],
  ['a note', { type: 'NoteAdded', words: sealed }, '记事', 'Note'],
]

describe('a line for', () => {
  it.each(SAID)('%s', (_, event, zh, en) => {
    expect(line(event)?.says).toEqual({ zh, en })
  })
})

describe('no line of its own for what another line says', () => {
  it.each<IncidentEvent>([
    { type: 'StepsChanged', changes: [] },
    { type: 'TimePassed', threshold: 't' },
    { type: 'AlertCleared', alertId: 'i1.1', why: 'finished' },
    { ...raised, alert: { ...raised.alert, kind: 'late' } },
  ])('$type', (event) => {
    expect(line(event)).toBeNull()
  })
})

describe('words of people stay sealed', () => {
  it.each<[string, IncidentEvent]>([
    ['a report', report],
    ['a note', { type: 'NoteAdded', words: sealed }],
    ['a step', { ...finished, onBehalfOf: { person: '王芳', channel: '电话', words: sealed } }],
    [
      'an acceptance',
      {
        type: 'StepAccepted',
        stepId: 'a',
        onBehalfOf: { person: '王芳', channel: '电话', words: sealed },
      },
    ],
  ])('of %s', (_, event) => {
    expect(line(event)?.words).toEqual(sealed)
  })
})

it('a line over a step names it, so that a screen can lead there', () => {
  expect(
    [finished, raised, { type: 'StepLate', stepId: 'a', dueAt: 0, lateByMs: 0 } as const].map(
      (event) => line(event)?.stepId,
    ),
  ).toEqual(['a', 'a', 'a'])
  expect(line(report)?.stepId).toBeNull()
})

it('every act of a person in a whole incident has its line', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan('p', [step('a', { due: { within: MINUTE, from: 'reported' } }), step('b')], {
      facts: [choice('size', ['small', 'large'])],
    }),
  )
  scenario.answer('size', 'small')
  scenario.accept('a')
  scenario.pass('2 min')
  scenario.silence('i1.1', 60)
  scenario.acknowledge('i1.1')
  scenario.finish('a')
  scenario.explain('a')
  scenario.correct('a')
  scenario.finish('a', 'already-done')
  scenario.send({ type: 'AddNote', words: sealed })
  scenario.move('closed')
  const silent = scenario.recorded
    .filter((event) => event.by !== 'Vigil' && line(event) === null)
    .map(({ type }) => type)
  expect(silent).toEqual([])
  expect(scenario.events.filter((event) => line(event) !== null).length).toBeGreaterThan(14)
})
