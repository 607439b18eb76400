/** Says which places of a floor are lit, and by which numbers the list beside it goes. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { spotOf, type Spot } from '#shared/domain/floor-plan/spots.ts'
import { localized } from '#shared/domain/text.ts'

/** What a place is lit for. */
export const HERE = localized('事发处', 'Incident')

/** `marks`: what stands on the lit place; `hollow`: drills alone; `strong`: the one in question. */
export type LitSpot = { placeId: string; marks: string; hollow?: boolean; strong?: boolean }

/** `number`: by which it stands on the floor; null: it is not on it. */
export type OnFloor<I> = { incident: I; number: number | null }
type Placed = Pick<BoardIncident, 'id' | 'placeId' | 'drill'>

/** Those on the floor first, each with its number, as they stand in the list given. */
export function onFloor<I extends Placed>(
  incidents: readonly I[],
  spots: readonly Spot[],
): readonly OnFloor<I>[] {
  const isThere = ({ placeId }: Placed): boolean => spotOf(placeId, spots) !== null
  return [
    ...incidents.filter(isThere).map((incident, index) => ({ incident, number: index + 1 })),
    ...incidents
      .filter((incident) => !isThere(incident))
      .map((incident) => ({ incident, number: null })),
  ]
}

/** A place each with all of its numbers. `strong`: the id of the incident in question. */
export function litBy<I extends Placed>(
  entries: readonly OnFloor<I>[],
  spots: readonly Spot[],
  strong: string | null = null,
): readonly LitSpot[] {
  return spots.flatMap((spot): LitSpot[] => {
    const here = entries.filter(
      ({ incident, number }) =>
        number !== null && spotOf(incident.placeId, spots)?.placeId === spot.placeId,
    )
    if (here.length === 0) return []
    return [
      {
        placeId: spot.placeId,
        marks: here.map(({ number }) => number).join(' '),
        hollow: here.every(({ incident }) => incident.drill),
        strong: here.some(({ incident }) => incident.id === strong),
      },
    ]
  })
}
