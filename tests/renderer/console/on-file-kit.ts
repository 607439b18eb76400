/** Contacts and places of a made-up site, and a station that has them on file. */
import type { ContactRead, ContactsRead, NumberRead } from '#shared/contract/contacts.ts'
import type { PlaceRead } from '#shared/contract/places.ts'
import { wordsOf } from '#shared/domain/history/words.ts'
import { NOW } from '../board-parts.ts'
import { accepted, type mountConsole } from './desk.ts'

const DAY = 86_400_000

export const number = (digits: string, part: Partial<NumberRead> = {}): NumberRead => ({
  number: digits,
  kind: 'desk',
  verifiedAt: null,
  verifiedBy: null,
  words: '',
  dueAt: null,
  due: true,
  ...part,
})
/** One that somebody made sure of yesterday. */
export const verified = (digits: string): NumberRead =>
  number(digits, {
    ...{ verifiedAt: NOW - DAY, verifiedBy: '周敏' },
    ...{ dueAt: NOW + 100 * DAY, due: false },
  })

/** Reads a few characters aloud. */
const aloud = (text: string): readonly string[] =>
  [...text].flatMap((character) => ({ 安: 'an', 居: 'ju', 云: 'yun' })[character] ?? [])

export const contact = (id: string, part: Partial<ContactRead> = {}): ContactRead => ({
  id,
  name: `${id}物业`,
  words: wordsOf([part.name ?? `${id}物业`], aloud),
  category: 'outside-property',
  role: null,
  numbers: [],
  allHours: false,
  place: null,
  dueMonths: null,
  note: '',
  ...part,
})

export const place = (id: string, part: Partial<PlaceRead> = {}): PlaceRead => ({
  id,
  name: id,
  words: wordsOf([part.name ?? id, ...(part.aliases ?? [])], aloud),
  kind: 'estate',
  size: null,
  within: null,
  aliases: [],
  area: null,
  private: false,
  camera: null,
  property: null,
  contactPost: null,
  ...part,
})

/** A station that answers with these; `due` as they stand among the contacts. */
export function onFile(
  contacts: readonly ContactRead[],
  places: readonly PlaceRead[] = [],
  part: Partial<ContactsRead> = {},
): NonNullable<Parameters<typeof mountConsole>[2]> {
  const due = contacts.flatMap(({ id, name, numbers }) =>
    numbers
      .filter((entry) => entry.due)
      .map((entry) => ({ contactId: id, name, number: entry.number, dueAt: entry.dueAt })),
  )
  return {
    'contacts/read': () =>
      accepted<'contacts/read'>({
        ...{ contacts, missing: [], due },
        ...{ months: 6, usual: 6, range: [1, 36] },
        ...part,
      }),
    'places/read': () => accepted<'places/read'>({ places }),
  }
}
