/** Reads the floor plan that a wall shows. */
import type { QueryHandler } from '../handler.ts'
import { floorPlanOf } from '../places/floor-plan.ts'

export const readFloorPlan: QueryHandler<'wall/floor-plan'> = async (
  { placeId },
  { memory, isPublic },
) => {
  const plan = floorPlanOf(placeId, memory)
  if (!plan) return { ok: true, reply: null }
  const { name, at, box, shapes, spots, signs } = plan
  const homes = new Set(memory.places().flatMap((place) => (place.private ? [place.id] : [])))
  const shown = isPublic ? spots.filter((spot) => !homes.has(spot.placeId)) : spots
  return { ok: true, reply: { placeId, name, at, box, shapes, spots: shown, signs } }
}
