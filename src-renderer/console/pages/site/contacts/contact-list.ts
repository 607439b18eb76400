/**
 * The contacts as their page lists them: those that a search means, by category, and what a change
 * of one sends.
 */
import type { ContactRead, NumberRead } from '#shared/contract/contacts.ts'
import type { Input } from '#shared/contract/contract.ts'
import {
  categoryCalled,
  CATEGORY_IDS,
  CONTACT_CATEGORIES,
  type ContactCategory,
} from '#shared/domain/contacts/contact.ts'
import type { MissingNumber } from '#shared/domain/contacts/missing-numbers.ts'
import { heardIn } from '../../../base/name-search.ts'

export type ContactInput = Input<'contacts/set'>
type NumberInput = ContactInput['numbers'][number]

/** Names of the category in both languages, and numbers with and without what parts them. */
const moreOf = ({ category, numbers }: ContactRead): string => {
  const { zh, en } = CONTACT_CATEGORIES[category].name
  const digits = numbers.map(({ number }) => number.replace(/[\s-]/g, ''))
  return [zh, en, ...numbers.map(({ number }) => number), ...digits].join('\n')
}

/** Those of whom every typed word is in the name, its pinyin, the category or a number. */
export const contactsMeant = (
  contacts: readonly ContactRead[],
  typed: string,
): readonly ContactRead[] =>
  heardIn(
    contacts.map((contact) => {
      const { name, words } = contact
      return { item: contact, name, words, more: moreOf(contact).toLowerCase() }
    }),
    typed,
  )

export type ContactGroup = { category: ContactCategory; contacts: readonly ContactRead[] }

/** In the order of categories; without those that nobody belongs to. */
export const byCategory = (contacts: readonly ContactRead[]): readonly ContactGroup[] =>
  CATEGORY_IDS.map((category) => ({
    category,
    contacts: contacts.filter((contact) => contact.category === category),
  })).filter((group) => group.contacts.length > 0)

/**
 * The kind goes along where it cannot be seen by the number; a mobile number that is put right may
 * be that of a desk.
 */
export const numberInput = ({ number, kind }: Pick<NumberRead, 'number' | 'kind'>): NumberInput =>
  kind === 'mobile' || kind === 'desk' ? { number } : { number, kind }

/** The whole contact, as it is sent with a change. */
export const contactInput = (contact: ContactRead): ContactInput => ({
  id: contact.id,
  name: contact.name,
  category: contact.category,
  role: contact.role,
  numbers: contact.numbers.map(({ number, kind }) => ({ number, kind })),
  allHours: contact.allHours,
  place: contact.place,
  dueMonths: contact.dueMonths,
  note: contact.note,
})

/** The contact with another number in the place of one; null: without it. */
export const withNumber = (
  contact: ContactRead,
  before: string,
  after: string | null,
): ContactInput => ({
  ...contactInput(contact),
  numbers: contact.numbers.flatMap(({ number, kind }) =>
    number !== before
      ? [{ number, kind }]
      : after === null
        ? []
        : [numberInput({ number: after, kind })],
  ),
})

/** Who is on file for what is missing, and only lacks the number. */
function onFileFor(
  { kind, id, name }: MissingNumber,
  contacts: readonly ContactRead[],
): ContactRead | undefined {
  if (kind === 'unit') return contacts.find(({ category }) => category === id)
  if (kind === 'role') return contacts.find(({ role }) => role === id)
  return contacts.find((contact) => contact.name === name.zh)
}

/** What puts a number on file that steps need. */
export function fillingOf(
  missing: MissingNumber,
  contacts: readonly ContactRead[],
  number: string,
): ContactInput {
  const contact = onFileFor(missing, contacts)
  if (contact) {
    const input = contactInput(contact)
    return { ...input, numbers: [...input.numbers, { number }] }
  }
  const { kind, id, name } = missing
  return {
    name: name.zh,
    category:
      kind === 'unit' ? (id as ContactCategory) : (categoryCalled(name.zh) ?? 'outside-other'),
    role: kind === 'role' ? id : null,
    numbers: [{ number }],
  }
}

/**
 * Each name once: where the post of one document and the unit of others go by the same name, a
 * number of the unit serves both.
 */
export function byName(missing: readonly MissingNumber[]): readonly MissingNumber[] {
  const names = new Set(missing.map(({ name }) => name.zh))
  return [...names].flatMap((name) => {
    const [first, ...others] = missing
      .filter((row) => row.name.zh === name)
      .toSorted((a, b) => Number(b.kind === 'unit') - Number(a.kind === 'unit'))
    return first
      ? { ...first, neededBy: [first, ...others].flatMap(({ neededBy }) => neededBy) }
      : []
  })
}

export const missingKey = ({ kind, id, name }: MissingNumber): string => `${kind} ${id ?? name.zh}`
