/** Handler that reads the register of contacts, what is missing in it and what is due. */
import type { ContactRead, ContactsRead, DueNumber, NumberRead } from '#shared/contract/contacts.ts'
import {
  DUE_MONTHS,
  DUE_MONTHS_RANGE,
  type Contact,
  type ContactNumber,
} from '#shared/domain/contacts/contact.ts'
import { missingNumbers, type OnFile } from '#shared/domain/contacts/missing-numbers.ts'
import { dueAt, isDue } from '#shared/domain/contacts/verification.ts'
import { wordsOf } from '#shared/domain/history/words.ts'
import { phoneKindOf } from '#shared/domain/roster/phone-kind.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { numbersOnFile } from './data.ts'
import { openedBy } from './sealing.ts'

function numberRead(
  entry: ContactNumber,
  contact: Contact,
  months: number,
  { memory, now }: QueryContext,
): NumberRead {
  const opened = openedBy(memory)
  const due = dueAt(entry, contact, { months, zone: memory.site.zone })
  const number = opened(entry.number)
  return {
    number,
    kind: entry.kind === 'other' ? phoneKindOf(number) : entry.kind, // an older roster has none
    verifiedAt: entry.verified?.at ?? null,
    verifiedBy: entry.verified?.by ?? null,
    words: opened(entry.verified?.words ?? ''),
    dueAt: due,
    due: isDue(due, now()),
  }
}

/** A place that is no longer in the register is none. */
function contactRead(contact: Contact, months: number, context: QueryContext): ContactRead {
  const { memory, syllables } = context
  const opened = openedBy(memory)
  const { id, category, place } = contact
  const name = opened(contact.name)
  const isThere = memory.places().some((candidate) => candidate.id === place)
  return {
    id,
    name,
    category,
    role: contact.role ?? null,
    numbers: contact.numbers.map((entry) => numberRead(entry, contact, months, context)),
    allHours: contact.allHours ?? false,
    place: isThere ? (place ?? null) : null,
    dueMonths: contact.dueMonths ?? null,
    note: opened(contact.note),
    words: wordsOf([name], syllables),
  }
}

/** A purged number is none. */
function onFile(contacts: readonly ContactRead[], context: QueryContext): OnFile {
  const opened = openedBy(context.memory)
  const numbered = contacts.filter(({ numbers }) => numbers.some(({ number }) => number !== ''))
  const posts = Object.entries(numbersOnFile(context))
    .filter(([, people]) => people.some(({ phone }) => opened(phone) !== ''))
    .map(([post]) => post)
  return {
    posts: new Set(posts),
    categories: new Set(numbered.map(({ category }) => category)),
    names: new Set(numbered.map(({ name }) => name)),
  }
}

const dueFirst = (a: DueNumber, b: DueNumber): number =>
  (a.dueAt ?? -Infinity) - (b.dueAt ?? -Infinity) || 0

const readContacts: QueryHandler<'contacts/read'> = async (_input, context) => {
  const { memory, library } = context
  await memory.fetchValues(memory.contacts())
  const months = memory.documents.get('contacts', 'contacts')?.months ?? DUE_MONTHS
  const contacts = memory.contacts().map((contact) => contactRead(contact, months, context))
  const due = contacts.flatMap(({ id, name, numbers }) =>
    numbers
      .filter((entry) => entry.due)
      .map((entry) => ({ contactId: id, name, number: entry.number, dueAt: entry.dueAt })),
  )
  const reply: ContactsRead = {
    contacts,
    months,
    usual: DUE_MONTHS,
    range: DUE_MONTHS_RANGE,
    missing: missingNumbers(library.plans(), onFile(contacts, context)),
    due: due.toSorted(dueFirst),
  }
  return { ok: true, reply }
}

export const contactQueries = { 'contacts/read': readContacts }
