/** Says of which incidents whoever asks may not learn, and where their figures lie. */
import { localMonth } from '#shared/domain/calendar.ts'
import type { QueryContext } from '../handler.ts'

type Asked = Pick<QueryContext, 'memory' | 'mayKnow'>

/** Ids of those that no public wall may know of, of this local month (`2026-11`). */
export function hiddenIn(month: string, { memory, mayKnow }: Asked): ReadonlySet<string> {
  const { zone } = memory.site
  return new Set(
    [...memory.incidents.values()].flatMap((incident) =>
      localMonth(incident.occurredAt ?? incident.receivedAt, zone) === month && !mayKnow(incident)
        ? [incident.id]
        : [],
    ),
  )
}
