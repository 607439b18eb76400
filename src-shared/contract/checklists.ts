/** The requests of checklists: taken into use, changed, taken out of a table, used no more. */
import { z } from 'zod'
import {
  CHECKLIST_KINDS,
  ITEM_KINDS,
  ON_DAYS,
  type CheckItem,
  type CheckPoint,
  type ChecklistKind,
  type Rhythm,
  type ShippedChecklist,
} from '../domain/checklist/checklist.ts'
import type { ImportedRow } from '../domain/imported-row.ts'
import type { LocalizedText } from '../domain/text.ts'
import { TimeOfDay } from './dates.ts'
import { Id, Nothing, reply, Short, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import { owner } from './tasks.ts'

const Why = personal(2_000)
const MOST_ITEMS = 200
const MOST_POINTS = 200
const MOST_MINUTES = 24 * 60
const MOST_MONTHS = 60
const NUMBERS = 1e12
/** Written in one language it stands in both places. */
const Text = z.strictObject({ zh: Short, en: Short })
const Bound = z.number().min(-NUMBERS).max(NUMBERS)

/** Without `id` it is a new item. `min`, `max`: of a number, both included. */
const item = z.strictObject({
  id: Id.nullish(),
  text: Text,
  kind: z.enum(ITEM_KINDS),
  unit: Text.nullish(),
  min: Bound.nullish(),
  max: Bound.nullish(),
  critical: z.boolean().nullish(),
  photo: z.boolean().nullish(),
})
/** Without `id` it is a new point, and gets a code of its own. `placeId`: of the register. */
const point = z.strictObject({ id: Id.nullish(), name: Text, placeId: Id.nullish() })

/** round: every so many minutes from `from` to `to`; day: each day until `until`. */
const rhythm = z.discriminatedUnion('every', [
  z.strictObject({
    every: z.literal('round'),
    minutes: z.int().min(10).max(MOST_MINUTES),
    from: TimeOfDay,
    to: TimeOfDay,
    days: z.enum(ON_DAYS),
  }),
  z.strictObject({ every: z.literal('day'), until: TimeOfDay, days: z.enum(ON_DAYS) }),
  z.strictObject({ every: z.literal('months'), months: z.int().min(1).max(MOST_MONTHS) }),
  z.strictObject({ every: z.literal('event') }),
  z.strictObject({ every: z.literal('hand') }),
])

/**
 * The whole list. Without `checklistId` it is a new one; `shippedId`: of the installation, which it
 * comes from. `reportsItself`: a critical failure becomes an incident at once, without a person.
 */
const checklist = z.strictObject({
  checklistId: Id.nullish(),
  shippedId: Id.nullish(),
  name: Text,
  kind: z.enum(CHECKLIST_KINDS),
  items: z.array(item).min(1).max(MOST_ITEMS),
  points: z.array(point).max(MOST_POINTS).nullish(),
  rhythm,
  owner: owner.nullish(),
  reportsItself: z.boolean().nullish(),
  reason: Why.nullish(),
})

/**
 * A row of a table as offices keep it: an item, with the list that it belongs to. `kind`, `answer`
 * as they are written there; a list that goes by the name already gets a new version.
 */
const row = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  list: Short,
  kind: Short.nullish(),
  name: Short,
  answer: Short.nullish(),
  unit: Short.nullish(),
  min: Bound.nullish(),
  max: Bound.nullish(),
  critical: z.boolean().nullish(),
  photo: z.boolean().nullish(),
})

/**
 * `version`: how many there were; `at`, `by`: of the last one (UTC ms). `owner.name`: as whoever
 * has to do it is called. `withdrawn`: it is used no more.
 */
export type ChecklistRead = {
  id: string
  name: LocalizedText
  kind: ChecklistKind
  items: readonly CheckItem[]
  points: readonly CheckPoint[]
  rhythm: Rhythm
  owner: { postId: string | null; personId: string | null; name: LocalizedText } | null
  reportsItself: boolean
  shippedId: string | null
  source: LocalizedText | null
  version: number
  at: number
  by: string
  reason: string | null
  withdrawn: { at: number; by: string; reason: string } | null
}

export const checklistRequests = {
  /** Those in use first; `shipped`: of the installation, that the site has not taken over. */
  'checklist/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ lists: readonly ChecklistRead[]; shipped: readonly ShippedChecklist[] }>(),
  }),
  'checklist/save': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    large: true,
    input: checklist,
    reply: reply<{ checklistId: string; version: number }>(),
  }),
  'checklist/withdraw': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ checklistId: Id, reason: Why }),
    reply: reply<Empty>(),
  }),
  /** All rows or none. `preview`: says what would become of each and records nothing. */
  'checklist/import': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    large: true,
    input: z.strictObject({
      rows: z.array(row).min(1).max(2000),
      preview: z.boolean().nullish(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
}
