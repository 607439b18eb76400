/** How long a limit is, whichever way its plan says so: the one place that reads `within`. */
import type { DayKind, Due, Duration, FactValue, Step, Within } from './plan.ts'

export type WithinByAnswer = Extract<Within, { fact: string }>

/** Whether an answer decides how long it is. */
export const isByAnswer = (within: Within): within is WithinByAnswer =>
  typeof within === 'object' && 'fact' in within

/** Whether the calendar decides how long it is. */
export const isByDay = (within: Within): within is Record<DayKind, Duration> =>
  typeof within === 'object' && !('fact' in within)

/** Every length (ms) that it may have, in the order of the plan: by day the workday's first. */
export const lengthsIn = (within: Within): readonly Duration[] =>
  isByAnswer(within)
    ? Object.values(within.is)
    : isByDay(within)
      ? [within.workday, within.holiday]
      : [within]

/** The length (ms) that is safe to count by while it is not known which of them it is. */
export const shortestIn = (within: Within): Duration => Math.min(...lengthsIn(within))

/**
 * How long it is (ms) by an answer. As long as there is none, or one that it does not name, the
 * shortest counts, and `known` is false.
 */
export function lengthBy(
  within: WithinByAnswer,
  answer: FactValue | null,
): { ms: Duration; known: boolean } {
  const named = [answer ?? []]
    .flat()
    .map(String)
    .filter((value) => Object.hasOwn(within.is, value))
    .map((value) => within.is[value] ?? Infinity)
  return named.length > 0
    ? { ms: Math.min(...named), known: true }
    : { ms: shortestIn(within), known: false }
}

/** The question by whose answer the limit of a step is long or short; null: none. */
export const limitFact = ({ due }: Pick<Step, 'due'>): string | null =>
  due && isByAnswer(due.within) ? due.within.fact : null

/**
 * One length (ms) for where a single figure has to stand: of a limit by day the workday's, of one
 * by answer the shortest.
 */
export const usualLength = ({ within }: Due): Duration =>
  isByDay(within) ? within.workday : shortestIn(within)
