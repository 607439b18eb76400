/**
 * The requests of screens and of this machine: the whole board, a wall's sign of life, the check of
 * the record.
 */
import { z } from 'zod'
import type { Board } from '../domain/board/types.ts'
import { Id, Nothing, reply, writtenOrEmpty, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

/**
 * What checking the whole record found: its last position and hash, or the first bad position.
 * `firstBad` 0: the events are as they were written, and what lies beside them is not; `where`
 * names it, if it has a name.
 */
export type Verified =
  | { ok: true; position: number; hash: string }
  | { ok: false; firstBad: number; why: string; where?: string }

export const screens = {
  'journal/verify': defineRequest({
    kind: 'query',
    who: ['administrator'],
    input: Nothing,
    reply: reply<Verified>(),
  }),
  'board/read': defineRequest({
    kind: 'query',
    who: ['dispatcher', 'wall'],
    input: Nothing,
    reply: reply<Board>(),
  }),
  'wall/alive': defineRequest({
    kind: 'signal',
    who: ['wall'],
    input: z.strictObject({
      wallId: Id,
      beat: z.int().min(0),
      sound: z.enum(['on', 'blocked', 'off']),
      size: writtenOrEmpty(40),
      leaving: z.boolean().optional(),
    }),
    reply: reply<Empty>(),
  }),
}
