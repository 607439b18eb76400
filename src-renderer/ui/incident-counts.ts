/**
 * The counts of a screen, once for both faces. A drill is counted as a drill and nowhere else.
 */
import type { BoardFault, BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'

/**
 * `late` counts limits that have passed while somebody still has to act, `lateIncidents` the
 * incidents that have one.
 */
export type Counts = { running: number; late: number; lateIncidents: number; drills: number }

const isLate = ({ state, dueAt }: BoardStep, now: number): boolean =>
  (state === 'open' || state === 'accepted') && dueAt !== null && dueAt <= now

/** Limits of one incident that have passed at `now` (UTC ms) and are not finished. */
const lateLimits = (incident: Pick<BoardIncident, 'steps'>, now: number): number =>
  incident.steps.filter((step) => isLate(step, now)).length

/** Over what is going on: closed incidents and false reports are left out. */
export function countsOf(incidents: readonly BoardIncident[], now: number): Counts {
  const open = incidents.filter(({ state }) => !isTerminal(state))
  const real = open.filter(({ drill }) => !drill)
  const late = real.map((incident) => lateLimits(incident, now)).filter((count) => count > 0)
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
