/**
 * Takes in what was done on paper: each line is decided at its own time on what the lines before it
 * leave, so that all of them can be saved as one, or none.
 */
import type { Meta } from '../decision.ts'
import type { ImportedRow } from '../imported-row.ts'
import { decide, type Decided } from '../incident/decide.ts'
import type { IncidentCommand } from '../incident/record/commands.ts'
import type { Incident } from '../incident/record/state.ts'
import type { World } from '../incident/record/world.ts'

/** A line of the sheet: its number, when it was (UTC ms), and what it asks of the incident. */
export type EnteredRow = { row: number; at: number; command: IncidentCommand }

/** Earlier lines first; of one minute in the order of the sheet. */
const inTime = (rows: readonly EnteredRow[]): readonly EnteredRow[] =>
  [...rows].sort((a, b) => a.at - b.at || a.row - b.row)

/**
 * `rows`: what becomes of each line; a refused one says why and changes nothing. `decided`: all
 * events of the lines that can be taken.
 */
export function enterRows(
  incident: Incident,
  rows: readonly EnteredRow[],
  meta: Meta,
  world: World,
): { rows: readonly ImportedRow[]; decided: Omit<Decided, 'ok'> } {
  const read: ImportedRow[] = []
  let decided: Omit<Decided, 'ok'> = { events: [], state: incident, deadlines: [] }
  for (const { row, command } of inTime(rows)) {
    const next = decide(decided.state, command, meta, world)
    if (next.ok) decided = { ...next, events: [...decided.events, ...next.events] }
    read.push({
      row,
      outcome: next.ok ? 'new' : 'refused',
      message: next.ok ? null : next.message,
    })
  }
  return { rows: read, decided }
}
