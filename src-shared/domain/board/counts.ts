/**
 * The counts of a screen, once for both faces. A drill is counted as a drill and nowhere else.
 */
import { isTerminal } from '../incident/record/state.ts'
import { lateIn } from './late.ts'
import type { BoardFault, BoardIncident } from './types.ts'

/**
 * `late` counts what is late while somebody still has to act (`late.ts`), `lateIncidents` the
 * incidents that stand inverse for it.
 */
export type Counts = { running: number; late: number; lateIncidents: number; drills: number }

const NONE: ReadonlySet<string> = new Set()

/**
 * Over what is going on at `now` (UTC ms): closed incidents and false reports are left out. What is
 * `leftOver` (ids) runs, and is late nowhere but in a line of its own.
 */
export function countsOf(
  incidents: readonly BoardIncident[],
  now: number,
  leftOver: ReadonlySet<string> = NONE,
): Counts {
  const open = incidents.filter(({ state }) => !isTerminal(state))
  const real = open.filter(({ drill }) => !drill)
  const late = real
    .filter(({ id }) => !leftOver.has(id))
    .map((incident) => lateIn(incident, now))
    .filter((count) => count > 0)
  return {
    running: real.length,
    late: late.reduce((sum, count) => sum + count, 0),
    lateIncidents: late.length,
    drills: open.length - real.length,
  }
}

/**
 * Alerts of real incidents and of the station itself, those that nobody has acknowledged apart;
 * alerts of drills stand alone.
 */
export type AlertCounts = { unacknowledged: number; acknowledged: number; drills: number }

export function alertCounts(
  incidents: readonly Pick<BoardIncident, 'drill' | 'alerts'>[],
  faults: readonly Pick<BoardFault, 'acknowledgedAt'>[] = [],
): AlertCounts {
  const real = [
    ...incidents.filter(({ drill }) => !drill).flatMap(({ alerts }) => alerts),
    ...faults,
  ]
  const unacknowledged = real.filter(({ acknowledgedAt }) => acknowledgedAt === null).length
  return {
    unacknowledged,
    acknowledged: real.length - unacknowledged,
    drills: incidents
      .filter(({ drill }) => drill)
      .reduce((sum, { alerts }) => sum + alerts.length, 0),
  }
}
