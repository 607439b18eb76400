/**
 * How a question is asked and what happens while nobody answers it: when it can be answered, what
 * is assumed in doubt, what the report answers.
 */
import type { Condition, FactValue, Plan, Question } from '../plan.ts'
import { decidingFacts, factsRead, stepsBefore } from '../walk.ts'
import {
  error,
  unknownStep,
  unknownFact,
  unknownOption,
  warning,
  type FindingDraft,
  type PlanRule,
} from './finding.ts'

const isCounted = ({ kind }: Question): boolean => kind === 'number' || kind === 'estimate'

const wrongKind = (path: string, zh: string, en: string): FindingDraft =>
  error('wrong-kind', path, zh, en)

const offered = (
  fact: Question,
  values: readonly string[],
  path: string,
): readonly FindingDraft[] =>
  values
    .filter((value) => !fact.options.some((option) => option.value === value))
    .map((value) => unknownOption(fact, value, path))

function assumed(fact: Question, answer: FactValue, path: string): readonly FindingDraft[] {
  if (isCounted(fact) !== (typeof answer === 'number'))
    return [
      isCounted(fact)
        ? wrongKind(path, `“${fact.key}”是数，请写一个数`, `“${fact.key}” is a number; write one`)
        : wrongKind(
            path,
            `“${fact.key}”不是数，请写一个选项`,
            `“${fact.key}” is not a number; write an option`,
          ),
    ]
  if (typeof answer === 'number') return []
  const several = typeof answer !== 'string'
  return several && !fact.several
    ? [
        wrongKind(
          path,
          `“${fact.key}”只能选一个，不能写列表`,
          `“${fact.key}” takes one answer, not a list`,
        ),
      ]
    : offered(fact, [answer].flat(), path)
}

/** What a question that decides says for the time in which nobody answers. */
function inDoubt(fact: Question, decides: boolean): readonly FindingDraft[] {
  const path = `facts.${fact.key}.inDoubt`
  if (!fact.inDoubt)
    return decides
      ? [
          warning(
            'no-in-doubt',
            path,
            '保命步骤或有时限的步骤取决于它，须写明没人回答时按什么处理：inDoubt: {answer: …}；没有稳妥答案的写明理由：inDoubt: {none: {zh: …, en: …}}',
            'A life-safety step or a step with a limit depends on it: give what is assumed until somebody answers, inDoubt: {answer: …}, or why no answer is safe, inDoubt: {none: {zh: …, en: …}}',
          ),
        ]
      : []
  if (fact.kind === 'calendar')
    return [
      wrongKind(
        path,
        '工作日历由系统判断，不会没有答案',
        'The station answers the calendar, so it is never in doubt: leave out inDoubt',
      ),
    ]
  return 'answer' in fact.inDoubt ? assumed(fact, fact.inDoubt.answer, `${path}.answer`) : []
}

/** The values that the report may give, by type, channel and words. Types are told elsewhere. */
function fromReport(fact: Question): readonly FindingDraft[] {
  if (!fact.from) return []
  const path = `facts.${fact.key}.from`
  if (isCounted(fact) || fact.kind === 'calendar')
    return [
      wrongKind(
        path,
        `“${fact.key}”没有选项，不能由接报回答`,
        `“${fact.key}” has no options, so the report cannot answer it`,
      ),
    ]
  return [
    ...offered(fact, Object.values(fact.from.type), `${path}.type`),
    ...offered(fact, Object.values(fact.from.channel), `${path}.channel`),
    ...offered(fact, Object.keys(fact.from.heard), `${path}.heard`),
  ]
}

/** What a step or a question waits for, as nodes of one graph. */
function waits(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const step = (id: string): string => `step ${id}`
  const fact = (key: string): string => `fact ${key}`
  return new Map([
    ...plan.steps.map(
      (item) =>
        [step(item.id), [...stepsBefore(item).map(step), ...factsRead(item).map(fact)]] as const,
    ),
    ...plan.facts.map((item) => {
      const from = item.ask?.from
      const before =
        typeof from !== 'object' || from === null
          ? []
          : [`step` in from ? step(from.step) : fact(from.fact)]
      return [fact(item.key), before] as const
    }),
  ])
}

