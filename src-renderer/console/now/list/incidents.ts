/** What the list on the left holds and counts. The order is the station's. */
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { isOver } from '#shared/domain/incident/state.ts'
import { stepOf } from '../stage.ts'

export type IncidentList = {
  open: readonly BoardIncident[]
  closed: readonly BoardIncident[] // wait to be archived
  counts: { open: number; late: number; drills: number } // drills stand alone
}

/** A limit of it has passed, and somebody still has to act. */
export const isLate = (incident: BoardIncident, now: number): boolean => {
  const dueAt = stepOf(incident, incident.nearest)?.dueAt ?? null
  return dueAt !== null && dueAt <= now
}

export function incidentList(incidents: readonly BoardIncident[], now: number): IncidentList {
  const open = incidents.filter((incident) => !isOver(incident.state))
  const real = open.filter((incident) => !incident.drill)
  return {
    open,
    closed: incidents.filter((incident) => isOver(incident.state)),
    counts: { open: real.length, late: real.filter((incident) => isLate(incident, now)).length, drills: open.length - real.length }
  }
}
