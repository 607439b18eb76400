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

/** `monthBelow`: the month has no page of its own beside the strip, only room below rows. */
export type Room = { perPage: number; withMonth: number; monthBelow?: boolean }
/** Whatever stands first on a page is drawn as its lead, in larger letters. */
type Weight = (incident: BoardIncident, isFirst: boolean) => number

const sumOf = (rows: readonly BoardIncident[], weight: Weight): number =>
  rows.reduce((total, incident, i) => total + weight(incident, i === 0), 0)

/**
 * What stands on which page. `weight` says how many rows an incident takes (2 if its place needs a
 * second line), `pressing` which may not give way to the month. As long as everything fits above
 * the month there is one page. Else what is pinned stands on every page, the others take turns, and
 * room that the last ones leave goes to the most urgent, never to a page of its own.
 */
export function paginate(
  arranged: Arranged,
  { perPage, withMonth, monthBelow = false }: Room,
  weight: Weight,
  pressing: ReadonlySet<string>,
): Rotation {
  const all = [...arranged.pinned, ...arranged.others]
  const fits = (rows: readonly BoardIncident[], most = perPage): boolean =>
    sumOf(rows, weight) <= most
  if (fits(all, withMonth)) return { pages: [{ rows: all, month: 'below' }], month: null }

  // Room must be left for the heaviest of the others, since each takes its turn; on a panel of one
  // row all take turns.
  const pinned: BoardIncident[] = []
  const turning = [...arranged.others]
  for (const incident of arranged.pinned) {
    const left = all
      .filter((row) => row !== incident && !pinned.includes(row))
      .map((row) => weight(row, false))
    if (fits([...pinned, incident], perPage - Math.max(0, ...left))) pinned.push(incident)
    else turning.unshift(incident)
  }
  const groups: BoardIncident[][] = []
  for (const incident of turning) {
    const group = groups.at(-1)
    if (group && fits([...pinned, ...group, incident])) group.push(incident)
    else groups.push([incident])
  }
  const pages = groups.map((group): Page => ({
    rows: filled([...pinned, ...group], [...pinned, ...turning], perPage, weight),
    month: 'none',
  }))
  return {
    pages: pages.length > 0 ? pages : [{ rows: pinned, month: 'none' }],
    month:
      perPage >= 3 || monthBelow
        ? monthPage(all, { withMonth, monthBelow }, weight, pressing)
        : null,
  }
}

/**
 * The lead and the month; where others press, as many as fit stand above it as on a quiet day, and
 * where those that press do not there is no such page.
 */
function monthPage(
  all: readonly BoardIncident[],
  { withMonth, monthBelow }: Pick<Required<Room>, 'withMonth' | 'monthBelow'>,
  weight: Weight,
  pressing: ReadonlySet<string>,
): Page | null {
  const staying = all.filter(({ id }, i) => i === 0 || pressing.has(id))
  if (staying.length === 1 && !monthBelow) return { rows: staying, month: 'page' }
  return sumOf(staying, weight) <= withMonth
    ? { rows: filled(staying, all, withMonth, weight), month: 'below' }
    : null
}

/** `rows` and as many more of `all` as fit, the most urgent first; in the order of `all`. */
function filled(
  rows: readonly BoardIncident[],
  all: readonly BoardIncident[],
  most: number,
  weight: Weight,
): BoardIncident[] {
  let shown = rows
  for (const incident of all) {
    if (shown.includes(incident)) continue
    const next = all.filter((each) => each === incident || shown.includes(each))
    if (sumOf(next, weight) <= most) shown = next
  }
  return all.filter((incident) => shown.includes(incident))
}