function reaches(graph: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>()
  const open = [...(graph.get(from) ?? [])]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true
    if (seen.has(node)) continue
    seen.add(node)
    open.push(...(graph.get(node) ?? []))
  }
  return false
}

function ask(plan: Plan, fact: Question): readonly FindingDraft[] {
  if (!fact.ask) return []
  const path = `facts.${fact.key}.ask`
  const { from, within } = fact.ask
  const unknown =
    typeof from !== 'object' || from === null
      ? []
      : 'step' in from
        ? plan.steps.some((step) => step.id === from.step)
          ? []
          : [unknownStep(`${path}.from`, from.step)]
        : plan.facts.some((item) => item.key === from.fact)
          ? []
          : [unknownFact(`${path}.from`, from.fact)]
  const ring = `fact ${fact.key}`
  return [
    ...unknown,
    ...(reaches(waits(plan), ring, ring)
      ? [
          error(
            'ask-waits',
            `${path}.from`,
            '它要等的步骤又在等它的答案，两边都开始不了',
            'What it waits for is itself waiting for this answer, so neither ever comes',
          ),
        ]
      : []),
    ...(within === null || within > 0
      ? []
      : [
          error(
            'due-not-positive',
            `${path}.within`,
            '时限须大于零',
            'A limit must be longer than zero',
          ),
        ]),
  ]
}

export const asking: PlanRule = (plan) => {
  const deciding = new Set(decidingFacts(plan).map(({ key }) => key))
  return plan.facts.flatMap((fact) => [
    ...inDoubt(fact, deciding.has(fact.key)),
    ...fromReport(fact),
    ...ask(plan, fact),
  ])
}

/** Whether a condition holds once this question has these answers, whatever else is the case. */
function holds(condition: Condition, key: string, values: readonly string[]): boolean | null {
  if ('all' in condition) {
    const parts = condition.all.map((part) => holds(part, key, values))
    return parts.includes(false) ? false : parts.includes(null) ? null : true
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => holds(part, key, values))
    return parts.includes(true) ? true : parts.includes(null) ? null : false
  }
  if ('not' in condition) {
    const part = holds(condition.not, key, values)
    return part === null ? null : !part
  }
  return 'fact' in condition && condition.fact === key && 'is' in condition
    ? [condition.is].flat().some((value) => values.includes(value))
    : null
}

/** A condition and all that it is made of. */
const withParts = (condition: Condition): readonly Condition[] => [
  condition,
  ...('all' in condition
    ? condition.all.flatMap(withParts)
    : 'any' in condition
      ? condition.any.flatMap(withParts)
      : 'not' in condition
        ? withParts(condition.not)
        : []),
]

/** The ways in which a question can be answered, as far as a condition can tell them apart. */
function answersOf({ options, several }: Question): readonly (readonly string[])[] {
  const values = options.map(({ value }) => value)
  return [...values.map((value) => [value]), ...(several ? [values] : [])]
}

/** A step that comes with every answer waits for none: it is written without the condition. */
export const everyBranch: PlanRule = (plan) =>
  plan.steps.flatMap((step) => {
    const parts = step.when ? withParts(step.when) : []
    return plan.facts
      .filter(
        (fact) =>
          fact.options.length > 0 &&
          fact.kind !== 'calendar' &&
          factsRead(step).includes(fact.key) &&
          parts.some((part) =>
            answersOf(fact).every((values) => holds(part, fact.key, values) === true),
          ),
      )
      .map((fact) =>
        warning(
          'holds-in-every-branch',
          `steps.${step.id}.when`,
          `“${fact.key}”不论怎么答，这一步都要做；请删除这个条件，不必等人回答`,
          `Whatever the answer to “${fact.key}”, the step applies: leave the condition out, so that it waits for nobody`,
        ),
      )
  })
