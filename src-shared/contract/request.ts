/**
 * Defines a request of the contract: everything that the station has to know of it before a handler
 * runs stands in its definition.
 */
import type { z } from 'zod'

/**
 * administrator: a program on this machine that holds the local token; may send what a dispatcher
 * may.
 */
export type CallerRole = 'administrator' | 'dispatcher' | 'wall'

/** How long a request may be as JSON in UTF-8. */
export const REQUEST_BYTES = 64 * 1024
export const LARGE_REQUEST_BYTES = 1024 * 1024

/**
 * `code`: once this machine has an administrator's code, a console needs it for this request. A
 * console that was unlocked by it may also send what is the administrator's alone. `large`: it may
 * be {@link LARGE_REQUEST_BYTES} long, since what it brings must be taken whole or not at all.
 */
type Common = {
  who: readonly CallerRole[]
  code?: true
  large?: true
  input: z.ZodType
  reply: unknown
}
/**
 * Writes events, and needs an id. `exclusive`: what it changes is what others are decided by, so it
 * has a batch of its own. `prepare`: something is read for it before its batch, so that no alarm
 * waits for the reading.
 */
export type CommandDefinition = Common & { kind: 'command'; exclusive?: true; prepare?: true }
/** Reads; it takes no turn in the queue of commands. */
export type QueryDefinition = Common & { kind: 'query' }
/** A screen's sign of life: it needs no id and writes no event. */
export type SignalDefinition = Common & { kind: 'signal' }
export type RequestDefinition = CommandDefinition | QueryDefinition | SignalDefinition

/** `who` may send it; `input` is checked before a handler sees it; `reply` is a type only. */
export const defineRequest = <const R extends RequestDefinition>(request: R): R => request
