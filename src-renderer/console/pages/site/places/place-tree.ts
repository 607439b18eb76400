/**
 * The places as their page lists them: a tree, in which estates stand by size, and what a search
 * leaves of it.
 */
import type { PlaceRead } from '#shared/contract/places.ts'
import { heardIn } from '../../../base/name-search.ts'
import { withAround } from '../../../base/place-around.ts'

export type TreeRow = { place: PlaceRead; depth: number }

/** As they were entered; then estates, the largest first and those of unknown size last. */
const inOrder = (places: readonly PlaceRead[]): readonly PlaceRead[] => [
  ...places.filter(({ kind }) => kind !== 'estate'),
  ...places
    .filter(({ kind }) => kind === 'estate')
    .toSorted((a, b) => (b.size ?? -1) - (a.size ?? -1)),
]

/** Row by row, what lies in a place below it. */
export function treeOf(places: readonly PlaceRead[]): readonly TreeRow[] {
  const ids = new Set(places.map(({ id }) => id))
  const rowsIn = (outer: string | null, depth: number): readonly TreeRow[] =>
    inOrder(
      places.filter(({ within }) =>
        outer === null ? within === null || !ids.has(within) : within === outer,
      ),
    ).flatMap((place) => [{ place, depth }, ...rowsIn(place.id, depth + 1)])
  return rowsIn(null, 0)
}

/** The places of which every typed word is heard in name or alias, with those that they lie in. */
export function placesMeant(places: readonly PlaceRead[], typed: string): readonly PlaceRead[] {
  const meant = heardIn(
    places.map((place) => ({ item: place, name: place.name, words: place.words, more: '' })),
    typed,
  )
  const shown = new Set(meant.flatMap((place) => withAround(place, places)))
  return places.filter((place) => shown.has(place))
}

/** A place in a list to choose from, the deeper the farther in. */
export const indented = ({ place, depth }: TreeRow): string =>
  `${'\u3000'.repeat(depth)}${place.name}`

/** Where a place may lie: anywhere but in itself and in what lies in it. */
export const placesAround = (
  place: PlaceRead | null,
  places: readonly PlaceRead[],
): readonly TreeRow[] =>
  treeOf(places).filter((row) => !withAround(row.place, places).some(({ id }) => id === place?.id))
