/** Finds whom to ring for an entry of a list of places: the property firm that looks after it. */
import type { ContactRead } from '#shared/contract/contacts.ts'
import type { PlaceRead } from '#shared/contract/places.ts'
import { placeCalled } from '#shared/domain/places/known.ts'

/** `number`: the first on file, null without one. `allHours`, `unverified`: as of a call. */
export type PropertyFirm = {
  name: string
  number: string | null
  allHours: boolean
  unverified: boolean
}

const FIRM = { zh: /物业/, en: /property/i }

/** Whether a name says itself that it is a property firm, so that no label need say it again. */
export const saysItIsFirm = (name: string, language: keyof typeof FIRM): boolean =>
  FIRM[language].test(name)

/**
 * The property firm of a place, or of what it lies in. Null: the place is in no register, or none
 * looks after it.
 */
export function propertyFirm(
  name: string,
  places: readonly PlaceRead[],
  contacts: readonly ContactRead[],
): PropertyFirm | null {
  const place = placeCalled(name, places)
  if (!place) return null
  const firm = contacts.find(({ id }) => id === place.property)
  if (!firm) {
    const outer = places.find(({ id }) => id === place.within)
    return outer ? propertyFirm(outer.name, places, contacts) : null
  }
  const entry = firm.numbers.find(({ number }) => number !== '')
  return {
    name: firm.name,
    number: entry?.number ?? null,
    allHours: firm.allHours,
    unverified: entry?.due ?? false,
  }
}
