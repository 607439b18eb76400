/**
 * Lays incidents out on pages. They come in the order in which they are painted: by urgency, drills
 * last.
 */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { limitStatus, NEAR } from '../ui/figure.ts'
import { urgencyOf, type Urgency } from '#shared/domain/board/urgency.ts'

export type Arranged = { pinned: BoardIncident[]; others: BoardIncident[] }

const isGrave = (incident: BoardIncident): boolean => !incident.drill && incident.level === 1

/** The first leads; it and every incident of level Ⅰ are pinned to every page. */
export function arrange(incidents: readonly BoardIncident[]): Arranged {
  const [top, ...rest] = incidents
  if (!top) return { pinned: [], others: [] }
  return {
    pinned: [top, ...rest.filter(isGrave)],
    others: rest.filter((incident) => !isGrave(incident)),
  }
}

const PRESSING: ReadonlySet<Urgency> = new Set([
  'people',
  'danger',
  'life-untaken',
  'highest-level',
  'late',
  'unattended',
])

/**
 * It must not leave the wall for the month: a real incident with people, danger or life at stake,
 * one that is late or near at `now` (UTC ms), or of level Ⅰ or Ⅱ.
 */
export const isPressing = (incident: BoardIncident, now: number): boolean =>
  !incident.drill &&
  (PRESSING.has(urgencyOf(incident, now)) ||
    (incident.level !== null && incident.level <= 2) ||
    incident.steps.some(
      (step) => step.id === incident.nearest && limitStatus(step, now).used >= NEAR,
    ))

/** It asks for somebody, and nobody has answered: then the wall shows nothing but incidents. */
export const isUnanswered = ({ alerts }: BoardIncident): boolean =>
  alerts.some(
    ({ kind, priority, acknowledgedAt }) =>
      acknowledgedAt === null && kind !== 'not-recorded' && (kind === 'late' || priority < 3),
  )

export type Page = { rows: BoardIncident[]; month: 'none' | 'below' | 'page' }

/**
 * `pages` take turns. `month` takes one now and then (see page-turn.ts); null where the month
 * stands below, has no room, or would hide what must be seen.
 */
export type Rotation = { pages: Page[]; month: Page | null }

/**
 * `perPage` is what a page holds, `withMonth` what stands above the month, both in the measure of
 * the weights; `most` so many rows at the most, one fewer above the month. `monthBelow`: the month
 * has no page of its own beside the strip, only room below rows.
 */
export type Room = {
  perPage: number
  withMonth: number
  most?: number
  monthBelow?: boolean
  monthPage?: boolean // the month has a page of its own
}
/**
 * What an incident takes of a page. Whatever stands first is drawn as its lead, in larger letters;
 * above the month rows have more air.
 */
type Weight = (incident: BoardIncident, isFirst: boolean, withMonth: boolean) => number

const sumOf = (rows: readonly BoardIncident[], weight: Weight, withMonth: boolean): number =>
  rows.reduce((total, incident, i) => total + weight(incident, i === 0, withMonth), 0)

/** Whether so many rows stand whole on a page, or above the month. */
type Fits = (rows: readonly BoardIncident[], withMonth?: boolean) => boolean

/**
 * What stands on which page. `weight` says how much of it an incident takes, `pressing` which may
 * not give way to the month. As long as everything fits above the month there is one page. Else
 * what is pinned stands on every page that has room for it, the others take turns, and room that
 * the last ones leave goes to the most urgent, never to a page of its own.
 */
export function paginate(
  arranged: Arranged,
  { perPage, withMonth, most = Infinity, monthBelow = false, monthPage = perPage >= 3 }: Room,
  weight: Weight,
  pressing: ReadonlySet<string>,
): Rotation {
  const all = [...arranged.pinned, ...arranged.others]
  const fits: Fits = (rows, isAbove = false) =>
    rows.length <= (isAbove ? most - 1 : most) &&
    sumOf(rows, weight, isAbove) <= (isAbove ? withMonth : perPage)
  if (fits(all, true)) return { pages: [{ rows: all, month: 'below' }], month: null }

  // room must be left for one of the others at the least; on a panel of one row all take turns
  const pinned: BoardIncident[] = []
  const loose: BoardIncident[] = []
  for (const incident of arranged.pinned) {
    const next = [...pinned, incident]
    const others = all.filter((row) => !next.includes(row))
    if (others.length === 0 || others.some((row) => fits([...next, row]))) pinned.push(incident)
    else loose.push(incident)
  }
  const turning = [...loose, ...arranged.others]
  const groups: { pins: readonly BoardIncident[]; rows: BoardIncident[] }[] = []
  for (const incident of turning) {
    const group = groups.at(-1)
    if (group && fits([...group.pins, ...group.rows, incident])) group.rows.push(incident)
    else {
      // a long place may leave room for some of them only
      const pins = pinned.filter((_, i) => fits([...pinned.slice(0, i + 1), incident]))
      groups.push({ pins, rows: [incident] })
    }
  }
  const pages = groups.map(({ pins, rows }): Page => ({
    rows: filled([...pins, ...rows], [...pinned, ...turning], fits),
    month: 'none',
  }))
  return {
    pages: pages.length > 0 ? pages : [{ rows: pinned, month: 'none' }],
    month: monthPage || monthBelow ? pageOfMonth(all, monthBelow, fits, pressing) : null,
  }
}

/**
 * The lead and the month; where others press, as many as fit stand above it as on a quiet day, and
 * where those that press do not there is no such page.
 */
function pageOfMonth(
  all: readonly BoardIncident[],
  monthBelow: boolean,
  fits: Fits,
  pressing: ReadonlySet<string>,
): Page | null {
  const staying = all.filter(({ id }, i) => i === 0 || pressing.has(id))
  if (staying.length === 1 && !monthBelow) return { rows: staying, month: 'page' }
  return fits(staying, true)
    ? { rows: filled(staying, all, (rows) => fits(rows, true)), month: 'below' }
    : null
}

/** `rows` and as many more of `all` as fit, the most urgent first; in the order of `all`. */
function filled(
  rows: readonly BoardIncident[],
  all: readonly BoardIncident[],
  fits: Fits,
): BoardIncident[] {
  let shown = rows
  for (const incident of all) {
    if (shown.includes(incident)) continue
    const next = all.filter((each) => each === incident || shown.includes(each))
    if (fits(next)) shown = next
  }
  return all.filter((incident) => shown.includes(incident))
}
