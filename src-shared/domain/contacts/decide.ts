/** Decides what the register of contacts becomes. */
import { isSame } from '../canonical.ts'
import { accept, type Decision } from '../decision.ts'
import type { Role } from '../plan/plan.ts'
import { unknownPlace } from '../places/refusals.ts'
import type { Guarded } from '../sealed.ts'
import { postOfContact, type Contact, type ContactNumber, type NumberKind } from './contact.ts'
import { categoryOfPost } from './in-roster.ts'
import { unknownContact, unknownNumber, unknownRole } from './refusals.ts'
import { isSameText, type Contacts, type ContactsEvent, type ContactSet } from './stream.ts'

/** A text that was there before comes under the seal that it had. */
export type SetContact = { type: 'SetContact'; contact: Contact; isNew: boolean }
export type RemoveContact = { type: 'RemoveContact'; contactId: string }
export type VerifyNumber = {
  type: 'VerifyNumber'
  contactId: string
  number: Guarded
  words: Guarded
}
export type SetVerification = { type: 'SetVerification'; months: number }
/**
 * The numbers outside as a whole roster says them, by unit or post. `kind`: for a number that is
 * new.
 */
export type SetOutsideNumbers = {
  type: 'SetOutsideNumbers'
  posts: Readonly<Record<string, readonly OutsideLine[]>>
}
export type OutsideLine = { person: Guarded; phone: Guarded; kind: NumberKind }
export type ContactsCommand =
  SetContact | RemoveContact | VerifyNumber | SetVerification | SetOutsideNumbers

/**
 * `contacts`: all that there are, those of an older roster too; `roles`: of the site's documents;
 * `places`: the ids of its register of places; `newId`: another one each time.
 */
export type ContactsWorld = {
  contacts: readonly Contact[]
  roles: readonly Role[]
  places: ReadonlySet<string>
  newId: () => string
}

/** The numbers, each with when it was verified, as far as it was there before. */
const keepingVerified = (
  numbers: readonly ContactNumber[],
  before: readonly ContactNumber[],
): readonly ContactNumber[] =>
  numbers.map(({ number, kind }) => {
    const verified = before.find((entry) => isSameText(entry.number, number))?.verified
    return { number, kind, ...(verified && { verified }) }
  })

/**
 * Nothing follows from setting a contact to what it is. Refuses `unknown-contact`, `unknown-post`
 * (of a role that no document has outside), `unknown-place`.
 */
function setContact(
  { contact, isNew }: SetContact,
  { contacts, roles, places }: ContactsWorld,
): Decision<ContactsEvent> {
  const before = contacts.find(({ id }) => id === contact.id)
  if (!before && !isNew) return unknownContact(contact.id)
  const { role, place } = contact
  const isNewRole = role !== undefined && role !== before?.role
  if (isNewRole && categoryOfPost(role, roles) === null) return unknownRole(role)
  if (place !== undefined && place !== before?.place && !places.has(place))
    return unknownPlace(place)
  const next = { ...contact, numbers: keepingVerified(contact.numbers, before?.numbers ?? []) }
  return before && isSame(next, before) ? accept() : accept({ type: 'ContactSet', contact: next })
}

/** One that only an older roster has is entered with it. Refuses an unknown contact or number. */
function verify(
  register: Contacts | null,
  { contactId, number, words }: VerifyNumber,
  { contacts }: ContactsWorld,
): Decision<ContactsEvent> {
  const contact = contacts.find(({ id }) => id === contactId)
  if (!contact) return unknownContact(contactId)
  if (!contact.numbers.some((entry) => isSameText(entry.number, number))) return unknownNumber()
  const isEntered = register?.contacts.some(({ id }) => id === contactId) ?? false
  return accept(...(isEntered ? [] : [{ type: 'ContactSet' as const, contact }]), {
    type: 'NumberVerified',
    contactId,
    number,
    words,
  })
}

/** What the lines of one name under a unit or post come to. */
function namedContact(
  post: string,
  lines: readonly OutsideLine[],
  before: readonly Contact[],
  { roles, newId }: ContactsWorld,
): Contact {
  const name = lines[0]?.person ?? ''
  const contact = before.find((candidate) => isSameText(candidate.name, name))
  const known = before.flatMap(({ numbers }) => numbers)
  const numbers = lines
    .filter(({ phone }) => phone !== '')
    .map(
      ({ phone, kind }): ContactNumber =>
        known.find(({ number }) => isSameText(number, phone)) ?? { number: phone, kind },
    )
  const category = categoryOfPost(post, roles) ?? 'outside-other'
  return contact
    ? { ...contact, numbers }
    : {
        ...{ id: newId(), name, category, numbers, note: '' },
        ...(category === post ? {} : { role: post }),
      }
}

/**
 * A line is a number of whoever it names. A name that is no longer there is removed, and so is what
 * stood under a unit that the roster does not name any more: it replaces the one before as a whole.
 */
function setOutsideNumbers(
  register: Contacts | null,
  { posts }: SetOutsideNumbers,
  world: ContactsWorld,
): Decision<ContactsEvent> {
  const byPost = Map.groupBy(world.contacts, postOfContact)
  byPost.delete(null)
  const entered = new Map(register?.contacts.map((contact) => [contact.id, contact]))
  const events: ContactsEvent[] = []
  for (const post of new Set([...byPost.keys(), ...Object.keys(posts)])) {
    if (post === null) continue
    const before = byPost.get(post) ?? []
    const named = Map.groupBy(posts[post] ?? [], ({ person }) => JSON.stringify(person))
    const after = [...named.values()].map((lines) => namedContact(post, lines, before, world))
    const changed = after.filter((contact) => !isSame(contact, entered.get(contact.id) ?? null))
    events.push(
      ...changed.map((contact): ContactSet => ({ type: 'ContactSet', contact })),
      ...before
        .filter(({ id }) => after.every((contact) => contact.id !== id))
        .map(({ id }) => ({ type: 'ContactRemoved' as const, contactId: id })),
    )
  }
  return accept(...events)
}

export function decideContacts(
  register: Contacts | null,
  command: ContactsCommand,
  world: ContactsWorld,
): Decision<ContactsEvent> {
  switch (command.type) {
    case 'SetContact':
      return setContact(command, world)
    case 'RemoveContact':
      return world.contacts.some(({ id }) => id === command.contactId)
        ? accept({ type: 'ContactRemoved', contactId: command.contactId })
        : unknownContact(command.contactId)
    case 'VerifyNumber':
      return verify(register, command, world)
    case 'SetVerification':
      return command.months === register?.months
        ? accept()
        : accept({ type: 'VerificationSet', months: command.months })
    case 'SetOutsideNumbers':
      return setOutsideNumbers(register, command, world)
  }
}
