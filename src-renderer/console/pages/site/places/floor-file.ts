/** Reads a file that is to be the floor plan of a place, as the station will read it. */
import type { FloorPlanRead, PlaceRead } from '#shared/contract/places.ts'
import {
  MOST_SVG_LENGTH,
  readDrawing,
  type ReadDrawing,
} from '#shared/domain/floor-plan/drawing.ts'
import { spotsOn, type Spots } from '#shared/domain/floor-plan/spots.ts'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'

/** `svg`: what is sent. `missing`: names of places that lie in this one and are not on the plan. */
export type ReadFloor = {
  svg: string
  plan: FloorPlanRead & Pick<Spots, 'unmatched'>
  leftOut: ReadDrawing['leftOut']
  missing: readonly string[]
}

/** Only what a place is called and lies in is looked at. */
const registerOf = (places: readonly PlaceRead[]): readonly RegisteredPlace[] =>
  places.map(({ id, name, kind, size, aliases, within }) => ({
    ...{ id, name, kind, size, aliases },
    ...(within === null ? {} : { within }),
  }))

/** Whether a place lies in another one, at whatever depth. */
function liesIn(place: PlaceRead, outer: string, places: readonly PlaceRead[]): boolean {
  if (place.within === null) return false
  if (place.within === outer) return true
  const next = places.find(({ id }) => id === place.within)
  return next !== undefined && liesIn(next, outer, places)
}

/** `large`: it is; `damaged`: it is no drawing. */
export function readFloor(
  svg: string,
  place: PlaceRead,
  places: readonly PlaceRead[],
): ReadFloor | 'large' | 'damaged' {
  if (svg.length > MOST_SVG_LENGTH) return 'large'
  const read = readDrawing(svg)
  if (!read) return 'damaged'
  const { drawing, leftOut } = read
  const spots = spotsOn(drawing, registerOf(places))
  const there = new Set(spots.spots.map(({ placeId }) => placeId))
  return {
    svg,
    leftOut,
    plan: {
      ...{ placeId: place.id, name: place.name, at: 0, box: drawing.box },
      shapes: drawing.shapes,
      ...spots,
    },
    missing: places
      .filter((each) => liesIn(each, place.id, places) && !there.has(each.id))
      .map(({ name }) => name),
  }
}
