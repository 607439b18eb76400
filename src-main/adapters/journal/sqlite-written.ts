/**
 * Remembers what this program has written to the record last, so that a commit need not read it
 * again: nobody else writes to it. What is written anew from the events is forgotten here.
 */
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import type { Tally } from '#shared/domain/statistics/tally.ts'
import type { FoldedRow } from './sqlite-statements.ts'

/** A row as it was written; `stats` are those that its fact is the text of. */
export type WrittenRow = { row: FoldedRow; stats: IncidentStats }

export type Written = {
  /** By stream. The table of events refuses a version that does not come next. */
  versions: Map<string, number>
  /** By incident: those of a full board, the latest last. */
  rows: Map<string, WrittenRow>
  tallies: Map<string, Tally> // by month
}

const [MOST_VERSIONS, MOST_ROWS, MOST_TALLIES] = [1_000, 50, 12]

export const nothingWritten = (): Written => ({
  versions: new Map(),
  rows: new Map(),
  tallies: new Map(),
})

export function forget({ versions, rows, tallies }: Written): void {
  versions.clear()
  rows.clear()
  tallies.clear()
}

/** Lets go of the oldest where there are too many. */
export function thin({ versions, rows, tallies }: Written): void {
  if (versions.size > MOST_VERSIONS) versions.clear()
  if (tallies.size > MOST_TALLIES) tallies.clear()
  for (const id of rows.keys()) {
    if (rows.size <= MOST_ROWS) return
    rows.delete(id)
  }
}
