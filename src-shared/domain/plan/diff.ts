/**
 * Lists what changed between two texts of a plan, one line a change, in words for anyone who
 * approves it. Pure; it knows no revisions.
 */
import { AFTERCARE_NAMES } from './aftercare-kinds.ts'
import { clausesOnPaper } from './clause.ts'
import { localized, type LocalizedText } from '../text.ts'
import { REPORT_NAMES } from './report-kinds.ts'
import { STEP_MARKS, type Question, type Plan, type Step, type StepMark } from './plan.ts'
import {
  describeAsk,
  describeCondition,
  describeDue,
  describeFrom,
  describeInDoubt,
  SET_NAMES,
  describeRepeat,
  describeRole,
  describeEscalation,
} from './describe.ts'

export type Change = {
  kind: 'added' | 'removed' | 'changed'
  path: string
  what: LocalizedText
  before: LocalizedText | null
  after: LocalizedText | null
}

/**
 * `raw` is what is compared: a step does not change because a question that it names is asked
 * otherwise.
 */
export type Line = { path: string; what: LocalizedText; value: LocalizedText | null; raw: string }

/**
 * The same value gives the same text, however its keys are ordered: a plan from the record has them
 * in another order than one from a file.
 */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  return `{${Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([item], [other]) => (item < other ? -1 : 1))
    .map(([key, item]) => `${key}:${inOrder(item)}`)
    .join()}}`
}

/** The words of a list, a yes, a value; null where nothing is there to be told. */
export const list = (texts: readonly LocalizedText[]): LocalizedText | null =>
  texts.length === 0
    ? null
    : localized(texts.map((text) => text.zh).join('；'), texts.map((text) => text.en).join('; '))
export const plain = (values: readonly string[]): LocalizedText | null =>
  values.length === 0 ? null : localized(values.join('、'), values.join(', '))
export const yes = (value: boolean | undefined): LocalizedText | null =>
  value ? localized('是', 'yes') : null
export const word = (value: string | number | null | undefined): LocalizedText | null =>
  value === null || value === undefined ? null : localized(String(value), String(value))

export const titled = (of: LocalizedText, part: LocalizedText): LocalizedText =>
  localized(`“${of.zh}”的${part.zh}`, `${part.en} of “${of.en}”`)

/** `raw`: what is compared, where the words alone do not tell. */
export const line = (
  path: string,
  zh: string,
  en: string,
  value: LocalizedText | null,
  raw: unknown = value,
): Line => ({ path, what: localized(zh, en), value, raw: inOrder(raw) })

function ofPlan(plan: Plan): readonly Line[] {
  const activation = plan.activation
  return [
    line('title', '名称', 'Title', plan.title),
    line('short', '大屏短名', 'Short name', plan.short),
    line('types', '事件类型', 'Types', plain(plan.types)),
    line('triggers', '来电关键词', 'Trigger words', plain(plan.triggers)),
    line('commander', '指挥', 'Commander', describeRole(plan.commander, plan), plan.commander),
    line('level', '默认级别', 'Usual level', word(plan.defaultLevel)),
    line('extends', '基础预案', 'Base plan', word(plan.extends)),
    line('replaces', '代替的步骤', 'Steps it replaces', plain(plan.replaces ?? [])),
    line(
      'activation',
      '先行启动与确认',
      'Provisional activation',
      activation
        ? localized(
            `${describeRole(activation.by, plan).zh}先行，${describeRole(activation.confirmedBy, plan).zh}确认`,
            `by ${describeRole(activation.by, plan).en}, confirmed by ${describeRole(activation.confirmedBy, plan).en}`,
          )
        : null,
      activation,
    ),
    line(
      'start',
      '自动建议或启动',
      'Start rules',
      list(
        (plan.start ?? []).map(({ when, then, why, handsOver }) => {
          const text = describeCondition(when, plan)
          return localized(
            `${text.zh}：${then === 'propose' ? '建议' : '启动'}${handsOver ? '并接手' : ''}（${why.zh}）`,
            `${text.en}: ${then}${handsOver ? ' and take over' : ''} (${why.en})`,
          )
        }),
      ),
      plan.start ?? [],
    ),
    line(
      'completeness',
      '完整性',
      'Completeness',
      plan.completeness === 'complete'
        ? localized('完整', 'complete')
        : localized('未补全', 'incomplete'),
    ),
    line('openPoints', '待确认事项', 'Open points', list(plan.openPoints)),
  ]
}

