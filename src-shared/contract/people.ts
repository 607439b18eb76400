/**
 * The requests of the register of people: persons with their telephones and posts, what the site
 * says of posts, groups, and who is on leave.
 */
import { z } from 'zod'
import type { ImportedRow } from '../domain/imported-row.ts'
import { PHONE_KINDS, type PhoneKind } from '../domain/roster/register.ts'
import type { LocalizedText } from '../domain/text.ts'
import { LocalDate, saying } from './dates.ts'
import { Id, Nothing, reply, Short, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import type { Post } from './site.ts'

/** A name in both languages, or one text for both. */
export const LocalName = z.union([Short, z.strictObject({ zh: Short, en: Short })])

const Phone = z.strictObject({ number: personal(40), kind: z.enum(PHONE_KINDS).optional() })
const Phones = z.array(Phone).max(10)

/** Without `id` a new person; with it what is sent replaces what stood there. */
const person = z.strictObject({
  id: Id.nullish(),
  name: personal(200),
  phones: Phones,
  posts: z.array(Id).max(40),
})
const leaving = z.strictObject({ id: Id, reason: personal(2000).nullish() })
/**
 * Without `id` a new post of the site, which needs a `name`; with the id of a document's post what
 * the site says of it. `substitutes`: persons in their order; what is left out is not so.
 */
const post = z
  .strictObject({
    id: Id.nullish(),
    name: LocalName.nullish(),
    standsFor: z.array(Id).max(80).optional(),
    substitutes: z.array(Id).max(20).optional(),
    minimum: z.int().min(1).max(99).nullish(),
    necessary: z.boolean().optional(),
    outside: z.boolean().optional(),
  })
  .refine(({ id, name }) => (id ?? name ?? null) !== null, { path: ['name'] })
const group = z.strictObject({
  id: Id.nullish(),
  name: LocalName,
  lead: Id.nullish(),
  members: z.array(Id).max(200),
})
const leave = z
  .strictObject({
    id: Id.nullish(),
    personId: Id,
    from: LocalDate,
    until: LocalDate,
    reason: personal(2000).nullish(),
  })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    ...saying('早于from，请把两个日期对调', 'is before "from": swap the two dates'),
  })
/**
 * A row of a list; `row` as a person counts the rows of the file. With `id` somebody of the
 * register, without it somebody new. What is left out stays as it is. `posts`: by id or name; a
 * name that no post has makes one of the site. `groups`: likewise.
 */
const listed = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  id: Id.nullish(),
  name: personal(200),
  phones: Phones.optional(),
  posts: z.array(Short).max(40).optional(),
  groups: z.array(Short).max(20).optional(),
})
const byId = z.strictObject({ id: Id })
export type PhoneRead = { number: string; kind: PhoneKind }
/** `onLeave`: the leave that today lies in, else null. `left`: no longer here. */
export type PersonRead = {
  id: string
  name: string
  phones: readonly PhoneRead[]
  posts: readonly string[]
  onLeave: { from: string; until: string } | null
  left: boolean
}
/**
 * A post that people hold (kinds `anyone` and, unless it is the site's own, `external` are none),
 * with what the site says of it. `ofSite`: the site made it; `standsFor`: the posts of documents
 * that its people fill while these have nobody of their own; `minimum`: null without one.
 */
export type PostRead = Post & {
  ofSite: boolean
  outside: boolean
  standsFor: readonly string[]
  substitutes: readonly string[]
  minimum: number | null
  necessary: boolean
}
export type GroupRead = {
  id: string
  name: LocalizedText
  lead: string | null
  members: readonly string[] // persons and posts
}
/** `from`, `until`: local dates, both included. `reason`: null where nobody gave one. */
export type LeaveRead = {
  id: string
  personId: string
  from: string
  until: string
  reason: string | null
}
export type PeopleRead = {
  persons: readonly PersonRead[]
  posts: readonly PostRead[]
  groups: readonly GroupRead[]
  leave: readonly LeaveRead[]
}
export const people = {
  'people/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<PeopleRead>(),
  }),
  'people/person-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: person,
    reply: reply<{ id: string }>(),
  }),
  /** No longer here: their entries of the days after today become gaps. */
  'people/person-leave': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: leaving,
    reply: reply<Empty>(),
  }),
  'people/post-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: post,
    reply: reply<{ id: string }>(),
  }),
  /** Of a document's post: what the site said of it. */
  'people/post-remove': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: byId,
    reply: reply<Empty>(),
  }),
  'people/group-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: group,
    reply: reply<{ id: string }>(),
  }),
  'people/group-remove': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: byId,
    reply: reply<Empty>(),
  }),
  'people/leave-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: leave,
    reply: reply<{ id: string }>(),
  }),
  'people/leave-remove': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: byId,
    reply: reply<Empty>(),
  }),
  /** All rows or none. `preview`: says what would become of each and records nothing. */
  'people/import': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    large: true,
    exclusive: true,
    input: z.strictObject({
      rows: z.array(listed).min(1).max(1000),
      preview: z.boolean().nullish(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
}
