/** Folds incidents again from their events, whatever their rows say. */
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { IncidentRow, Journal } from '../ports.ts'

/** An incident from all its events. */
export const replayIncident = async (
  id: string,
  journal: Pick<Journal, 'events'>,
): Promise<Incident> => incidentStream.replay(id, await journal.events(incidentStream.nameOf(id)))

/**
 * The incident as its events tell it, whatever its row says; as its row says where they are no
 * longer what was written. Null if neither knows it. `row` is what stands there, in whatever form.
 */
export async function incidentOf(
  id: string,
  row: IncidentRow | null,
  journal: Pick<Journal, 'intact'>,
): Promise<Incident | null> {
  const events = await journal.intact(incidentStream.nameOf(id), row?.incident?.version)
  return events && events.length > 0 ? incidentStream.replay(id, events) : (row?.incident ?? null)
}
