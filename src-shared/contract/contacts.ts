/** The requests of the register of contacts: bodies and persons outside, with their numbers. */
import { z } from 'zod'
import {
  CATEGORY_IDS,
  DUE_MONTHS_RANGE,
  NUMBER_KINDS,
  type ContactCategory,
  type NumberKind,
} from '../domain/contacts/contact.ts'
import type { MissingNumber } from '../domain/contacts/missing-numbers.ts'
import type { ImportedRow } from '../domain/imported-row.ts'
import type { Words } from '../domain/history/words.ts'
import { Id, Nothing, reply, Short, type Empty } from './parts.ts'
import { personal, personalOrEmpty } from './personal.ts'
import { defineRequest } from './request.ts'

const Months = z.int().min(DUE_MONTHS_RANGE[0]).max(DUE_MONTHS_RANGE[1])
const numbers = z
  .array(z.strictObject({ number: personal(40), kind: z.enum(NUMBER_KINDS).nullish() }))
  .max(20)

/**
 * The whole contact: what is left out it has not. Without `id` it is a new one. `numbers` in the
 * order in which they are rung; `kind` left out: a mobile or a desk number, as it looks. A number
 * that it had keeps when it was verified. `role`, `place`, `dueMonths`: see `Contact`.
 */
const contact = z.strictObject({
  id: Id.nullish(),
  name: personal(200),
  category: z.enum(CATEGORY_IDS),
  role: Id.nullish(),
  numbers,
  allHours: z.boolean().nullish(),
  place: Id.nullish(),
  dueMonths: Months.nullish(),
  note: personalOrEmpty(2000).nullish(),
})

/**
 * A row of a list as offices keep it; `row` as a person counts the rows of the file. `category` and
 * `place` as they are written there: the name of a category or of a place of the register. A
 * contact of the same name and category is the same one.
 */
const contactRow = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  name: personal(200),
  category: Short,
  numbers,
  allHours: z.boolean().nullish(),
  place: Short.nullish(),
  note: personalOrEmpty(2000).nullish(),
})

/**
 * `verifiedAt` (UTC ms), `verifiedBy`: null while nobody has verified it. `dueAt`: when it is to be
 * verified again, UTC ms; null: it never was, so that it is due now. `due`: it is, and is marked so
 * wherever it is shown; it is rung all the same.
 */
export type NumberRead = {
  number: string
  kind: NumberKind
  verifiedAt: number | null
  verifiedBy: string | null
  words: string // what was said of it when it was verified; empty: nothing
  dueAt: number | null
  due: boolean
}
/** A text that was purged is empty. `dueMonths` null: as the site has it. */
export type ContactRead = {
  id: string
  name: string
  category: ContactCategory
  role: string | null
  numbers: readonly NumberRead[]
  allHours: boolean
  place: string | null
  dueMonths: number | null
  note: string
  words: Words // by which it is found
}
/** A number that is to be verified now. */
export type DueNumber = { contactId: string; name: string; number: string; dueAt: number | null }
/**
 * `months`: after how many a number is to be verified again; `usual`, `range`: as it comes, and
 * what it may be. `categories` in the order of lists. `missing`: every number that a step of a plan
 * of this site needs and that is not on file. `due`: those never verified first, then by `dueAt`.
 */
export type ContactsRead = {
  contacts: readonly ContactRead[]
  months: number
  usual: number
  range: readonly [number, number]
  missing: readonly MissingNumber[]
  due: readonly DueNumber[]
}

export const contactRequests = {
  'contacts/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<ContactsRead>(),
  }),
  /** A room at night must be able to put a number right: nothing of it waits for a code. */
  'contacts/set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: contact,
    reply: reply<{ id: string }>(),
  }),
  'contacts/remove': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ id: Id }),
    reply: reply<Empty>(),
  }),
  /** Somebody has rung it, or was told: it is right. `words`: who answered, and the like. */
  'contacts/verify': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({
      id: Id,
      number: personal(40),
      words: personalOrEmpty(2000).nullish(),
    }),
    reply: reply<Empty>(),
  }),
  'contacts/verification-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ months: Months }),
    reply: reply<Empty>(),
  }),
  /** All rows or none. `preview`: says what would become of each and records nothing. */
  'contacts/import': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    large: true,
    exclusive: true,
    input: z.strictObject({
      rows: z.array(contactRow).min(1).max(1000),
      preview: z.boolean().nullish(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
}
