/**
 * The strip of a wall: which incident stands in which of its fixed cells, how grave its mark is,
 * what is left over, and how those are summed up that find no cell.
 */
import type { LocalizedText } from '../text.ts'
import { DAY_MS } from '../units.ts'
import type { BoardIncident } from './types.ts'
import { urgencyOf, type Urgency } from './urgency.ts'

/** By cell the id of the incident that stands there; null: it is free. */
export type Slots = readonly (string | null)[]

type Placed = Pick<BoardIncident, 'id' | 'receivedAt' | 'drill'>

/** Real ones before drills, then the oldest report. */
const byReport = (a: Placed, b: Placed): number =>
  Number(a.drill) - Number(b.drill) || a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1)

/**
 * The cells at a look at all `incidents` of a wall. Whoever has a cell stays in it until it has
 * left the wall; a free cell, the first first, goes to those that have none, in the order of their
 * report. Nobody else moves. A wall that has just been opened (`before` is empty) so fills its
 * cells in the order of report. `count`: so many cells there are. The same list where nothing has
 * changed.
 */
export function slotsOf(before: Slots, incidents: readonly Placed[], count: number): Slots {
  const open = new Set(incidents.map(({ id }) => id))
  const slots = Array.from({ length: count }, (_, index) => {
    const id = before[index] ?? null
    return id !== null && open.has(id) ? id : null
  })
  const placed = new Set(slots)
  const waiting = incidents.filter(({ id }) => !placed.has(id)).sort(byReport)
  for (const { id } of waiting) {
    const free = slots.indexOf(null)
    if (free < 0) break
    slots[free] = id
  }
  const isSame = slots.length === before.length && slots.every((id, i) => id === before[i])
  return isSame ? before : slots
}

/** How grave: 3 life or level Ⅰ, 2 late or near to it, 1 what runs, 0 what is contained or over. */
export type Gravity = 0 | 1 | 2 | 3

const GRAVITIES: Readonly<Record<Urgency, Gravity>> = {
  people: 3,
  danger: 3,
  'life-untaken': 3,
  'highest-level': 3,
  'life-taken': 2,
  late: 2,
  unattended: 2,
  'limit-near': 2,
  'late-acknowledged': 2,
  level: 1,
  running: 1,
  prealert: 1,
  contained: 0,
  over: 0,
}

/** By urgency; level Ⅱ and a warning of orange or red count at least 2. `now` in UTC ms. */
export function gravityOf(incident: BoardIncident, now: number): Gravity {
  if (isLeftOver(incident, now)) return 1
  const gravity = GRAVITIES[urgencyOf(incident, now)]
  const { level, warning } = incident
  const isHigh = level === 2 || warning === 'orange' || warning === 'red'
  return gravity === 1 && isHigh ? 2 : gravity
}

/** What may be left over: nothing that life hangs on, nor what nobody has answered. */
const QUIET: ReadonlySet<Urgency> = new Set(['level', 'limit-near', 'late-acknowledged', 'running'])

/**
 * Late for a day (遗留), and somebody knows of all that is late: it takes no turn on the wall any
 * more, and is told of in a line. Never what has people, danger or life in it, nor level Ⅰ or Ⅱ.
 * `now` in UTC ms.
 */
export function isLeftOver(incident: BoardIncident, now: number): boolean {
  const { alerts, level } = incident
  const late = alerts.filter(({ kind }) => kind === 'late')
  return (
    late.length > 0 &&
    late.every(({ raisedAt }) => now - raisedAt > DAY_MS) &&
    alerts.every(({ acknowledgedAt }) => acknowledgedAt !== null) &&
    (level === null || level > 2) &&
    QUIET.has(urgencyOf(incident, now))
  )
}

/** So many of a kind that stand in no cell. */
export type Sum = { kind: LocalizedText; count: number; late: boolean; drill: boolean }

/**
 * What finds no cell by kind × count, in the order of `incidents`: the worst first, drills last.
 * What is late counts apart from the rest of its kind, so that the marks add up to the header's
 * figure.
 */
export function sumsOf(
  incidents: readonly BoardIncident[],
  isLate: (incident: BoardIncident) => boolean,
): readonly Sum[] {
  const sums = new Map<string, Sum>()
  for (const incident of incidents) {
    const { kind, drill } = incident
    const late = isLate(incident)
    const key = `${drill} ${late} ${kind.zh} ${kind.en}`
    sums.set(key, { kind, drill, late, count: (sums.get(key)?.count ?? 0) + 1 })
  }
  return [...sums.values()]
}
