/** The floor plan of a place, as the desk and the walls read it. */
import type { FloorPlanRead } from '#shared/contract/places.ts'
import { spotsOn, type Spots } from '#shared/domain/floor-plan/spots.ts'
import type { Memory } from '../../engine/memory.ts'

/** Null: there is no such place, or it has none. Names of the file stay with the desk. */
export function floorPlanOf(
  placeId: string,
  { documents, places }: Pick<Memory, 'documents' | 'places'>,
): (FloorPlanRead & Pick<Spots, 'unmatched'>) | null {
  const { drawing = null, at = 0 } = documents.get('floor-plan', placeId) ?? {}
  const register = places()
  const place = register.find(({ id }) => id === placeId)
  if (!drawing || !place) return null
  return {
    ...{ placeId, name: place.name, at, box: drawing.box },
    shapes: drawing.shapes.map(({ tag, attributes, matrix }) => ({ tag, attributes, matrix })),
    ...spotsOn(drawing, register),
  }
}
