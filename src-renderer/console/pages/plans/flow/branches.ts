/** Builds the branches of a plan as a tree: which answer leads to which steps. */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { Condition, Question, Plan, Step } from '#shared/domain/plan/plan.ts'
import { describeCondition } from '#shared/domain/plan/describe.ts'

/**
 * Where ways part: a question that somebody answers, the calendar, or anything else that has to
 * hold.
 */
export type Gate = { key: string; kind: 'question' | 'calendar' | 'other'; text: LocalizedText }
/**
 * One way out of a gate. `leads` false: an answer on which nothing but the common steps depends.
 */
export type Way = { key: string; answer: LocalizedText; branch: Branch; leads: boolean }
export type Fork = { gate: Gate; ways: readonly Way[] }
export type Branch = { steps: readonly Step[]; forks: readonly Fork[] }

/** A gate of the chart, and the answer that leads on from it. */
type GateAnswer = { gate: Gate; key: string; answer: LocalizedText }
/** What the words are taken from; `typeName` gives the name of a type by its code. */
export type Parts = Pick<Plan, 'facts' | 'steps' | 'roles' | 'levels'> & {
  typeName: (code: string) => LocalizedText
}

const HOLDS = localized('是', 'Yes')
const TYPE = localized('事件类型', 'Type of incident')
const REST = localized('其他回答', 'Other answers')
const CALENDAR = {
  workday: localized('工作日', 'Workday'),
  holiday: localized('假日', 'Holiday'),
} as const

const calendarGate: Gate = {
  key: 'calendar',
  kind: 'calendar',
  text: localized('当天是工作日还是假日', 'Workday or holiday'),
}
const questionGate = (fact: Question): Gate => ({
  key: `fact:${fact.key}`,
  kind: 'question',
  text: fact.question,
})
const typeGate: Gate = { key: 'type', kind: 'other', text: TYPE }
function wholeCondition(condition: Condition, parts: Parts): GateAnswer {
  const text = describeCondition(condition, parts)
  return {
    gate: {
      key: `if:${JSON.stringify(condition)}`,
      kind: 'other',
      text: localized(`${text.zh}？`, `${text.en}?`),
    },
    key: 'holds',
    answer: HOLDS,
  }
}
const oneOf = (texts: readonly LocalizedText[]): LocalizedText =>
  localized(texts.map(({ zh }) => zh).join('、或'), texts.map(({ en }) => en).join(', or '))

const labels = (fact: Question, values: readonly string[]): LocalizedText =>
  oneOf(
    values.map(
      (value) =>
        fact.options.find((option) => option.value === value)?.label ?? localized(value, value),
    ),
  )

/**
 * The answers that one condition asks for, in the order of the plan's questions, so that the same
 * questions always stand in the same order.
 */
function answersOf(condition: Condition, parts: Parts): readonly GateAnswer[] {
  if ('all' in condition) {
    const rank = (answer: GateAnswer): number =>
      parts.facts.findIndex((fact) => answer.gate.key === `fact:${fact.key}`)
    return condition.all
      .flatMap((part) => answersOf(part, parts))
      .sort((a, b) => (rank(a) >>> 0) - (rank(b) >>> 0)) // -1, no question: last
  }
  if ('calendar' in condition)
    return [{ gate: calendarGate, key: condition.calendar, answer: CALENDAR[condition.calendar] }]
  if ('type' in condition)
    return [
      {
        gate: typeGate,
        key: condition.type.join('|'),
        answer: oneOf(condition.type.map(parts.typeName)),
      },
    ]
  const fact =
    'fact' in condition ? parts.facts.find(({ key }) => key === condition.fact) : undefined
  if (!('fact' in condition) || !fact) return [wholeCondition(condition, parts)]
  const gate = questionGate(fact)
  if ('over' in condition) {
    const { over } = condition
    return [
      {
        gate,
        key: `>${over}`,
        answer: localized(
          `超过${over}${fact.unit?.zh ?? ''}`,
          `over ${over}${fact.unit ? ` ${fact.unit.en}` : ''}`,
        ),
      },
    ]
  }
  const values = typeof condition.is === 'string' ? [condition.is] : condition.is
  return [{ gate, key: [...values].sort().join('|'), answer: labels(fact, values) }]
}

type Placed = { step: Step; answers: readonly GateAnswer[] }

/**
 * Answers that no step depends on are drawn too, in one way: a reader sees that nothing was
 * forgotten.
 */
function rest(gate: Gate, taken: readonly string[], parts: Parts): readonly Way[] {
  const fact =
    gate.kind === 'question'
      ? parts.facts.find((fact) => questionGate(fact).key === gate.key)
      : undefined
  const used = new Set(taken.flatMap((key) => key.split('|')))
  const left = fact?.options.filter(({ value }) => !used.has(value)) ?? []
  if (!fact || left.length === 0) return []
  return [
    {
      key: 'rest',
      answer:
        left.length > 2
          ? REST
          : labels(
              fact,
              left.map(({ value }) => value),
            ),
      branch: { steps: [], forks: [] },
      leads: false,
    },
  ]
}

function grow(placed: readonly Placed[], parts: Parts): Branch {
  const gates = new Map<string, Gate>()
  for (const {
    answers: [answer],
  } of placed)
    if (answer) gates.set(answer.gate.key, gates.get(answer.gate.key) ?? answer.gate)
  return {
    steps: placed.filter(({ answers }) => answers.length === 0).map(({ step }) => step),
    forks: [...gates.values()].map((gate): Fork => {
      const here = placed.filter(({ answers: [answer] }) => answer?.gate.key === gate.key)
      const ways = new Map<string, { answer: LocalizedText; placed: Placed[] }>()
      for (const {
        step,
        answers: [answer, ...further],
      } of here) {
        if (!answer) continue
        const way = ways.get(answer.key) ?? { answer: answer.answer, placed: [] }
        way.placed.push({ step, answers: further })
        ways.set(answer.key, way)
      }
      return {
        gate,
        ways: [
          ...[...ways].map(([key, way]): Way => ({
            key,
            answer: way.answer,
            branch: grow(way.placed, parts),
            leads: true,
          })),
          ...rest(gate, [...ways.keys()], parts),
        ],
      }
    }),
  }
}

/** The whole plan: steps that always apply, and every fork with its answers. */
export const branchesOf = (parts: Parts): Branch =>
  grow(
    parts.steps.map((step) => ({ step, answers: step.when ? answersOf(step.when, parts) : [] })),
    parts,
  )
