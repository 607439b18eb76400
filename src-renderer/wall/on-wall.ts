/** The incidents that a wall shows. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'

/**
 * Incidents that a wall shows: all that are not over. A closed one stays with the console until it
 * is archived.
 */
export const onWall = (incidents: readonly BoardIncident[]): BoardIncident[] =>
  incidents.filter(({ state }) => !isTerminal(state))
