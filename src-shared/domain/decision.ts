/**
 * What a rule answers: the facts that follow, or a refusal that says why. It throws nothing and
 * knows no command.
 */
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
