/**
 * The register of people: who there is, by which numbers, who holds which post for good, what the
 * site says of posts, groups, and who is on leave. Who is on duty follows from it and from the duty
 * roster (`duty/on-duty.ts`).
 */
import type { Guarded } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'

export const PHONE_KINDS = ['mobile', 'desk', 'short', 'radio', 'other'] as const
export type PhoneKind = (typeof PHONE_KINDS)[number]
export type Phone = { number: Guarded; kind: PhoneKind }

/** `left`: no longer here; the id and what the record says of them stay. */
export type Person = { id: string; name: Guarded; phones: readonly Phone[]; left?: true }

/**
 * What the site says of a post: one of its own, or one of the documents (`name` null, since the
 * documents have it). `standsFor`: posts of documents that its people fill while these have nobody
 * of their own. `substitutes`: persons, in the order in which they stand in. `minimum`: how many
 * there must be at once. `outside`: the people of another firm hold it. `necessary`: the site is
 * not ready without it.
 */
export type RegisteredPost = {
  id: string
  name: LocalizedText | null
  standsFor: readonly string[]
  substitutes: readonly string[]
  minimum?: number
  outside?: true
  necessary?: true
}
/** `members`: ids of persons, and of posts, which stand for whoever is on duty there. */
export type Group = {
  id: string
  name: LocalizedText
  lead: string | null
  members: readonly string[]
}
/** `from`, `until`: local dates, both included. */
export type Leave = {
  id: string
  personId: string
  from: string
  until: string
  reason: Guarded | null
}
/** `person`: their id. `phone`: the number at this post; empty without one. */
export type Holder = { person: string; phone: Guarded }
/** By post, in the order in which the roster names them. */
export type Holders = Readonly<Record<string, readonly Holder[]>>

/**
 * `begun`: a roster was set or a person entered; before that nobody is on duty, and nobody is
 * missed. `identified` false: nothing but rosters of an older program, which say no ids. Whether
 * two entries of them are the same person can then be seen from the opened values only
 * (`identify.ts`).
 */
export type Register = {
  persons: readonly Person[]
  posts: readonly RegisteredPost[]
  groups: readonly Group[]
  leave: readonly Leave[]
  holders: Holders
  begun: boolean
  identified: boolean
}

export const EMPTY_REGISTER: Register = {
  persons: [],
  posts: [],
  groups: [],
  leave: [],
  holders: {},
  begun: false,
  identified: true,
}

export const personIn = (register: Register | null, id: string): Person | undefined =>
  register?.persons.find((person) => person.id === id)

/** Whether somebody may be put on duty: they are known and have not left. */
export const isHere = (person: Person | undefined): person is Person =>
  person !== undefined && person.left !== true

/** The leave that a local date lies in, of this person; undefined: none. */
export const leaveOn = (
  { leave }: Pick<Register, 'leave'>,
  personId: string,
  date: string,
): Leave | undefined =>
  leave.find((entry) => entry.personId === personId && entry.from <= date && date <= entry.until)

/** The number by which somebody is reached at a post: the one for it, else their first. */
export const numberAt = (register: Register | null, post: string, person: Person): Guarded =>
  register?.holders[post]?.find((holder) => holder.person === person.id && holder.phone !== '')
    ?.phone ??
  person.phones[0]?.number ??
  ''

/** The posts that a person holds for good, in the order of the roster. */
export const postsHeldBy = ({ holders }: Pick<Register, 'holders'>, personId: string): string[] =>
  Object.entries(holders)
    .filter(([, people]) => people.some(({ person }) => person === personId))
    .map(([post]) => post)
