/** The stream of the site's register of places, as it was set last. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import type { Place } from '../incident/record/slices.ts'

export type PlacesSet = { type: 'PlacesSet'; places: readonly Place[] }
export type PlacesEvent = PlacesSet

/** Null while nobody has set one. */
export const placesStream = defineStream<
  readonly Place[] | null,
  PlacesEvent,
  { places: readonly Place[] }
>({
  name: 'places',
  initial: () => null,
  evolve: (_places, { places }: Recorded<PlacesEvent>) => places,
  documents: {
    places: {
      of: (places) => places,
      name: localized('地点登记', 'the places'),
      hasForm: is.list(is.fields<Place>({ name: is.words, size: is.orNull(is.number) })),
    },
  },
})
