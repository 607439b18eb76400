/** What the header counts. Pure. A drill is counted as a drill and nowhere else. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { isOver } from '#shared/domain/incident/state.ts'
import { standing } from '../ui/figure.ts'
import type { Standing } from '../ui/figure.ts'

/** Incidents that a wall shows: whatever is not over. A closed one stays with the console until it is archived. */
export const onWall = (incidents: readonly BoardIncident[]): BoardIncident[] => incidents.filter(({ state }) => !isOver(state))

/** How the nearest limit of an incident stands at `now` (UTC ms). */
export const standingOf = (incident: BoardIncident, now: number): Standing =>
  standing(incident.steps.find((step) => step.id === incident.nearest) ?? null, now)

export type Counts = { running: number; late: number; drills: number }

export function countsOf(incidents: readonly BoardIncident[], now: number): Counts {
  const real = incidents.filter((incident) => !incident.drill)
  return {
    running: real.length,
    late: real.filter((incident) => standingOf(incident, now).kind === 'late').length,
    drills: incidents.length - real.length
  }
}
