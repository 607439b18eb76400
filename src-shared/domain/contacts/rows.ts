/**
 * Reads the rows of a list of contacts as offices keep it: one of the same name and category is the
 * same one; a row adds its numbers to it and takes none away.
 */
import type { ImportedRow } from '../imported-row.ts'
import { placeCalled, spelled } from '../places/known.ts'
import type { RegisteredPlace } from '../places/place.ts'
import { phoneKindOf } from '../roster/phone-kind.ts'
import { localized, type LocalizedText } from '../text.ts'
import {
  categoryCalled,
  CATEGORY_IDS,
  CONTACT_CATEGORIES,
  type Contact,
  type ContactCategory,
  type NumberKind,
} from './contact.ts'

/** A contact with its texts in clear. */
export type OpenContact = Omit<Contact, 'name' | 'numbers' | 'note'> & {
  name: string
  numbers: readonly { number: string; kind: NumberKind }[]
  note: string
}

/** Texts as they are written in the list: names of a category and of a place. */
export type ContactRow = {
  row: number
  name: string
  category: string
  numbers: readonly { number: string; kind?: NumberKind | null | undefined }[]
  allHours?: boolean | null | undefined
  place?: string | null | undefined
  note?: string | null | undefined
}

const unknownCategory = (category: string): LocalizedText =>
  localized(`没有“${category}”这一类`, `There is no category "${category}"`)
const unknownPlaceOf = (place: string): LocalizedText =>
  localized(`没有登记“${place}”这个地点`, `The register has no place "${place}"`)

const categoryOf = (text: string): ContactCategory | null =>
  CATEGORY_IDS.find((id) =>
    [id, CONTACT_CATEGORIES[id].name.zh, CONTACT_CATEGORIES[id].name.en]
      .map(spelled)
      .includes(spelled(text)),
  ) ?? categoryCalled(text)

const sameNumber = (a: string, b: string): boolean =>
  a.replace(/[\s-]/gu, '') === b.replace(/[\s-]/gu, '')

/** With the numbers of a row that it does not have yet. */
function withNumbers(before: OpenContact['numbers'], row: ContactRow): OpenContact['numbers'] {
  const numbers = [...before]
  for (const { number, kind } of row.numbers)
    if (!numbers.some((entry) => sameNumber(entry.number, number)))
      numbers.push({ number, kind: kind ?? phoneKindOf(number) })
  return numbers
}

/**
 * Row by row, what becomes of it; `contacts`: those that are new or change, as they are then.
 * `newId`: another one each time.
 */
export function readContactRows(
  rows: readonly ContactRow[],
  contacts: readonly OpenContact[],
  { places, newId }: { places: readonly RegisteredPlace[]; newId: () => string },
): { rows: readonly ImportedRow[]; contacts: readonly { contact: OpenContact; isNew: boolean }[] } {
  const register = new Map(contacts.map((contact) => [contact.id, contact]))
  const changed = new Map<string, boolean>() // by id, whether it is new

  function take(row: ContactRow): ImportedRow {
    const fault = (message: LocalizedText): ImportedRow => ({
      row: row.row,
      outcome: 'refused',
      message,
    })
    const category = categoryOf(row.category)
    if (category === null) return fault(unknownCategory(row.category))
    const place = row.place ? placeCalled(row.place, places) : null
    if (row.place && !place) return fault(unknownPlaceOf(row.place))
    const known = [...register.values()].find(
      (contact) => contact.category === category && spelled(contact.name) === spelled(row.name),
    )
    const before: OpenContact = known ?? {
      ...{ id: newId(), name: row.name, category },
      ...{ numbers: [], note: '' },
    }
    const next: OpenContact = {
      ...before,
      numbers: withNumbers(before.numbers, row),
      note: row.note ? row.note : before.note,
      ...(row.allHours && { allHours: true as const }),
      ...(place && { place: place.id }),
    }
    if (known && JSON.stringify(next) === JSON.stringify(known))
      return { row: row.row, outcome: 'same', message: null }
    register.set(next.id, next)
    changed.set(next.id, changed.get(next.id) ?? !known)
    return { row: row.row, outcome: known ? 'changed' : 'new', message: null }
  }

  const outcomes = rows.map(take)
  return {
    rows: outcomes,
    contacts: [...changed].flatMap(([id, isNew]) => {
      const contact = register.get(id)
      return contact ? [{ contact, isNew }] : []
    }),
  }
}
