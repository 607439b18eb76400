/** The events of the register of people, and what each makes of it. */
import { unreachable, type Recorded } from '../decision.ts'
import { isSealed, type Guarded } from '../sealed.ts'
import {
  EMPTY_REGISTER,
  type Group,
  type Holder,
  type Leave,
  type Person,
  type Phone,
  type Register,
  type RegisteredPost,
} from './register.ts'

/** By post; several people may hold one. The telephone numbers are those of the post. */
export type Posts = Record<string, { person: Guarded; phone: Guarded }[]>

/**
 * Who holds which post, all of it at once. `persons`: their ids, in the same places; absent in what
 * an older program has written.
 */
export type RosterSet = {
  type: 'RosterSet'
  posts: Posts
  persons?: Readonly<Record<string, readonly string[]>>
}
/** `posts`: those that they hold for good. */
export type PersonSet = {
  type: 'PersonSet'
  person: Omit<Person, 'left'>
  posts: readonly string[]
}
export type PersonLeft = { type: 'PersonLeft'; personId: string; reason: Guarded | null }
export type PostSet = { type: 'PostSet'; post: RegisteredPost }
export type PostRemoved = { type: 'PostRemoved'; postId: string }
export type GroupSet = { type: 'GroupSet'; group: Group }
export type GroupRemoved = { type: 'GroupRemoved'; groupId: string }
export type LeaveSet = { type: 'LeaveSet'; leave: Leave }
export type LeaveRemoved = { type: 'LeaveRemoved'; leaveId: string }
export type RosterEvent =
  | RosterSet
  | PersonSet
  | PersonLeft
  | PostSet
  | PostRemoved
  | GroupSet
  | GroupRemoved
  | LeaveSet
  | LeaveRemoved

/** The same value as the record has it: the same words in clear, or the same seal. */
const isSameValue = (a: Guarded, b: Guarded): boolean =>
  isSealed(a) || isSealed(b) ? isSealed(a) && isSealed(b) && a.sealed === b.sealed : a === b

/** With this entry in the place of the one of its id, else at the end. */
const withEntry = <T extends { id: string }>(list: readonly T[], entry: T): readonly T[] =>
  list.some(({ id }) => id === entry.id)
    ? list.map((before) => (before.id === entry.id ? entry : before))
    : [...list, entry]

const without = <T extends { id: string }>(list: readonly T[], gone: string): readonly T[] =>
  list.filter(({ id }) => id !== gone)

/** Numbers with the one that the roster names: in the place of the one that it named before. */
function withNumber(
  phones: readonly Phone[],
  number: Guarded,
  before: Guarded | undefined,
): readonly Phone[] {
  if (number === '' || phones.some((phone) => isSameValue(phone.number, number))) return phones
  const replaced = phones.findIndex(
    (phone) => before !== undefined && isSameValue(phone.number, before),
  )
  const phone: Phone = { number, kind: 'other' }
  return replaced < 0 ? [...phones, phone] : phones.with(replaced, phone)
}

/** An entry of an older program: the same words in clear are one person, a seal is its own. */
const sameInClear = (
  persons: Iterable<Person>,
  name: Guarded,
  phone: Guarded,
): string | undefined =>
  isSealed(name) || isSealed(phone)
    ? undefined
    : [...persons].find(
        (person) =>
          person.name === name && (phone === '' || person.phones.some((p) => p.number === phone)),
      )?.id

/** Post by post in one order, since a record keeps no order of names. */
export const inOneOrder = (posts: Posts): readonly (readonly [string, Posts[string]])[] =>
  Object.entries(posts).sort(([a], [b]) => (a < b ? -1 : 1))

/** An id that no person has. */
function freeId(persons: ReadonlyMap<string, Person>): string {
  let number = persons.size + 1
  while (persons.has(`roster-${number}`)) number += 1
  return `roster-${number}`
}

