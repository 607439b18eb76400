/**
 * Words what a plan says for a planner: conditions, limits, escalations. One wording serves the
 * plan page, the action card and the comparison.
 */
import { unreachable } from '../decision.ts'
import { isOutsideUnit, OUTSIDE_UNITS } from '../roster/outside-units.ts'
import { isSitePost, SITE_POSTS } from '../roster/site-posts.ts'
import { localized, type LocalizedText } from '../text.ts'
import { exactDuration } from '../wording/duration.ts'
import { isByAnswer, type WithinByAnswer } from './due.ts'
import type {
  Anchor,
  Ask,
  CasualtyCount,
  Condition,
  Due,
  Duration,
  EscalationStep,
  FactValue,
  FromReport,
  InDoubt,
  Plan,
  Question,
  ReachedState,
  Repeat,
  SetValue,
} from './plan.ts'

/** What the words are looked up in: questions, steps, roles and levels of the plan. */
export type Named = Pick<Plan, 'facts' | 'steps' | 'roles' | 'levels'>

const join = (parts: readonly LocalizedText[], zh: string, en: string): LocalizedText =>
  localized(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en))

const quoted = (of: LocalizedText): LocalizedText => localized(`“${of.zh}”`, `“${of.en}”`)

const stepName = (id: string, named: Named): LocalizedText =>
  quoted(named.steps.find((step) => step.id === id)?.title ?? localized(id, id))
const question = (key: string, named: Named): LocalizedText =>
  quoted(named.facts.find((fact) => fact.key === key)?.question ?? localized(key, key))

/** The name of a post or unit of the plan or of every site, or its id where nobody names it. */
export function describeRole(id: string, named: Pick<Named, 'roles'>): LocalizedText {
  const role = named.roles.find((candidate) => candidate.id === id)
  if (role) return role.name
  if (isSitePost(id)) return SITE_POSTS[id]
  return isOutsideUnit(id) ? OUTSIDE_UNITS[id].name : localized(id, id)
}

const MOMENTS: Readonly<Record<Extract<Anchor, string>, LocalizedText>> = {
  occurred: localized('事件发生', 'it happened'),
  reported: localized('接报', 'the report'),
  activated: localized('启动预案', 'the activation'),
  contained: localized('已控制', 'it is contained'),
  lifted: localized('解除响应', 'the response is lifted'),
}

/** What a clock counts from. */
export function describeAnchor(anchor: Anchor, named: Named): LocalizedText {
  if (typeof anchor === 'string') return MOMENTS[anchor]
  if ('step' in anchor) {
    const step = stepName(anchor.step, named)
    return localized(`${step.zh}完成`, `${step.en} is done`)
  }
  const text = question(anchor.fact, named)
  return localized(`${text.zh}首次回答`, `${text.en} is first answered`)
}

const REACHED_NAMES: Readonly<Record<ReachedState, LocalizedText>> = {
  contained: localized('已控制', 'contained'),
  lifted: localized('已解除', 'lifted'),
  recovering: localized('善后', 'recovering'),
}

/** The value of the incident that an answer sets. */
export const SET_NAMES: Readonly<Record<SetValue, LocalizedText>> = {
  loss: localized('直接经济损失（元）', 'direct economic loss (yuan)'),
  level: localized('响应级别', 'response level'),
  operating: localized('营业状态', 'operating state'),
  meeting: localized('会议是否继续', 'effect on the meeting'),
  'casualties.dead': localized('死亡人数', 'number of dead'),
  'casualties.serious': localized('重伤人数', 'number of seriously injured'),
  'casualties.minor': localized('轻伤人数', 'number of slightly injured'),
  'casualties.missing': localized('失联人数', 'number of missing'),
  contained: localized('可以转为已控制', 'whether it can be marked contained'),
  response: localized('是否响应', 'whether the response starts'),
}

const PEOPLE: Readonly<Record<CasualtyCount, LocalizedText>> = {
  hurt: localized('伤亡', 'injured or dead'),
  dead: localized('死亡', 'dead'),
  serious: localized('重伤', 'seriously injured'),
  minor: localized('轻伤', 'slightly injured'),
  missing: localized('失联', 'missing'),
}

