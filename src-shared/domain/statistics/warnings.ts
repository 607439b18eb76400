/**
 * The figures of warnings from outside (预警) in a period. They are no incidents and of no drill: no
 * filter concerns them, and each counts in every period in which it was in force.
 */
import { localDate, startOfDate } from '../calendar.ts'
import type { StoredBody } from '../event-stream.ts'
import { WARNINGS } from '../incident/record/scales.ts'
import { everyWarning } from '../warning/stream.ts'
import { overAt, type KnownWarning } from '../warning/warning.ts'
import { dayAfter, type Period } from './period.ts'

/**
 * `red` + `orange` + `yellow` + `blue` = `inForce`. `days`: on which one at least was in force.
 * `told`, `prealert`, `acted`: of those in force.
 */
export type WarningFigures = {
  entered: number
  inForce: number
  red: number
  orange: number
  yellow: number
  blue: number
  days: number
  told: number
  prealert: number
  acted: number
}

export const NO_WARNING_FIGURES: WarningFigures = {
  entered: 0,
  inForce: 0,
  red: 0,
  orange: 0,
  yellow: 0,
  blue: 0,
  days: 0,
  told: 0,
  prealert: 0,
  acted: 0,
}

type Around = { now: number; zone: string }
type Instants = { start: number; end: number } // UTC ms; the end is not in it

function instantsOf({ from, to }: Period, { now, zone }: Around): Instants {
  const end = Math.min(startOfDate(dayAfter(to), zone), now + 1)
  return { start: startOfDate(from, zone), end }
}

/** What of it lies in these instants; null: it was not in force then. */
function forceIn(known: KnownWarning, { start, end }: Instants): Instants | null {
  const over = overAt(known)
  const within = {
    start: Math.max(known.startsAt, start),
    end: over === null ? end : Math.min(over, end),
  }
  return within.start < within.end ? within : null
}

/**
 * Those in force at some instant of a period in `zone`, in the order in which they were entered, as
 * they stood at its end, or at `now` (UTC ms) while it runs: what came later changes no period that
 * is over. `events`: the whole stream.
 */
export function warningsInForce(
  events: readonly StoredBody[],
  period: Period,
  around: Around,
): readonly KnownWarning[] {
  const instants = instantsOf(period, around)
  return everyWarning(events.filter(({ at }) => at < instants.end)).filter(
    (known) => forceIn(known, instants) !== null,
  )
}

/** Of the local days of a period; see {@link warningsInForce}. */
export function warningFigures(
  events: readonly StoredBody[],
  period: Period,
  around: Around,
): WarningFigures {
  const instants = instantsOf(period, around)
  const { start, end } = instants
  const figures = { ...NO_WARNING_FIGURES }
  for (const { at, type } of events)
    if (type === 'WarningEntered' && at >= start && at < end) figures.entered += 1
  const days = new Set<string>()
  for (const known of warningsInForce(events, period, around)) {
    const within = forceIn(known, instants)
    if (!within) continue
    figures.inForce += 1
    for (const colour of WARNINGS) if (known.warning === colour) figures[colour] += 1
    const [isTold, isTaken] = [known.told.length > 0, known.incidentIds.length > 0]
    if (isTold) figures.told += 1
    if (isTaken) figures.prealert += 1
    if (isTold || isTaken) figures.acted += 1
    const last = localDate(within.end - 1, around.zone)
    for (let day = localDate(within.start, around.zone); day <= last; day = dayAfter(day))
      days.add(day)
  }
  return { ...figures, days: days.size }
}
