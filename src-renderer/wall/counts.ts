/**
 * Which incidents a wall shows, and how each of them stands. Pure; what is counted of them is
 * counted in ui/counts.ts.
 */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { standing } from '../ui/figure.ts'
import type { Standing } from '../ui/figure.ts'
import { limitStep } from './row.ts'

/**
 * Incidents that a wall shows: whatever is not over. A closed one stays with the console until it
 * is archived.
 */
export const onWall = (incidents: readonly BoardIncident[]): BoardIncident[] =>
  incidents.filter(({ state }) => !isTerminal(state))

/** How the nearest limit of an incident stands at `now` (UTC ms). */
export const standingOf = (incident: BoardIncident, now: number): Standing =>
  standing(limitStep(incident), now)
