/** The incidents that a wall shows, and the faults that it tells. */
import type { BoardFault, BoardIncident } from '#shared/domain/board/types.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'

/**
 * Incidents that a wall shows: all that are not over. A closed one stays with the console until it
 * is archived.
 */
export const onWall = (incidents: readonly BoardIncident[]): BoardIncident[] =>
  incidents.filter(({ state }) => !isTerminal(state))

/** Faults of the station that sound or have sounded; what keeps it from working comes first. */
export const soundingFaults = (faults: readonly BoardFault[]): readonly BoardFault[] => [
  ...faults.filter(({ tone }) => tone === 'fault'),
  ...faults.filter(({ tone }) => tone === 'alert'),
]