/** Persons whom it does not name stay, without a post: what else is known of them is not its. */
function rosterSet(before: Register, { posts, persons: ids }: RosterSet): Register {
  const base = before.identified ? before : EMPTY_REGISTER
  const persons = new Map(base.persons.map((person) => [person.id, person]))
  const named = new Map<string, Person>() // by this roster alone
  const holders: Record<string, readonly Holder[]> = {}
  for (const [post, people] of inOneOrder(posts))
    holders[post] = people.map(({ person: name, phone }, index) => {
      const id = ids?.[post]?.[index] ?? sameInClear(named.values(), name, phone) ?? freeId(persons)
      const known = persons.get(id)
      const shownBefore = base.holders[post]?.find(({ person }) => person === id)?.phone
      const person: Person = {
        id,
        name: known?.name ?? name,
        phones: withNumber(known?.phones ?? [], phone, shownBefore),
      }
      persons.set(id, person)
      named.set(id, person)
      return { person: id, phone }
    })
  return {
    ...base,
    persons: [...persons.values()],
    holders,
    begun: true,
    identified: ids !== undefined,
  }
}

/** Who held a post stays in their place there; who comes to one stands at its end. */
function personSet(register: Register, { person, posts }: PersonSet): Register {
  const first = person.phones[0]?.number ?? ''
  const isNumber = (number: Guarded): boolean =>
    person.phones.some((phone) => isSameValue(phone.number, number))
  const holders = Object.fromEntries(
    [...new Set([...Object.keys(register.holders), ...posts])].map((post) => {
      const people = register.holders[post] ?? []
      if (!posts.includes(post)) return [post, people.filter(({ person: id }) => id !== person.id)]
      return people.some(({ person: id }) => id === person.id)
        ? [
            post,
            people.map((holder) =>
              holder.person === person.id && !isNumber(holder.phone)
                ? { ...holder, phone: first }
                : holder,
            ),
          ]
        : [post, [...people, { person: person.id, phone: first }]]
    }),
  )
  return {
    ...register,
    persons: withEntry<Person>(register.persons, person),
    holders,
    begun: true,
  }
}

const withoutPerson = (register: Register, personId: string): Register => ({
  ...register,
  holders: Object.fromEntries(
    Object.entries(register.holders).map(([post, people]) => [
      post,
      people.filter(({ person }) => person !== personId),
    ]),
  ),
  posts: register.posts.map((post) => ({
    ...post,
    substitutes: post.substitutes.filter((id) => id !== personId),
  })),
  groups: register.groups.map((group) => ({
    ...group,
    lead: group.lead === personId ? null : group.lead,
    members: group.members.filter((id) => id !== personId),
  })),
  leave: register.leave.filter((entry) => entry.personId !== personId),
})

const personLeft = (register: Register, { personId }: PersonLeft): Register =>
  withoutPerson(
    {
      ...register,
      persons: register.persons.map((person) =>
        person.id === personId ? { ...person, left: true } : person,
      ),
    },
    personId,
  )

/** A post of the site goes with its people; of a document's post only what the site said of it. */
function postRemoved(register: Register, { postId }: PostRemoved): Register {
  const isOfSite = register.posts.some(({ id, name }) => id === postId && name !== null)
  const posts = without(register.posts, postId)
  if (!isOfSite) return { ...register, posts }
  const holders = Object.fromEntries(
    Object.entries(register.holders).filter(([post]) => post !== postId),
  )
  return {
    ...register,
    posts,
    holders,
    groups: register.groups.map((group) => ({
      ...group,
      members: group.members.filter((id) => id !== postId),
    })),
  }
}

/** The register after one more event; null before the first. */
export function evolveRegister(state: Register | null, event: Recorded<RosterEvent>): Register {
  if (event.type === 'RosterSet') return rosterSet(state ?? EMPTY_REGISTER, event)
  const register: Register = { ...(state ?? EMPTY_REGISTER), identified: true }
  switch (event.type) {
    case 'PersonSet':
      return personSet(register, event)
    case 'PersonLeft':
      return personLeft(register, event)
    case 'PostSet':
      return { ...register, posts: withEntry(register.posts, event.post) }
    case 'PostRemoved':
      return postRemoved(register, event)
    case 'GroupSet':
      return { ...register, groups: withEntry(register.groups, event.group) }
    case 'GroupRemoved':
      return { ...register, groups: without(register.groups, event.groupId) }
    case 'LeaveSet':
      return { ...register, leave: withEntry(register.leave, event.leave) }
    case 'LeaveRemoved':
      return { ...register, leave: without(register.leave, event.leaveId) }
    default:
      return unreachable(event)
  }
}
