/** The stream of the register of contacts. Each event says the whole contact. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Guarded } from '../sealed.ts'
import { localized } from '../text.ts'
import {
  CATEGORY_IDS,
  DUE_MONTHS,
  NUMBER_KINDS,
  type Contact,
  type ContactNumber,
} from './contact.ts'

/** A new one, or what one has become. */
export type ContactSet = { type: 'ContactSet'; contact: Contact }
export type ContactRemoved = { type: 'ContactRemoved'; contactId: string }
/** `number` is the seal of a number of the contact. */
export type NumberVerified = {
  type: 'NumberVerified'
  contactId: string
  number: Guarded
  words: Guarded
}
/** After how many months numbers are to be verified again. */
export type VerificationSet = { type: 'VerificationSet'; months: number }
export type ContactsEvent = ContactSet | ContactRemoved | NumberVerified | VerificationSet

/** `removed`: ids of those that only an older roster still has. */
export type Contacts = {
  months: number
  contacts: readonly Contact[]
  removed: readonly string[]
}

const NONE: Contacts = { months: DUE_MONTHS, contacts: [], removed: [] }

/** How the ids of contacts begin that stand in an older roster alone. */
export const IN_ROSTER = 'roster.'

const without = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : ids

function withContact({ contacts, removed, ...rest }: Contacts, contact: Contact): Contacts {
  const isThere = contacts.some(({ id }) => id === contact.id)
  return {
    ...rest,
    contacts: isThere
      ? contacts.map((other) => (other.id === contact.id ? contact : other))
      : [...contacts, contact],
    removed: without(removed, contact.id),
  }
}

const withoutContact = ({ contacts, removed, ...rest }: Contacts, contactId: string): Contacts => ({
  ...rest,
  contacts: contacts.filter(({ id }) => id !== contactId),
  removed: contactId.startsWith(IN_ROSTER) ? [...without(removed, contactId), contactId] : removed,
})

/** Whether two texts are the same one: a seal is, or the same words in clear. */
export const isSameText = (a: Guarded, b: Guarded): boolean =>
  (typeof a === 'string' ? a : a.sealed) === (typeof b === 'string' ? b : b.sealed) &&
  typeof a === typeof b

function withVerified(
  contacts: Contacts,
  { contactId, number, words, at, by }: Recorded<NumberVerified>,
): Contacts {
  const verified = { at, by, words }
  return {
    ...contacts,
    contacts: contacts.contacts.map((contact) =>
      contact.id === contactId
        ? {
            ...contact,
            numbers: contact.numbers.map((entry) =>
              isSameText(entry.number, number) ? { ...entry, verified } : entry,
            ),
          }
        : contact,
    ),
  }
}

function evolve(state: Contacts | null, event: Recorded<ContactsEvent>): Contacts {
  const before = state ?? NONE
  switch (event.type) {
    case 'ContactSet':
      return withContact(before, event.contact)
    case 'ContactRemoved':
      return withoutContact(before, event.contactId)
    case 'NumberVerified':
      return withVerified(before, event)
    case 'VerificationSet':
      return { ...before, months: event.months }
  }
}

const number = is.fields<ContactNumber>({
  number: is.guarded,
  kind: is.oneOf(NUMBER_KINDS),
  verified: is.maybe(
    is.fields<Required<ContactNumber>['verified']>({
      at: is.number,
      by: is.words,
      words: is.guarded,
    }),
  ),
})
const contact = is.fields<Contact>({
  id: is.words,
  name: is.guarded,
  category: is.oneOf(CATEGORY_IDS),
  role: is.maybe(is.words),
  numbers: is.list(number),
  allHours: is.maybe(is.flag),
  place: is.maybe(is.words),
  dueMonths: is.maybe(is.number),
  note: is.guarded,
})

/** Null while nobody has entered one. */
export const contactsStream = defineStream<Contacts | null, ContactsEvent, { contacts: Contacts }>({
  name: 'contacts',
  initial: () => null,
  evolve,
  documents: {
    contacts: {
      of: (contacts) => contacts,
      name: localized('通讯录', 'the contacts'),
      hasForm: is.fields<Contacts>({
        months: is.number,
        contacts: is.list(contact),
        removed: is.list(is.words),
      }),
    },
  },
})

/** The same register in few events, with the instants at which numbers were verified. */
export const contactsAgain = ({
  months,
  contacts,
  removed,
}: Contacts): readonly ContactsEvent[] => [
  ...(months === DUE_MONTHS ? [] : [{ type: 'VerificationSet' as const, months }]),
  ...contacts.map((entry): ContactSet => ({ type: 'ContactSet', contact: entry })),
  ...removed.map((contactId): ContactRemoved => ({ type: 'ContactRemoved', contactId })),
]
