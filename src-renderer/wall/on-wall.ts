/** The incidents that a wall shows, and how the limit of each stands. */
import type { BoardFault, BoardIncident } from '#shared/domain/board/types.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { limitStatus } from '../ui/figure.ts'
import type { LimitStatus } from '../ui/figure.ts'
import { limitStep } from './incident-row.ts'

/**
 * Incidents that a wall shows: all that are not over. A closed one stays with the console until it
 * is archived.
 */
export const onWall = (incidents: readonly BoardIncident[]): BoardIncident[] =>
  incidents.filter(({ state }) => !isTerminal(state))

/** How the nearest limit of an incident stands at `now` (UTC ms). */
export const limitStatusOf = (incident: BoardIncident, now: number): LimitStatus =>
  limitStatus(limitStep(incident), now)

/** Faults of the station that sound or have sounded; what keeps it from working comes first. */
export const soundingFaults = (faults: readonly BoardFault[]): readonly BoardFault[] => [
  ...faults.filter(({ tone }) => tone === 'fault'),
  ...faults.filter(({ tone }) => tone === 'alert'),
]
