/**
 * Puts the contacts in the order in which an incident needs them: whoever belongs to its place
 * first, then whoever is there for all; who belongs to another place comes last and says which.
 */
import type { ContactRead } from '#shared/contract/contacts.ts'
import type { PlaceRead } from '#shared/contract/places.ts'

/** `at`: the places that it is for, null: for all; `elsewhere`: for another place than this one. */
export type PlacedContact = ContactRead & { at: string | null; elsewhere: boolean }

/** The place with those that it lies in, from the inside. */
function around(placeId: string | undefined, places: readonly PlaceRead[]): readonly PlaceRead[] {
  const place = places.find(({ id }) => id === placeId)
  return place ? [place, ...around(place.within ?? undefined, places)] : []
}

/** `placeId`: of the incident; absent where there is none, or its place is in no register. */
export function placedContacts(
  contacts: readonly ContactRead[],
  places: readonly PlaceRead[],
  placeId: string | undefined,
): readonly PlacedContact[] {
  const here = around(placeId, places)
  const placed = contacts.map((contact) => {
    const isFor = ({ id, property }: PlaceRead): boolean =>
      id === contact.place || property === contact.id
    const tied = places.filter(isFor)
    const depth = here.findIndex(isFor)
    const elsewhere = tied.length > 0 && depth < 0
    const at = tied.length > 0 ? tied.map(({ name }) => name).join('、') : null
    return { rank: depth >= 0 ? depth : elsewhere ? Infinity : here.length, contact, at, elsewhere }
  })
  return placed
    .toSorted((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank))
    .map(({ contact, at, elsewhere }) => ({ ...contact, at, elsewhere }))
}
