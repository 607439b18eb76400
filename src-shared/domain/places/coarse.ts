/** What of an incident's place those may know who are not told where it is: its hall or estate. */
import type { Incident } from '../incident/record/state.ts'
import type { RegisteredPlace } from './place.ts'

const COARSE: ReadonlySet<string> = new Set(['hall', 'estate'])

function wide(
  id: string | undefined,
  register: readonly RegisteredPlace[],
): RegisteredPlace | null {
  const place = register.find((each) => each.id === id)
  if (!place) return null
  return COARSE.has(place.kind) && !place.private ? place : wide(place.within, register)
}

/**
 * The name of the nearest hall or estate of the register that it lies in; of somebody's home what
 * stands in clear for it. Null: none is known, and what was typed is too exact to be shown.
 */
export function coarsePlace(
  { area, placeId }: Pick<Incident, 'area' | 'placeId'>,
  register: readonly RegisteredPlace[],
): string | null {
  if (area !== undefined) return area === '' ? null : area
  return wide(placeId, register)?.name ?? null
}
