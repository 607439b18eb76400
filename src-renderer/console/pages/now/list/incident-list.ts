/** The list on the left: what it holds and counts. The order is the station's. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { countsOf, type Counts } from '#shared/domain/board/counts.ts'

export type IncidentList = {
  open: readonly BoardIncident[]
  closed: readonly BoardIncident[] // wait to be archived
  counts: Counts | null // null: no board yet
}

/** `incidents` is null as long as no board has come: that is not the same as none. */
export const incidentList = (
  incidents: readonly BoardIncident[] | null,
  now: number,
): IncidentList => ({
  open: (incidents ?? []).filter((incident) => !isTerminal(incident.state)),
  closed: (incidents ?? []).filter((incident) => isTerminal(incident.state)),
  counts: incidents && countsOf(incidents, now),
})
