/** Defines what a rule answers: the events that follow, or a refusal that says why. */
import type { RefusalCode } from './refusal-codes.ts'
import type { LocalizedText } from './text.ts'

/**
 * A refusal is a value: `code` for programs, `message` for people, `details` for a screen that
 * wants to list things.
 */
export type Refusal = {
  ok: false
  code: RefusalCode
  message: LocalizedText
  details?: readonly string[]
}
export type Accepted<E> = { ok: true; events: readonly E[] }
export type Decision<E> = Accepted<E> | Refusal

/**
 * Who did it and when. `at` is UTC milliseconds, stamped once by the station; `by` is the name that
 * the record shows.
 */
export type Meta = { at: number; by: string }

/** An event with its instant and its author, as a state is folded from it. */
export type Recorded<E> = E & Meta

export const accept = <E>(...events: readonly E[]): Accepted<E> => ({ ok: true, events })

export const refuse = (
  code: RefusalCode,
  message: LocalizedText,
  details?: readonly string[],
): Refusal => (details ? { ok: false, code, message, details } : { ok: false, code, message })

/** The end of an exhaustive switch: a new case that nobody handles does not compile. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
