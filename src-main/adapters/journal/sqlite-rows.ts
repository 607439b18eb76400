/**
 * Saves a row and what is read beside it: its line in the history, and the tally of its month. All
 * within the transaction of its events.
 */
import type { IncidentFact } from '#shared/domain/statistics/incident-stats.ts'
import { NOTHING, tallyOf, withTally, type Tally } from '#shared/domain/statistics/tally.ts'
import { filedBy, type ReadyRow } from './prepare.ts'
import { FOLDED } from './sqlite-schema.ts'
import type { Statements } from './sqlite-statements.ts'

const factIn = (text: string): IncidentFact => JSON.parse(text) as IncidentFact
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
export const readTally = (text: string | undefined): Tally =>
  text === undefined ? NOTHING : (JSON.parse(text) as Tally)

/** A row that an older program folded is in no tally yet. */
export function saveRow(sql: Statements, row: ReadyRow): void {
  const before = sql.folded(row.id)
  sql.setRow(row)
  // notes, answers, acceptances: most of what a desk does
  if (before?.folded === FOLDED && before.fact === row.fact) return
  const known = before?.folded === FOLDED ? factIn(before.fact) : null
  if (!known || !same(filedBy(known), row.filed)) sql.setFiled(row.id, row.filed)
  const was = known ? { month: known.month, tally: tallyOf([known]) } : null
  const tally = tallyOf([factIn(row.fact)])
  if (was?.month === row.month && same(was.tally, tally)) return
  const change = (month: string, more: Tally, times: 1 | -1): void =>
    void sql.setTally(month, JSON.stringify(withTally(readTally(sql.tally(month)), more, times)))
  if (was) change(was.month, was.tally, -1)
  change(row.month, tally, 1)
}
