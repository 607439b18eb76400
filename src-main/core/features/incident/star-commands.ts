/** Marks a line of the record of an incident, once it is known to be one. */
import { unknownEntry, unknownIncident } from '#shared/domain/incident/record/refusals.ts'
import { decideIncident } from '../../engine/changes.ts'
import { loadIncident, type PreparedHandler } from '../handler.ts'
import { eventsOf } from '../history/replay-queries.ts'
import { roomEventsIn } from '../history/room-events.ts'

const star: PreparedHandler<'incident/star', true> = {
  async prepare({ incidentId, seq }, context) {
    const incident = await context.memory.incident(incidentId)
    if (!incident) return unknownIncident()
    const [events, ofRoom] = [
      await eventsOf(incidentId, context),
      await roomEventsIn(incident, context),
    ]
    return [...events, ...ofRoom].some((event) => event.seq === seq) ? true : unknownEntry()
  },
  async handle({ incidentId, seq, starred }, context) {
    const loaded = await loadIncident(incidentId, context)
    return loaded.ok ? decideIncident(loaded, { type: 'StarLine', seq, starred }) : loaded
  },
}

export const starCommands = { 'incident/star': star }
