/**
 * Takes answers from the report itself: by its type, its channel, or words that were heard. Only
 * where that opens what life hangs on: an answer that would hide such a step is left to a person.
 */
import { isSame } from '../../canonical.ts'
import { isAffirmed, reportText } from '../../match/match-word.ts'
import type { Question } from '../../plan/plan.ts'
import { liesUnder } from '../../plan/type-tree.ts'
import type { Sealed } from '../../sealed.ts'
import type { HeardAnswer } from '../record/callers.ts'
import { evaluate, factsOf } from '../record/condition.ts'
import type { CasualtiesAnswered, FactAnswered } from '../record/events.ts'
import {
  answerFor,
  isRunning,
  planOf,
  plansAsking,
  running,
  sameQuestion,
  type PlannedStep,
} from '../record/select.ts'
import type { Answer, Incident, Run } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { casualtiesAnswered } from './sets.ts'

/** The values of a question that words speak for. */
const valuesHeard = ({ from }: Question, text: string): readonly string[] =>
  Object.entries(from?.heard ?? {}).flatMap(([value, heard]) =>
    heard.some((word) => isAffirmed(word.toLowerCase(), text)) ? [value] : [],
  )

/** A narrative as it was opened last, and what was heard in it: that never changes. */
type Heard = { words: string; text: string; values: Map<Question, readonly string[]> }
const heardBefore = new WeakMap<Sealed, Heard>()

function heardIn(narrative: Sealed, words: string): Heard {
  const before = heardBefore.get(narrative)
  if (before?.words === words) return before
  const heard = { words, text: reportText(words), values: new Map<Question, readonly string[]>() }
  heardBefore.set(narrative, heard)
  return heard
}

/** The values that the report's own words speak for. */
function valuesReported(
  question: Question,
  { narrative }: Incident,
  world: World,
): readonly string[] {
  const words = narrative && world.open?.(narrative)
  if (!narrative || !words) return []
  const { text, values } = heardIn(narrative, words)
  const known = values.get(question) ?? valuesHeard(question, text)
  values.set(question, known)
  return known
}

/** The one value that all that speaks agrees on, or null. */
function valueOf(question: Question, incident: Incident, world: World): string | null {
  const { from, options } = question
  if (!from) return null
  const values = [
    ...Object.entries(from.type).flatMap(([type, value]) =>
      incident.type !== null && liesUnder(incident.type, type) ? [value] : [],
    ),
    ...Object.entries(from.channel).flatMap(([channel, value]) =>
      incident.channel?.toLowerCase() === channel.toLowerCase() ? [value] : [],
    ),
    ...valuesReported(question, incident, world),
  ]
  const distinct = [...new Set(values)]
  const [value] = distinct
  return distinct.length === 1 && value && options.some((option) => option.value === value)
    ? value
    : null
}

/** The one value that words that were heard agree on, or null. */
function valueHeard(question: Question, words: string): string | null {
  const values = valuesHeard(question, reportText(words))
  const [value] = values
  return values.length === 1 && value && question.options.some((option) => option.value === value)
    ? value
    : null
}

/** What a caller's words answer of the questions of the plans that run, and nobody has answered. */
export const answersHeard = (
  words: string,
  incident: Incident,
  world: World,
): readonly HeardAnswer[] =>
  running(incident).flatMap((run) =>
    planOf(run, world).facts.flatMap((question): HeardAnswer[] => {
      const value = valueHeard(question, words)
      return value === null || answerFor(incident, run, question.key, world)
        ? []
        : [{ planId: run.planId, key: question.key, value: answering(value, question) }]
    }),
  )

const answering = (value: string, question: Question): string | readonly string[] =>
  question.several ? [value] : value

/** The record as if a plan's question were answered so. */
const supposing = (
  incident: Incident,
  { planId }: Run,
  question: Question,
  value: string,
): Incident => ({
  ...incident,
  factsOf: {
    ...incident.factsOf,
    [planId]: {
      ...incident.factsOf[planId],
      [question.key]: { value: answering(value, question), at: 0, by: '', firstAt: 0 },
    },
  },
})

/** Would the answer hide an unfinished step of life safety that may still apply? */
const hidesLifeSafety = (
  question: Question,
  value: string,
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): boolean =>
  steps.some(({ step, run, state }) => {
    if (!step.lifeSafety || !step.when || state.finish) return false
    if (!factsOf(step.when).includes(question.key)) return false
    return (
      evaluate(step.when, step, run, supposing(incident, run, question, value), world) === false
    )
  })

/**
 * What the report says of a question that nobody has answered. `settled`: it answers it; else it is
 * shown as chosen, and the question is still asked.
 */
export function reportedAnswer(
  question: Question,
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): { value: string; settled: boolean } | null {
  const value = valueOf(question, incident, world)
  return value === null
    ? null
    : { value, settled: !hidesLifeSafety(question, value, steps, incident, world) }
}

/**
 * Whether what the report has answered is read in it again: it was put right since. Of a shared
 * answer the plan that asks first decides.
 */
const isAnsweredAnew = (
  known: Answer,
  question: Question,
  { planId }: Run,
  incident: Incident,
  world: World,
): boolean =>
  known.source === 'report' &&
  incident.amended !== undefined &&
  (incident.factsOf[planId]?.[question.key] !== undefined ||
    plansAsking(incident, question.key, world).find(({ run }) => isRunning(run))?.run.planId ===
      planId)

/**
 * The answers that the report gives to the plans that run, each once, and again where the report
 * was put right.
 */
export function answersFromReport(
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): readonly (FactAnswered | CasualtiesAnswered)[] {
  const plans = new Map(steps.map(({ run, plan }) => [run.planId, { run, plan }]))
  for (const { run, plan } of plans.values())
    for (const question of plan.facts) {
      if (!question.from) continue
      const known = answerFor(incident, run, question.key, world)
      if (known && !isAnsweredAnew(known, question, run, incident, world)) continue
      const reported = reportedAnswer(question, steps, incident, world)
      if (!reported?.settled) continue
      const value = answering(reported.value, question)
      if (known && isSame(known.value, value)) continue
      const asking = plansAsking(incident, question.key, world)
      const shared = asking.every(({ fact }) => sameQuestion(fact, question))
      const people = casualtiesAnswered(question, reported.value)
      const other = asking.find(({ run: asks }) => isRunning(asks) && asks.planId === run.planId)
      return [
        {
          type: 'FactAnswered',
          key: question.key,
          planId: shared ? null : (other?.run.planId ?? run.planId),
          value,
          question: question.question,
          source: 'report',
        },
        ...(people ? [{ ...people, source: 'report' as const }] : []),
      ]
    }
  return []
}
