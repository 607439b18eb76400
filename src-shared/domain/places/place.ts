/** What a place of the site's register is. */
import { localized, type LocalizedText } from '../text.ts'
import type { Place } from '../incident/record/slices.ts'

export const PLACE_KINDS = ['hall', 'floor', 'room', 'estate', 'other'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export const PLACE_KIND_NAMES: Readonly<Record<PlaceKind, LocalizedText>> = {
  hall: localized('大厅', 'Hall'),
  floor: localized('楼层', 'Floor'),
  room: localized('房间', 'Room'),
  estate: localized('小区', 'Estate'),
  other: localized('其他', 'Other'),
}

/**
 * `size`: how many people or customers there are, null where nobody has said. `within`: the id of
 * the place it lies in. `aliases`: what else it is called; who hears one records the name. `area`:
 * what stands in clear for a `private` place, somebody's home. `camera`: an address that is shown
 * as a link. `property`: the id of the contact who looks after it. `contactPost`: the post that has
 * its contact person in every shift (S09-124).
 */
export type RegisteredPlace = Place & {
  id: string
  kind: PlaceKind
  within?: string
  aliases: readonly string[]
  area?: string
  private?: true
  camera?: string
  property?: string
  contactPost?: string
}

/** As the record has it: one from before places had ids is a name and a size. */
export type RecordedPlace = Place & Partial<RegisteredPlace>

const isWhole = (place: RecordedPlace): place is RegisteredPlace =>
  place.id !== undefined && place.kind !== undefined && place.aliases !== undefined

/** The register as whoever reads it finds it. A place without an id is known by its row. */
export const registered = (places: readonly RecordedPlace[]): readonly RegisteredPlace[] =>
  places.map((place, index) =>
    isWhole(place) ? place : { id: `place-${index + 1}`, kind: 'other', aliases: [], ...place },
  )
