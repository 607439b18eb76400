/** Reads the events of an incident with the commands that brought them, as the journal has them. */
import type { IncidentEvent, Recorded } from './events.ts'

/** `commandId` null: the station's own. */
export type Journalled = Recorded<IncidentEvent> & { commandId: string | null }

/** The event as a state is folded from it. */
export function recordedOf(journalled: Journalled): Recorded<IncidentEvent> {
  const event: Recorded<IncidentEvent> & { commandId?: string | null } = { ...journalled }
  delete event.commandId
  return event
}

/** The commands that were undone, by their ids. */
export const undoneIn = (events: readonly Journalled[]): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (event.type === 'CommandUndone' ? [event.undone] : [])))

/** Without what a command did that was undone. */
export function withoutUndone(events: readonly Journalled[]): readonly Journalled[] {
  const undone = undoneIn(events)
  return events.filter(({ commandId }) => commandId === null || !undone.has(commandId))
}
