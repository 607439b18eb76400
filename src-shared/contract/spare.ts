/** The requests of the spare: invite one, see how far it has come, let none in any more. */
import { Nothing, reply, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

/**
 * `open`: where this machine gives its record out in the room; null: nobody may follow. `follower`:
 * the spare, how far it had come (`seq`) when it asked last (`at`, UTC ms). `taken`: who goes on
 * with the record, since when, and how far that machine had come; null: this one.
 */
export type SpareRead = {
  offered: boolean
  open: { port: number; hosts: readonly string[]; fingerprint: string } | null
  follower: { host: string; seq: number; at: number } | null
  taken: { by: string; at: number; epoch: number; position: number } | null
  position: number
}

export const spareRequests = {
  'spare/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<SpareRead>(),
  }),
  /** `text` pairs one spare, once. Refused: `spare-not-offered`, `spare-door-stuck`. */
  'spare/invite': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    code: true,
    input: Nothing,
    reply: reply<{ text: string }>(),
  }),
  /** Refused: `spare-not-offered`. */
  'spare/shut': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    code: true,
    input: Nothing,
    reply: reply<Empty>(),
  }),
}
