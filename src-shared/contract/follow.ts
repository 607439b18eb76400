/**
 * The wire between a station and its spare, in one room: the links of the hand-up with what stays
 * in the room besides, personal values, answers of commands and files. HTTPS, each machine known by
 * its own pinned certificate; `Authorization: Bearer <token>` but for {@link FollowPair}.
 */
import { z } from 'zod'
import { Head, Point } from './hand-up.ts'
import { Instant } from './parts.ts'

/** How many events a portion has at most; one is sent at once, or after so many ms without any. */
export const PORTION_EVENTS = 500
export const PORTION_WAIT_MS = 5_000
/** How many seals are asked for at once. */
export const SEALS_AT_ONCE = 2_000

const Sha = z.string().regex(/^[0-9a-f]{64}$/)

/** Where a machine answers the other: its address is the one that it comes from. */
export const MachineDoor = z.strictObject({ port: z.int().min(1).max(65_535), fingerprint: Sha })
export type MachineDoor = z.output<typeof MachineDoor>

/** `POST /v1/follow/pair`: `code` of the text that the station shows, valid once. */
export const FollowPair = z.strictObject({ code: z.string().max(200), door: MachineDoor })
export const FollowPaired = z.object({ token: z.string().min(16).max(200) })

/** `POST /v1/follow/next`: what comes behind `after`. */
export const FollowNext = z.strictObject({ after: Point, door: MachineDoor })
export const FollowPortion = z.object({
  events: z.array(
    z.object({
      seq: z.int().min(1),
      stream: z.string(),
      version: z.int(),
      type: z.string(),
      at: z.number(),
      by: z.string(),
      salt: z.string().nullable().default(null), // null: its line has `by` in clear
      commandId: z.string().nullable(),
      body: z.string(),
      hash: Sha,
    }),
  ),
  seals: z.array(
    z.object({
      sealed: z.string(),
      salt: z.string(),
      value: z.string(),
      stream: z.string(),
      seq: z.int(),
    }),
  ),
  commands: z.array(
    z.object({
      id: z.string(),
      digest: z.string(),
      salt: z.string(),
      position: z.int(),
      reply: z.string(),
    }),
  ),
  head: Head,
  at: Instant, // the station's wall
  pairing: z.string().nullable(), // with HQ, as its file has it: it is the record's
})
export type FollowPortion = z.output<typeof FollowPortion>

/** `POST /v1/follow/values`: which of these still have a value; the others were purged. */
export const FollowValues = z.strictObject({ sealed: z.array(z.string()).max(SEALS_AT_ONCE) })
export const FollowValuesThere = z.object({ there: z.array(z.string()) })

/**
 * `POST /v1/follow/claim`: the spare has taken the record over, in a later epoch. `by`: which
 * machine, for people. `position`: how far it had come. The station answers `{ fenced: true }`.
 */
export const Claim = z.strictObject({
  epoch: z.int().min(2),
  position: z.int().min(0),
  at: Instant,
  by: z.string().min(1).max(200),
})
export type Claim = z.output<typeof Claim>
/** `POST /v1/follow/who`, by the station to its spare: whether that has taken over. */
export const FollowWho = z.object({ claim: Claim.nullable() })

/** `POST` but for the file (GET); refusals: `{ code }` with 401, 404 or 409. */
export const FOLLOW_PATHS = {
  pair: '/v1/follow/pair',
  next: '/v1/follow/next',
  values: '/v1/follow/values',
  claim: '/v1/follow/claim',
  who: '/v1/follow/who',
  file: (id: string): string => `/v1/follow/file/${id}`,
} as const
