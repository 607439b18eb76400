/** What of a place may stand in clear where it is somebody's home: the area that it lies in. */
import { placesIn } from './known.ts'
import type { RegisteredPlace } from './place.ts'

/** The nearest place around it that is no home; null without one. */
function around(
  { within }: RegisteredPlace,
  register: readonly RegisteredPlace[],
): RegisteredPlace | null {
  const outer = register.find(({ id }) => id === within)
  if (!outer) return null
  return outer.private ? around(outer, register) : outer
}

/** The place of the register that a text names and that is somebody's home; null: it names none. */
export const homeIn = (
  text: string,
  register: readonly RegisteredPlace[],
): RegisteredPlace | null =>
  placesIn(text, register).find(({ place }) => place.private)?.place ?? null

/**
 * The area that the text lies in, and the place of the register that it is. Of a home it is what
 * was entered as its area, or what is around it; else the place that the text names, and of several
 * the one that it calls at greatest length. Empty without any.
 */
export function areaOf(
  text: string,
  register: readonly RegisteredPlace[],
): { area: string; placeId: string | null } {
  const home = homeIn(text, register)
  if (home?.area !== undefined) return { area: home.area, placeId: null }
  const place =
    (home && around(home, register)) ??
    placesIn(text, register).find(({ place: heard }) => !heard.private)?.place
  return { area: place?.name ?? '', placeId: place?.id ?? null }
}