function answers(
  key: string,
  answer: string | readonly string[],
  named: Pick<Named, 'facts'>,
): LocalizedText {
  const options = named.facts.find((fact) => fact.key === key)?.options ?? []
  const values = typeof answer === 'string' ? [answer] : answer
  return join(
    values.map(
      (value) => options.find((option) => option.value === value)?.label ?? localized(value, value),
    ),
    '或',
    ' or ',
  )
}

function leaf(
  condition: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>,
  named: Named,
): LocalizedText {
  if ('fact' in condition) {
    const text = question(condition.fact, named)
    if ('over' in condition) {
      const unit = named.facts.find((fact) => fact.key === condition.fact)?.unit
      return localized(
        `${text.zh}超过${condition.over}${unit?.zh ?? ''}`,
        `${text.en} over ${condition.over}${unit ? ` ${unit.en}` : ''}`,
      )
    }
    const are = answers(condition.fact, condition.is, named)
    return localized(`${text.zh}答${are.zh}`, `${text.en} is ${are.en}`)
  }
  if ('step' in condition) {
    const step = stepName(condition.step, named)
    return condition.is === 'done'
      ? localized(`${step.zh}已完成`, `${step.en} is done`)
      : localized(`${step.zh}超时`, `${step.en} is late`)
  }
  if ('elapsed' in condition) {
    const [time, from] = [exactDuration(condition.elapsed), describeAnchor(condition.from, named)]
    return localized(`${from.zh}后满${time.zh}`, `${time.en} after ${from.en}`)
  }
  if ('calendar' in condition)
    return condition.calendar === 'workday'
      ? localized('工作日', 'on a workday')
      : localized('假日', 'on a holiday')
  if ('type' in condition)
    return localized(
      `事件类型为${condition.type.join('、')}`,
      `the type is ${condition.type.join(', ')}`,
    )
  if ('level' in condition) {
    const level =
      named.levels.find((level) => level.level === condition.level)?.name ??
      localized(`${condition.level}级`, `level ${condition.level}`)
    return localized(`响应级别达到${level.zh}`, `response ${level.en} or higher`)
  }
  if ('casualties' in condition) {
    const people = PEOPLE[condition.casualties]
    return localized(
      `${people.zh}超过${condition.over}人`,
      `more than ${condition.over} ${people.en}`,
    )
  }
  if ('state' in condition) {
    const state = REACHED_NAMES[condition.state]
    return localized(`事件${state.zh}以后`, `from ${state.en} on`)
  }
  return unreachable(condition)
}

const parts = (
  conditions: readonly Condition[],
  zh: string,
  en: string,
  named: Named,
): LocalizedText =>
  join(
    conditions.map((part) => {
      const text = describeCondition(part, named)
      return 'all' in part || 'any' in part ? localized(`（${text.zh}）`, `(${text.en})`) : text
    }),
    zh,
    en,
  )

/** A condition as one sentence without a full stop. */
export function describeCondition(condition: Condition, named: Named): LocalizedText {
  if ('all' in condition) return parts(condition.all, '，且', ' and ', named)
  if ('any' in condition) return parts(condition.any, '，或', ' or ', named)
  if ('not' in condition) {
    const text = describeCondition(condition.not, named)
    return localized(`不是：${text.zh}`, `not: ${text.en}`)
  }
  return leaf(condition, named)
}

/** The lengths (ms) of a limit, the shortest first, each with the answers that it goes by. */
export function lengthsByAnswer(
  { fact, is }: WithinByAnswer,
  named: Pick<Named, 'facts'>,
): readonly { answer: LocalizedText; ms: Duration }[] {
  const byLength = Map.groupBy(Object.keys(is), (value) => is[value] ?? 0)
  return [...byLength]
    .toSorted(([ms], [other]) => ms - other)
    .map(([ms, values]) => ({ answer: answers(fact, values, named), ms }))
}

/** A limit: how long, and from when. */
export function describeDue({ within, from }: Due, named: Named): LocalizedText {
  const start = describeAnchor(from, named)
  if (typeof within === 'number') {
    const time = exactDuration(within)
    return localized(`${start.zh}后${time.zh}内`, `within ${time.en} after ${start.en}`)
  }
  if (isByAnswer(within)) {
    const fact = question(within.fact, named)
    const by = join(
      lengthsByAnswer(within, named).map(({ answer, ms }) => {
        const time = exactDuration(ms)
        return localized(`答${answer.zh}${time.zh}`, `${time.en} if ${answer.en}`)
      }),
      '、',
      ', ',
    )
    return localized(
      `${start.zh}后，${fact.zh}${by.zh}内`,
      `after ${start.en}, by ${fact.en} within ${by.en}`,
    )
  }
  const [workday, holiday] = [exactDuration(within.workday), exactDuration(within.holiday)]
  return localized(
    `${start.zh}后工作日${workday.zh}、假日${holiday.zh}内`,
    `after ${start.en} within ${workday.en} on a workday, ${holiday.en} on a holiday`,
  )
}

