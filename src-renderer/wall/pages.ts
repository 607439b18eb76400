/** Which rows stand on which page. Pure: the incidents come in board order (nearest limit first, drills last). */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { standingOf } from './counts.ts'

export type Arranged = { pinned: BoardIncident[]; others: BoardIncident[] }

const isGrave = (incident: BoardIncident): boolean => !incident.drill && incident.level === 1

/** A real incident below level Ⅰ is late at `now` (UTC ms). */
export const othersLate = (incidents: readonly BoardIncident[], now: number): boolean =>
  incidents.some((incident) => !incident.drill && !isGrave(incident) && standingOf(incident, now).kind === 'late')

/**
 * Who leads. The nearest limit does; a level Ⅰ incident takes its place when nothing else is late (`late`, see othersLate),
 * else it stands beside it: either way it is pinned to every page (LOOK 8.4).
 */
export function arrange(incidents: readonly BoardIncident[], late: boolean): Arranged {
  const [top, ...rest] = incidents
  if (!top) return { pinned: [], others: [] }
  const gravest = rest.filter(isGrave)
  const others = rest.filter((incident) => !isGrave(incident))
  if (gravest.length === 0 || isGrave(top)) return { pinned: [top, ...gravest], others }
  return late ? { pinned: [top, ...gravest], others } : { pinned: gravest, others: [top, ...others] }
}

export type Page = { rows: BoardIncident[]; month: 'none' | 'below' | 'page' }

/**
 * The pages in turn. `weight` says how many rows an incident takes (2 if its place needs a second line). As long as everything
 * fits above the month there is one page; else the month is a page of its own, and what is pinned stands on every page.
 */
export function paginate(
  { pinned, others }: Arranged,
  { perPage, withMonth }: { perPage: number; withMonth: number },
  weight: (incident: BoardIncident) => number
): Page[] {
  const all = [...pinned, ...others]
  const sum = (rows: readonly BoardIncident[]): number => rows.reduce((total, incident) => total + weight(incident), 0)
  if (sum(all) <= withMonth) return [{ rows: all, month: 'below' }]

  // One row must be left for the others to take turns in; on a panel of one row everybody takes turns.
  const kept: BoardIncident[] = []
  const turning = [...others]
  for (const incident of pinned) {
    const rest = all.length > kept.length + 1 ? 1 : 0
    if (sum([...kept, incident]) + rest <= perPage) kept.push(incident)
    else turning.unshift(incident)
  }
  const pages: Page[] = []
  let rows: BoardIncident[] = []
  for (const incident of turning) {
    if (rows.length > 0 && sum([...kept, ...rows, incident]) > perPage) {
      pages.push({ rows: [...kept, ...rows], month: 'none' })
      rows = []
    }
    rows.push(incident)
  }
  if (rows.length > 0 || pages.length === 0) pages.push({ rows: [...kept, ...rows], month: 'none' })
  return perPage >= 3 ? [...pages, { rows: kept.slice(0, 1), month: 'page' }] : pages
}
