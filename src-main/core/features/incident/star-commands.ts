/** Marks a line of the record of an incident, once it is known to be one. */
import { unknownEntry, unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type PreparedHandler } from '../handler.ts'
import { eventsOf } from '../history/replay-queries.ts'

const star: PreparedHandler<'incident/star', true> = {
  async prepare({ incidentId, seq }, context) {
    if (!(await context.memory.incident(incidentId))) return unknownIncident()
    const events = await eventsOf(incidentId, context)
    return events.some((event) => event.seq === seq) ? true : unknownEntry()
  },
  async handle({ incidentId, seq, starred }, context) {
    const loaded = await loadIncident(incidentId, context)
    return loaded.ok ? decideIncident(loaded, { type: 'StarLine', seq, starred }) : loaded
  },
}

export const starCommands = { 'incident/star': star }