function ofFact(fact: Question, plan: Plan): readonly Line[] {
  const line = (
    path: string,
    zh: string,
    en: string,
    value: LocalizedText | null,
    raw: unknown = value,
  ): Line => ({
    path: `facts.${fact.key}.${path}`,
    what: titled(fact.question, localized(zh, en)),
    value,
    raw: inOrder(raw),
  })
  return [
    line('question', '问句', 'wording', fact.question),
    line('short', '大屏短名', 'short name', fact.short ?? null, fact.short),
    line('kind', '种类', 'kind', word(fact.kind)),
    line(
      'options',
      '选项',
      'options',
      list(fact.options.map((option) => option.label)),
      fact.options,
    ),
    line('several', '可多选', 'several answers', yes(fact.several)),
    line('unit', '单位', 'unit', fact.unit),
    line('decidedBy', '回答人', 'who answers', describeRole(fact.decidedBy, plan), fact.decidedBy),
    line('criterion', '判断标准', 'criterion', fact.criterion),
    line(
      'ask',
      '何时问',
      'when it is asked',
      fact.ask ? describeAsk(fact.ask, plan) : null,
      fact.ask,
    ),
    line(
      'inDoubt',
      '没人回答时',
      'while nobody answers',
      fact.inDoubt ? describeInDoubt(fact.inDoubt, fact) : null,
      fact.inDoubt,
    ),
    line(
      'from',
      '接报即知',
      'what the report answers',
      fact.from ? describeFrom(fact.from, fact) : null,
      fact.from,
    ),
    line('sets', '写入事件', 'what it sets', fact.sets ? SET_NAMES[fact.sets] : null, fact.sets),
    line('clause', '条款', 'clause', clausesOnPaper([fact.clause], plan.clauses), fact.clause),
    line('proposed', '建议', 'proposal', yes(fact.proposed)),
  ]
}

function ofStep(step: Step, plan: Plan): readonly Line[] {
  const line = (
    path: string,
    zh: string,
    en: string,
    value: LocalizedText | null,
    raw: unknown = value,
  ): Line => ({
    path: `steps.${step.id}.${path}`,
    what: titled(step.title, localized(zh, en)),
    value,
    raw: inOrder(raw),
  })
  const titles = (ids: readonly string[]): LocalizedText | null =>
    list(ids.map((id) => plan.steps.find((step) => step.id === id)?.title ?? localized(id, id)))
  return [
    line('title', '名称', 'title', step.title),
    line('short', '大屏短名', 'short name', step.short),
    line('stage', '阶段', 'stage', word(step.stage)),
    line('role', '负责岗位', 'owner', describeRole(step.role, plan), step.role),
    line(
      'helpers',
      '协助岗位',
      'helpers',
      list(step.helpers.map((id) => describeRole(id, plan))),
      step.helpers,
    ),
    line('when', '条件', 'condition', step.when && describeCondition(step.when, plan), step.when),
    line('after', '先做完的步骤', 'steps before', titles(step.after), step.after),
    line('due', '时限', 'limit', step.due && describeDue(step.due, plan), step.due),
    line(
      'late',
      '超时通知',
      'ladder',
      list(step.late.map((level) => describeEscalation(level, plan))),
      step.late,
    ),
    line('urgency', '缓急', 'urgency', word(step.urgency)),
    line(
      'calls',
      '电话',
      'calls',
      list(
        step.calls.map(({ who, number }) =>
          number ? localized(`${who.zh}${number}`, `${who.en} ${number}`) : who,
        ),
      ),
    ),
    line('say', '要说的话', 'words to say', step.say),
    line('announce', '大屏公告', 'announcement', step.announce),
    line('materials', '物资', 'materials', list(step.materials)),
    line(
      'evidence',
      '证据',
      'evidence',
      step.evidence &&
        localized(
          `${step.evidence.what.zh}，${step.evidence.keepDays}天`,
          `${step.evidence.what.en}, ${step.evidence.keepDays} days`,
        ),
    ),
    line(
      'list',
      '名单',
      'work list',
      step.list &&
        localized(
          `${step.list.of.zh}，${step.list.order.zh}`,
          `${step.list.of.en}, ${step.list.order.en}`,
        ),
    ),
    line(
      'starts',
      '接续预案',
      'plan it starts',
      step.starts
        ? localized(
            `${step.starts.what.zh}${step.starts.plan ? `（${step.starts.plan}）` : '（没有写明）'}`,
            `${step.starts.what.en} (${step.starts.plan ?? 'empty slot'})`,
          )
        : null,
    ),
    line('report', '报告种类', 'kind of report', step.report ? REPORT_NAMES[step.report] : null),
    line(
      'aftercare',
      '善后事项',
      'aftercare',
      step.aftercare ? AFTERCARE_NAMES[step.aftercare] : null,
    ),
    line('repeat', '重复', 'repetition', step.repeat ? describeRepeat(step.repeat) : null),
    ...(Object.keys(STEP_MARKS) as StepMark[]).map((mark) =>
      line(mark, STEP_MARKS[mark].zh, STEP_MARKS[mark].en, yes(step[mark])),
    ),
    line('clause', '条款', 'clause', clausesOnPaper([step.clause, ...step.clauses], plan.clauses), [
      step.clause,
      ...step.clauses,
    ]),
    line('proposed', '建议', 'proposal', yes(step.proposed)),
  ]
}

