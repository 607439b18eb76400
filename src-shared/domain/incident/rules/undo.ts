/**
 * Takes a command back: the record is as it would be without it. What that is was worked out before
 * (`../undo.ts`), as no rule can look behind the record as it stands.
 */
import { accept, type Decision } from '../../decision.ts'
import type { UndoCommand } from '../record/correction-commands.ts'
import type { CommandUndone } from '../record/correction-events.ts'
import type { Recorded } from '../record/events.ts'
import { initialIncident, type Incident } from '../record/state.ts'

export const undo = (
  _incident: Incident,
  { undone, steps, parts }: UndoCommand,
): Decision<CommandUndone> => accept({ type: 'CommandUndone', undone, steps, parts })

/** What every record has; of anything else null means that it is not there. */
const ALWAYS: ReadonlySet<string> = new Set(Object.keys(initialIncident('')))

export function commandUndone(
  incident: Incident,
  { steps, parts }: Recorded<CommandUndone>,
): Incident {
  const all = Object.entries({ ...incident, ...parts })
  const there = all.filter(([name, value]) => value !== null || ALWAYS.has(name))
  return {
    ...(Object.fromEntries(there) as Incident),
    steps: Object.fromEntries(
      Object.entries({ ...incident.steps, ...steps }).flatMap(([id, step]) =>
        step === null ? [] : [[id, step]],
      ),
    ),
  }
}
