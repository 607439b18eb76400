/**
 * The requests of screens and of this machine: the whole board, a wall's sign of life, the check of
 * the record, and whether it still has what a screen has seen of it.
 */
import { z } from 'zod'
import type { Board } from '../domain/board/types.ts'
import { WALL_ASIDES, WALL_VOICES } from '../domain/board/wall-sign.ts'
import type { ClearValues } from '../domain/clear-values.ts'
import type { SetBack } from '../domain/station/head.ts'
import { WALL_VIEWS } from '../domain/walls/wall.ts'
import { Id, Nothing, reply, writtenOrEmpty, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

/**
 * What checking the whole record found: its last position and hash, or the first bad position.
 * `firstBad` 0: the events are as they were written, and what lies beside them is not; `where`
 * names it, if it has a name. `purged`: how many personal values and files were purged since the
 * record began, as it says itself; absent where none were.
 */
export type Verified =
  | { ok: true; position: number; hash: string; purged?: { values: number; files: number } }
  | { ok: false; firstBad: number; why: string; where?: string }

/**
 * Whether the record still has what a screen has seen of it. `hash`: what stands at that position
 * now, or null. `setBack`: what the record says of it, where it is not the same.
 */
export type SeenReply = { hash: string | null; setBack: SetBack | null }

const Millimetres = z.number().positive().max(50_000)

const Point = z.strictObject({
  position: z.int().min(1).max(1e12),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

export const screens = {
  'journal/verify': defineRequest({
    kind: 'query',
    who: ['administrator'],
    input: Nothing,
    reply: reply<Verified>(),
  }),
  /** How many events hold in clear what newer ones hold sealed: none of it is said. */
  'journal/clear-values': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    code: true,
    input: Nothing,
    reply: reply<ClearValues & { position: number }>(),
  }),
  'journal/seen': defineRequest({
    kind: 'query',
    who: ['dispatcher', 'wall'],
    input: Point,
    reply: reply<SeenReply>(),
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
      head: Point.optional(),
      named: Id.optional(), // of `walls/read`, where it goes by a name
      view: z.enum(WALL_VIEWS).optional(),
      voice: z.enum(WALL_VOICES).optional(), // of one that speaks
      safe: z.boolean().optional(), // its plain page stands there
      // its picture, mm, by a card that somebody holds to it
      measured: z.strictObject({ width: Millimetres, height: Millimetres }).optional(),
      aside: z.enum(WALL_ASIDES).optional(), // it shows this, and not what goes on
    }),
    reply: reply<Empty>(),
  }),
  /** It lives on, and all that it last said of itself holds; not `known`: it says it anew. */
  'wall/again': defineRequest({
    kind: 'signal',
    who: ['wall'],
    input: z.strictObject({ wallId: Id }),
    reply: reply<{ known: boolean }>(),
  }),
}
