/**
 * The requests of keeping and purging personal values: after how many days, what is held, what goes
 * next.
 */
import { z } from 'zod'
import type { PurgeDone, Purges } from '../domain/purge/stream.ts'
import type { PurgeDue } from '../domain/retention/due.ts'
import type { Retention } from '../domain/retention/stream.ts'
import type { LocalizedText } from '../domain/text.ts'
import { Id, Nothing, reply, written, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const Days = z.int().min(0).max(100_000)
const Reason = personal(2000)

const retention = z.strictObject({
  days: Days.nullable(),
  exceptions: z
    .array(
      z.strictObject({ type: Id.nullable(), level: z.int().min(1).max(9).nullable(), days: Days }),
    )
    .max(200)
    .nullish(),
  reason: Reason,
})
const hold = z.strictObject({ incidentId: Id, reason: Reason })

/** `number`: short, null of one without; `at`: from when on it may go (UTC ms). */
export type PurgeNext = PurgeDue & { incidentId: string; number: string | null }
/** `reason`: null once it is purged itself; `at`: UTC ms. */
export type HoldRead = { reason: string | null; at: number; by: string }
export type HeldIncident = HoldRead & { incidentId: string; number: string | null }

/**
 * `offered`: whether this station purges at all. `range`: lowest and highest days; `source`: why it
 * is so. `next`: what goes within 30 days, the nearest first, of `total`. `purged`: all that ever
 * was; null: nothing.
 */
export type RetentionRead = Retention & {
  offered: boolean
  range: readonly [number, number]
  source: LocalizedText
  next: readonly PurgeNext[]
  total: number
  holds: readonly HeldIncident[]
  purged: Purges | null
}
/** `due`: null: it is not archived, or no rule purges it. */
export type RetentionOf = {
  hold: HoldRead | null
  purged: readonly PurgeDone[]
  due: PurgeDue | null
}

/**
 * A personal value of the record: `where` and as what (`field`) it stands, in which incident, since
 * when (UTC ms). `keeps`: what keeps it from being purged and what to do first; null: it may go.
 */
export type FoundPersonal = {
  sealed: string
  value: string
  at: number
  where: LocalizedText
  field: LocalizedText
  incidentId: string | null
  number: string | null
  keeps: LocalizedText | null
}
/** An event that names it in clear: who acted, or one of an older record. It stays as it is. */
export type ClearMention = {
  seq: number
  at: number
  by: string
  where: LocalizedText
  incidentId: string | null
}
/** `more`: there is more than is listed; `position`: up to which event it was looked for. */
export type PersonRead = {
  found: readonly FoundPersonal[]
  clear: readonly ClearMention[]
  more: boolean
  position: number
}

const Needle = written(200)
/** A name, a number, or both: whatever has one of them in it. */
export const aboutPerson = z
  .strictObject({ name: Needle.nullish(), number: Needle.nullish() })
  .refine(({ name, number }) => Boolean(name) || Boolean(number))

export const retentionRequests = {
  /** After how many days in the archive personal values are purged; null: never by itself. */
  'retention/set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    input: retention,
    reply: reply<Empty>(),
  }),
  'retention/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<RetentionRead>(),
  }),
  /** Of one incident, on the board or not. */
  'retention/of': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id }),
    reply: reply<RetentionOf>(),
  }),
  /** Its personal values stay until the hold is lifted, whatever the rule says. */
  'retention/hold': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: hold,
    reply: reply<Empty>(),
  }),
  'retention/lift': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    input: hold,
    reply: reply<Empty>(),
  }),
  /** All that the record holds of one person, and what keeps each value from being purged. */
  'retention/find': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    code: true,
    input: aboutPerson,
    reply: reply<PersonRead>(),
  }),
  /** On request: these values are destroyed, each whole, and files with such a name. */
  'retention/purge': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    large: true,
    exclusive: true,
    prepare: true,
    input: z.strictObject({
      seals: z
        .array(z.string().regex(/^[0-9a-f]{64}$/))
        .min(1)
        .max(2000),
      reason: Reason,
    }),
    reply: reply<{ values: number; files: number }>(),
  }),
}
