/** Says what the last word on a number is, and whether its call is still under way. */
import { MINUTE_MS } from '../units.ts'
import { isCallTo, type Attempt, type Callee } from './next.ts'

/** A call of which nobody has said what came of it is taken for ended after this time. */
export const LONGEST_CALL_MS = 10 * MINUTE_MS

/** The words on one number as they were spoken, also where one was recorded afterwards. */
export const attemptsTo = <A extends Attempt>(attempts: readonly A[], callee: Callee): A[] =>
  attempts.filter((attempt) => isCallTo(attempt, callee)).toSorted((a, b) => a.at - b.at)

/** `last`: the last word on the number; one that was told later is over. `now` in UTC ms. */
export const isUnderWay = (last: Attempt | null, now: number): boolean =>
  last?.toldAt === undefined &&
  (last?.outcome === 'started' || last?.outcome === 'answered') &&
  now - last.at < LONGEST_CALL_MS
