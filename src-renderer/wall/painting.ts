/**
 * Keeps the wall's picture quiet: rows that matter alike stay where they are for a while when their
 * order changes, and go up at once where one of them is new or worse.
 */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { urgencyOf } from '#shared/domain/board/urgency.ts'
import { SECOND_MS } from '#shared/domain/units.ts'

/** Equals keep their places so long (ms). */
export const SETTLE_MS = 10 * SECOND_MS

/** `ids`: as painted. `since`: when it began to differ from the board; null: it does not. */
export type Painting = { ids: readonly string[]; since: number | null }

const NONE: Painting = { ids: [], since: null }

/** Rows that stand for the same reason, one after the other in the board's order. */
function equalsIn(incidents: readonly BoardIncident[], now: number): BoardIncident[][] {
  const groups: BoardIncident[][] = []
  let last = ''
  for (const incident of incidents) {
    const reason = `${incident.drill} ${urgencyOf(incident, now)}`
    if (reason === last) groups.at(-1)?.push(incident)
    else groups.push([incident])
    last = reason
  }
  return groups
}

/** Those that stay in their places, and each that rises as high as the board has it. */
function settled(
  group: readonly BoardIncident[],
  places: ReadonlyMap<string, number>,
  rising: ReadonlySet<string>,
): BoardIncident[] {
  const isHeld = ({ id }: BoardIncident): boolean => places.has(id) && !rising.has(id)
  const rows = group
    .filter(isHeld)
    .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  for (const riser of group.filter((incident) => !isHeld(incident))) {
    const after = group.slice(group.indexOf(riser) + 1)
    const place = rows.findIndex((row) => after.includes(row))
    rows.splice(place < 0 ? rows.length : place, 0, riser)
  }
  return rows
}

/**
 * The rows as they are to be painted. `incidents` in the board's order; `rising`: ids of what is
 * new or worse; `gone`: what has left the board and is still told of, which keeps its place.
 * `now` in UTC ms.
 */
export function painted(
  before: Painting | null,
  incidents: readonly BoardIncident[],
  rising: ReadonlySet<string>,
  gone: readonly BoardIncident[],
  now: number,
): { painting: Painting; rows: readonly BoardIncident[] } {
  const { ids, since } = before ?? NONE
  const places = new Map(ids.map((id, index) => [id, index]))
  const isDue = since !== null && (now - since >= SETTLE_MS || now < since)
  const quiet = isDue
    ? incidents
    : equalsIn(incidents, now).flatMap((group) => settled(group, places, rising))
  const differs = quiet.some(({ id }, index) => id !== incidents[index]?.id)
  const rows = [...quiet]
  for (const incident of gone) {
    const above = new Set(ids.slice(0, places.get(incident.id) ?? 0))
    // it leads no longer
    const place = Math.max(rows.findLastIndex(({ id }) => above.has(id)) + 1, 1)
    rows.splice(place, 0, incident)
  }
  return {
    painting: { ids: rows.map(({ id }) => id), since: differs ? (since ?? now) : null },
    rows,
  }
}