/** The lines that differ; both lists have the same lines in the same order. */
export function changed(before: readonly Line[], after: readonly Line[]): readonly Change[] {
  return after.flatMap((line, index): readonly Change[] => {
    const was = before[index]?.value ?? null
    return before[index]?.raw === line.raw
      ? []
      : [
          {
            kind: was === null ? 'added' : line.value === null ? 'removed' : 'changed',
            path: line.path,
            what: line.what,
            before: was,
            after: line.value,
          },
        ]
  })
}

/** Things with an id: those that came, those that went, and what changed in the rest. */
export function parts<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string,
  path: string,
  title: (item: T) => LocalizedText,
  lines: (item: T, side: 'before' | 'after') => readonly Line[],
): readonly Change[] {
  const old = new Map(before.map((item) => [idOf(item), item]))
  const now = new Set(after.map(idOf))
  return [
    ...after.flatMap((item): readonly Change[] => {
      const was = old.get(idOf(item))
      return was === undefined
        ? [
            {
              kind: 'added',
              path: `${path}.${idOf(item)}`,
              what: title(item),
              before: null,
              after: title(item),
            },
          ]
        : changed(lines(was, 'before'), lines(item, 'after'))
    }),
    ...before
      .filter((item) => !now.has(idOf(item)))
      .map((item): Change => ({
        kind: 'removed',
        path: `${path}.${idOf(item)}`,
        what: title(item),
        before: title(item),
        after: null,
      })),
  ]
}

/** Steps that stand in another order than before, though none came or went between them. */
function moved(before: Plan, after: Plan): readonly Change[] {
  const common = (plan: Plan, other: Plan): readonly Step[] =>
    plan.steps.filter(({ id }) => other.steps.some((step) => step.id === id))
  const [was, is] = [common(before, after), common(after, before)]
  return was.every((step, index) => step.id === is[index]?.id)
    ? []
    : [
        {
          kind: 'changed',
          path: 'steps',
          what: localized('步骤次序', 'Order of the steps'),
          before: list(was.map((step) => step.title)),
          after: list(is.map((step) => step.title)),
        },
      ]
}

/**
 * All changes from one text of a plan to another, in the order in which a reader meets them. None:
 * they say the same.
 */
export const diffPlans = (before: Plan, after: Plan): readonly Change[] => [
  ...changed(ofPlan(before), ofPlan(after)),
  ...parts(
    before.facts,
    after.facts,
    (fact) => fact.key,
    'facts',
    (fact) => fact.question,
    (fact, side) => ofFact(fact, side === 'before' ? before : after),
  ),
  ...parts(
    before.steps,
    after.steps,
    (step) => step.id,
    'steps',
    (step) => step.title,
    (step, side) => ofStep(step, side === 'before' ? before : after),
  ),
  ...moved(before, after),
]
