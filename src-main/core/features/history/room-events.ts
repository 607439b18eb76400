/** What became of the room while an incident ran: it stands in its record, too. */
import { overAt, type Incident } from '#shared/domain/incident/record/state.ts'
import { roomStream } from '#shared/domain/room/stream.ts'
import type { StoredEvent } from '../../ports.ts'
import type { QueryContext } from '../handler.ts'

export async function roomEventsIn(
  incident: Incident,
  { journal }: Pick<QueryContext, 'journal'>,
): Promise<readonly StoredEvent[]> {
  const until = overAt(incident) ?? Infinity
  return (await journal.events(roomStream.nameOf(''))).filter(
    ({ at }) => incident.receivedAt <= at && at <= until,
  )
}
