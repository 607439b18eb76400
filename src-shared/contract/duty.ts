/**
 * The requests of the duty roster: which shifts there are, who is entered for them day by day, and
 * who is on now.
 */
import { z } from 'zod'
import type { ImportedRow } from '../domain/imported-row.ts'
import { DAY_MS } from '../domain/units.ts'
import type { LocalizedText } from '../domain/text.ts'
import { LocalDate, saying, TimeOfDay } from './dates.ts'
import { Id, Nothing, reply, type Empty } from './parts.ts'
import { LocalName, type PhoneRead } from './people.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

/** The most days that are read at once, both ends included. */
const MOST_DAYS = 62

const daysApart = (from: string, until: string): number =>
  (Date.parse(until) - Date.parse(from)) / DAY_MS

/** Left out: from the Monday of this week, a week. */
const reading = z
  .strictObject({ from: LocalDate.optional(), until: LocalDate.optional() })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    ...saying('早于from，请把两个日期对调', 'is before "from": swap the two dates'),
    abort: true,
  })
  .refine(
    ({ from, until }) =>
      from === undefined || until === undefined || daysApart(from, until) < MOST_DAYS,
    {
      path: ['until'],
      ...saying(
        `离from太远，一次最多${MOST_DAYS}天`,
        `is too far from "from": ${MOST_DAYS} days at most`,
      ),
    },
  )
  .nullish()
const shiftFields = {
  name: LocalName,
  begins: TimeOfDay,
  ends: TimeOfDay,
  minimum: z.int().min(0).max(99).nullish(),
  posts: z.array(Id).max(100),
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).nullish(),
  controlRoom: z.boolean().nullish(),
}
/**
 * `ends` at or before `begins`: on the next day. `weekdays`: 1 is Monday; left out, every day.
 * `controlRoom`: of the fire control room, which the policy wants so many persons for.
 */
const shift = z.strictObject({ id: Id.nullish(), ...shiftFields })
/** A shift that is made with the entries of a table; only they know it by this `id`. */
const newShift = z.strictObject({ id: Id, ...shiftFields })
/** Whoever stood there before is replaced; an empty list clears. */
const entries = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        date: LocalDate,
        shiftId: Id,
        postId: Id,
        persons: z.array(Id).max(20),
      }),
    )
    .min(1)
    .max(5000),
})
/**
 * An entry of a table; `row` as a person counts the rows of the file. A person of the register by
 * id, or somebody new by name: one name is one person. Nobody clears.
 */
const listed = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  date: LocalDate,
  shiftId: Id,
  postId: Id,
  persons: z
    .array(z.union([z.strictObject({ id: Id }), z.strictObject({ name: personal(200) })]))
    .max(20),
})
/** `days` days from `from` on, to `to` and the days after it. */
const copying = z.strictObject({
  from: LocalDate,
  days: z.int().min(1).max(31),
  to: LocalDate,
  overwrite: z.boolean().optional(),
})
/**
 * `weekdays`: null is every day. `minimum`: as it was entered. `least`: how many must be there: as
 * many, of a shift of the fire control room no fewer than its policy says.
 */
export type ShiftRead = {
  id: string
  name: LocalizedText
  begins: string
  ends: string
  minimum: number
  least: number
  posts: readonly string[]
  weekdays: readonly number[] | null
  controlRoom?: true
}
type Named = { id: string; name: string }
export type DutyEntryRead = {
  date: string
  shiftId: string
  postId: string
  persons: readonly Named[]
}
/** `postId` null: the shift as a whole is under its minimum. `lacking`: how many persons. */
export type GapRead = { date: string; shiftId: string; postId: string | null; lacking: number }
/** `substitute`: stands in for who is not there. */
type OnDutyRead = Named & { substitute?: true }
/** A shift that runs, or begins next: `since`, `until` in UTC ms. */
export type RunningShift = {
  shiftId: string
  name: LocalizedText
  date: string
  since: number
  until: number
  posts: readonly { postId: string; name: LocalizedText; people: readonly OnDutyRead[] }[]
}
/** `next`: the shifts that begin next, all at one instant; empty without any within eight days. */
export type DutyRead = {
  from: string
  until: string
  shifts: readonly ShiftRead[]
  days: readonly DutyEntryRead[]
  gaps: readonly GapRead[]
  now: readonly RunningShift[]
  next: readonly RunningShift[]
}
/**
 * Everybody who is on now, by shift or because no shift names their post, with their telephones.
 * `until`: UTC ms of the next change that is foreseen, null: none. `posts`: null without a roster.
 */
export type DutyNow = {
  until: number | null
  posts:
    | readonly {
        postId: string
        name: LocalizedText
        people: readonly (OnDutyRead & { phones: readonly PhoneRead[] })[]
      }[]
    | null
}

export const duty = {
  'duty/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: reading,
    reply: reply<DutyRead>(),
  }),
  'duty/now': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<DutyNow>(),
  }),
  'duty/shift-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: shift,
    reply: reply<{ id: string }>(),
  }),
  /** With everything that was entered for it. */
  'duty/shift-remove': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ id: Id }),
    reply: reply<Empty>(),
  }),
  'duty/set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: entries,
    reply: reply<Empty>(),
  }),
  'duty/copy': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: copying,
    reply: reply<Empty>(),
  }),
  /**
   * All rows and the shifts that they need, or none. `preview`: says what would become of each row
   * and records nothing.
   */
  'duty/import': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    large: true,
    exclusive: true,
    input: z.strictObject({
      rows: z.array(listed).min(1).max(5000),
      shifts: z.array(newShift).max(20).nullish(),
      preview: z.boolean().nullish(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
}
