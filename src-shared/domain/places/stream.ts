/**
 * The stream of the site's register of places: places by their ids, or the names and sizes of all
 * of them at once.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import type { Place } from '../incident/record/slices.ts'
import { PLACE_KINDS, registered, type RecordedPlace, type RegisteredPlace } from './place.ts'

/** In place of all names and sizes. A name that is there keeps all else. */
export type PlacesSet = { type: 'PlacesSet'; places: readonly (Place & { id?: string })[] }
/** A new one, or what one has become. */
export type PlaceSet = { type: 'PlaceSet'; place: RegisteredPlace }
export type PlaceRemoved = { type: 'PlaceRemoved'; placeId: string }
export type PlacesEvent = PlacesSet | PlaceSet | PlaceRemoved

/** What lay in a place that is gone lies in none. */
const rooted = (places: readonly RecordedPlace[]): readonly RecordedPlace[] => {
  const ids = new Set(places.map(({ id }) => id))
  return places.map((place) => {
    const { within, ...rest } = place
    return within === undefined || ids.has(within) ? place : rest
  })
}

function evolve(
  state: readonly RecordedPlace[] | null,
  event: Recorded<PlacesEvent>,
): readonly RecordedPlace[] {
  const before = state ?? []
  if (event.type === 'PlacesSet')
    return rooted(
      event.places.map((place) => ({
        ...before.find(({ name }) => name === place.name),
        ...place,
      })),
    )
  const places = registered(before)
  if (event.type === 'PlaceRemoved') return rooted(places.filter(({ id }) => id !== event.placeId))
  const { place } = event
  return places.some(({ id }) => id === place.id)
    ? places.map((other) => (other.id === place.id ? place : other))
    : [...places, place]
}

/** Null while nobody has entered one. */
export const placesStream = defineStream<
  readonly RecordedPlace[] | null,
  PlacesEvent,
  { places: readonly RecordedPlace[] }
>({
  name: 'places',
  initial: () => null,
  evolve,
  documents: {
    places: {
      of: (places) => places,
      name: localized('地点登记', 'the places'),
      hasForm: is.list(
        is.fields<RecordedPlace>({
          name: is.words,
          size: is.orNull(is.number),
          id: is.maybe(is.words),
          kind: is.maybe(is.oneOf(PLACE_KINDS)),
          within: is.maybe(is.words),
          aliases: is.maybe(is.list(is.words)),
          area: is.maybe(is.words),
          private: is.maybe(is.flag),
          camera: is.maybe(is.words),
          property: is.maybe(is.words),
          contactPost: is.maybe(is.words),
        }),
      ),
    },
  },
})

/** The same register, a place an event. */
export const placesAgain = (places: readonly RecordedPlace[]): readonly PlacesEvent[] =>
  registered(places).map((place) => ({ type: 'PlaceSet', place }))
