/**
 * Says which of several numbers is rung next: the first of whom nobody has said that it did not
 * answer or was busy. What was tried stays as it is.
 */
import type { CallOutcome } from '../incident/record/state.ts'
import { MINUTE_MS } from '../units.ts'

/** By either of the two it is known again in what was recorded. */
export type Callee = { person: string | null; number: string | null }
/** A word on a call; `at` in UTC ms. */
export type Attempt = {
  stepId: string | null
  who: string | null
  number: string | null
  outcome: CallOutcome
  at: number
  toldAt?: number // it was told only then
}
export type Missed<C extends Callee> = { callee: C; outcome: 'no-answer' | 'busy'; at: number }
/** `missed`: who was tried before it, in order. `again`: all were, and it begins anew. */
export type NextCallee<C extends Callee> = {
  callee: C
  missed: readonly Missed<C>[]
  again: boolean
}

/** For so long a number that did not answer for one step is not tried first for another. */
const OTHER_STEP_MS = 10 * MINUTE_MS

export const isCallTo = ({ who, number }: Attempt, callee: Callee): boolean =>
  (callee.number !== null && number === callee.number) ||
  (callee.person !== null && who === callee.person)

function missedOf<C extends Callee>(
  callee: C,
  attempts: readonly Attempt[],
  stepId: string | null,
  now: number,
): Missed<C> | null {
  const last = attempts
    .filter(
      (attempt) =>
        isCallTo(attempt, callee) &&
        (attempt.stepId === stepId || now - attempt.at < OTHER_STEP_MS),
    )
    .toSorted((a, b) => a.at - b.at)
    .at(-1)
  return last && (last.outcome === 'no-answer' || last.outcome === 'busy')
    ? { callee, outcome: last.outcome, at: last.at }
    : null
}

/**
 * Null where nobody has a number. Once all were tried, whoever was tried first is rung again.
 * `now` in UTC ms.
 */
export function nextCallee<C extends Callee>(
  callees: readonly C[],
  attempts: readonly Attempt[],
  stepId: string | null,
  now: number,
): NextCallee<C> | null {
  const missed: Missed<C>[] = []
  for (const callee of callees.filter(({ number }) => number !== null && number !== '')) {
    const failed = missedOf(callee, attempts, stepId, now)
    if (!failed) return { callee, missed, again: false }
    missed.push(failed)
  }
  const first = missed.toSorted((a, b) => a.at - b.at)[0]
  return first ? { callee: first.callee, missed, again: true } : null
}
