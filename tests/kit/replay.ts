/**
 * The record read from its first event on: what every row, figure and plan must come to if it is
 * worked out again.
 */
import { rowOf } from '#main/core/engine/changes.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { IncidentRow, Journal, StoredEvent } from '#main/core/ports.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import type { Site } from '#shared/domain/site/site.ts'
import type { WorkCalendar } from '#shared/domain/calendar.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'

const INCIDENT = incidentStream.nameOf('')

/** Every event of a record, in order. */
export async function allEvents(journal: Journal): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  for (;;) {
    const more = await journal.eventsAfter(events.length, 1_000)
    events.push(...more)
    if (more.length < 1_000) return events
  }
}

/** The site by its events, among all events of a record; null if it was never founded. */
export const siteIn = (events: readonly StoredEvent[]): Site | null =>
  siteStream.replay(
    '',
    events.filter(({ stream }) => siteStream.idOf(stream) !== null),
  )

/**
 * The rows of all incidents, worked out from events alone. `calendar` is not in the record; it
 * decides nothing that is folded.
 */
export function rowsFromEvents(
  events: readonly StoredEvent[],
  calendar: WorkCalendar = {},
): Map<string, IncidentRow> {
  const plans = new Map<string, Plan>()
  for (const event of events) {
    if (event.type === 'PlanKept')
      plans.set((event.body as unknown as Plan).revision, event.body as unknown as Plan)
  }
  const world: World = {
    plan: (revision) => {
      const snapshot = plans.get(revision)
      if (!snapshot) throw new Error(`no plan ${revision} in the record`)
      return snapshot
    },
    calendar,
    zone: siteIn(events)?.zone ?? '',
    roster: null,
  }
  const streams = Map.groupBy(
    events.filter(({ stream }) => stream.startsWith(INCIDENT)),
    ({ stream }) => stream.slice(INCIDENT.length),
  )
  return new Map(
    [...streams].map(([id, streamEvents]) => [
      id,
      rowOf(incidentStream.replay(id, streamEvents), world),
    ]),
  )
}