/** One step of an escalation: when its post is told, who, and what it is asked to do. */
export function describeEscalation(
  { after, notify, say }: EscalationStep,
  named: Named,
): LocalizedText {
  const [role, time] = [describeRole(notify, named), exactDuration(after)]
  const when =
    after === 0
      ? localized('超时即通知', 'alerted at once: ')
      : localized(`超时${time.zh}后通知`, `alerted ${time.en} later: `)
  return localized(
    `${when.zh}${role.zh}${say ? `：${say.zh}` : ''}`,
    `${when.en}${role.en}${say ? ` (${say.en})` : ''}`,
  )
}

/** A step that comes again. */
export function describeRepeat({ every, until }: Repeat): LocalizedText {
  const time = exactDuration(every)
  const end = MOMENTS[until]
  return localized(`每${time.zh}一次，直到${end.zh}`, `every ${time.en} until ${end.en}`)
}

/** When a question is asked, and how long it may stay open. */
export function describeAsk({ from, within }: Ask, named: Named): LocalizedText {
  const start = describeAnchor(from ?? 'activated', named)
  if (within === null) return localized(`${start.zh}后问`, `asked after ${start.en}`)
  const time = exactDuration(within)
  return localized(`${start.zh}后${time.zh}内回答`, `answered within ${time.en} after ${start.en}`)
}

const labelOf = (value: string, { options }: Pick<Question, 'options'>): LocalizedText =>
  options.find((option) => option.value === value)?.label ?? localized(value, value)

/** An answer in words, a number with its unit. */
function describeAnswer(
  answer: FactValue,
  fact: Pick<Question, 'options' | 'unit'>,
): LocalizedText {
  if (typeof answer === 'number')
    return localized(
      `${answer}${fact.unit?.zh ?? ''}`,
      `${answer}${fact.unit ? ` ${fact.unit.en}` : ''}`,
    )
  const values = typeof answer === 'string' ? [answer] : answer
  return join(
    values.map((value) => labelOf(value, fact)),
    '、',
    ', ',
  )
}

/** What is assumed while nobody answers, or why nothing is. */
export function describeInDoubt(
  inDoubt: InDoubt,
  fact: Pick<Question, 'options' | 'unit'>,
): LocalizedText {
  if ('answer' in inDoubt) {
    const answer = describeAnswer(inDoubt.answer, fact)
    return localized(`按“${answer.zh}”`, `as if “${answer.en}”`)
  }
  const { zh, en } = inDoubt.none
  return localized(`不预设答案：${zh}`, `nothing is assumed: ${en}`)
}

/**
 * What the report answers by itself: for each answer the types, channels and words that say it.
 */
export function describeFrom(
  { type, channel, heard }: FromReport,
  fact: Pick<Question, 'options'>,
): LocalizedText {
  const namesOf = (map: Readonly<Record<string, string>>, answer: string): readonly string[] =>
    Object.keys(map).filter((name) => map[name] === answer)
  const values = new Set([...Object.values(type), ...Object.values(channel), ...Object.keys(heard)])
  return join(
    [...values].map((value) => {
      const signs: readonly [zh: string, en: string, names: readonly string[]][] = [
        ['类型', 'type ', namesOf(type, value)],
        ['渠道', 'channel ', namesOf(channel, value)],
        ['说到', 'heard ', heard[value] ?? []],
      ]
      const label = labelOf(value, fact)
      const texts = signs
        .filter(([, , names]) => names.length > 0)
        .map(([zh, en, names]) => localized(`${zh}${names.join('、')}`, `${en}${names.join(', ')}`))
      const text = join(texts, '，', ', ')
      return localized(`${label.zh}：${text.zh}`, `${label.en}: ${text.en}`)
    }),
    '；',
    '; ',
  )
}
