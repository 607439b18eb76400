/** What a place has from the places that it lies in. */
import type { PlaceRead } from '#shared/contract/places.ts'

/** The place, then those that it lies in, the nearest first. */
export function withAround(place: PlaceRead, places: readonly PlaceRead[]): readonly PlaceRead[] {
  const outer = places.find(({ id }) => id === place.within)
  return outer ? [place, ...withAround(outer, places)] : [place]
}

/** The place whose floor plan shows it: itself, or the nearest that it lies in; null: none. */
export const plannedAround = (place: PlaceRead, places: readonly PlaceRead[]): PlaceRead | null =>
  withAround(place, places).find(({ floorPlan }) => floorPlan) ?? null

/** The address of its camera, or of one of what it lies in; null: there is none. */
export const cameraOf = (place: PlaceRead, places: readonly PlaceRead[]): string | null =>
  withAround(place, places).find(({ camera }) => camera !== null)?.camera ?? null
