/**
 * Works out what the record of an incident would be without one command: what the clock recorded
 * since stays, and so do alerts that sounded; whatever else the command had started ends with it.
 */
import { isSame } from '../canonical.ts'
import type { Meta, Refusal } from '../decision.ts'
import { STATION } from '../station/names.ts'
import { evolve } from './evolve.ts'
import { UNDO_WITHIN_MS, type UndoCommand } from './record/correction-commands.ts'
import { undoOver } from './record/correction-refusals.ts'
import { FOLLOWS, type IncidentEventType } from './record/events.ts'
import { recordedOf, undoneIn, withoutUndone, type Journalled } from './record/journalled.ts'
import { initialIncident, type Incident } from './record/state.ts'

/** With these an incident begins, and what it is cannot be taken from it. */
const BEGINS: readonly IncidentEventType[] = [
  'IncidentReported',
  'IncidentImported',
  'IncidentTakenOver',
]

export const fold = (from: Incident, events: readonly Journalled[]): Incident =>
  events.reduce((incident, event) => evolve(incident, recordedOf(event)), from)

/**
 * The first event that the command itself brought: those in front of it had fallen due before, and
 * were only recorded with it.
 */
export const firstOwn = (events: readonly Journalled[], commandId: string): number =>
  events.findIndex((event) => event.commandId === commandId && !FOLLOWS.includes(event.type))

/** The parts and steps in which the record would differ. */
function difference(is: Incident, target: Incident): Omit<UndoCommand, 'type' | 'undone'> {
  const names = [...new Set([...Object.keys(is), ...Object.keys(target)])] as (keyof Incident)[]
  const other = names.filter(
    (name) =>
      name !== 'version' && name !== 'steps' && !isSame(is[name] ?? null, target[name] ?? null),
  )
  const ids = [...new Set([...Object.keys(is.steps), ...Object.keys(target.steps)])]
  return {
    parts: Object.fromEntries(other.map((name) => [name, target[name] ?? null])),
    steps: Object.fromEntries(
      ids.flatMap((id) => {
        const [step, then] = [is.steps[id] ?? null, target.steps[id] ?? null]
        return isSame(step, then) ? [] : [[id, then]]
      }),
    ),
  }
}

/** Whether somebody has recorded anything after the command that still stands. */
function isBuiltOn(events: readonly Journalled[], commandId: string): boolean {
  const valid = withoutUndone(events)
  const undone = new Set(
    events.flatMap((event) => (event.type === 'CommandUndone' ? [event.commandId] : [])),
  )
  return valid
    .slice(valid.findIndex((event) => event.commandId === commandId))
    .some(
      (event) =>
        event.commandId !== null && event.commandId !== commandId && !undone.has(event.commandId),
    )
}

/**
 * `events`: the whole record of the incident. Refused (`undo-over`): a command that did nothing
 * here or was undone, the report itself, one of another person, of more than ten seconds ago, or on
 * which something was built since.
 */
export function undoing(
  id: string,
  events: readonly Journalled[],
  commandId: string,
  { at, by }: Meta,
): UndoCommand | Refusal {
  const first = firstOwn(events, commandId)
  const begun = events[first]
  if (!begun || BEGINS.includes(begun.type) || begun.type === 'CommandUndone') return undoOver()
  if (undoneIn(events).has(commandId) || isBuiltOn(events, commandId)) return undoOver()
  const sender = events.find((event) => event.commandId === commandId && event.by !== STATION)
  if (sender?.by !== by || Math.abs(at - begun.at) > UNDO_WITHIN_MS) return undoOver()
  const is = fold(initialIncident(id), events)
  const before = fold(initialIncident(id), events.slice(0, first))
  const since = events
    .slice(first)
    .filter((event) => event.commandId === null || event.type === 'AlertRaised')
  return { type: 'UndoCommand', undone: commandId, ...difference(is, fold(before, since)) }
}
