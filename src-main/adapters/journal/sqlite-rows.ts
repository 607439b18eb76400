/**
 * Saves a row and what is read beside it: its line in the history, and the tally of its month. All
 * within the transaction of its events.
 */
import { isStats, isTally } from '#shared/domain/statistics/stored-forms.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { NOTHING, tallyOf, withTally, type Tally } from '#shared/domain/statistics/tally.ts'
import { filedBy, readStats, readFolded, type ReadyRow } from './prepare.ts'
import { FOLDED } from './sqlite-schema.ts'
import type { FoldedRow, Statements } from './sqlite-statements.ts'

const statsIn = (text: string): IncidentStats => JSON.parse(text) as IncidentStats
/** Whether two plain values are written alike, the order of their keys included. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
export const readTally = (text: string | undefined): Tally =>
  text === undefined ? NOTHING : readFolded<Tally>(text)

/** Counts a month again from its stats. A row that an older program folded is in no tally yet. */
export const countAnew = (sql: Statements, month: string): void =>
  void sql.setTally(
    month,
    JSON.stringify(tallyOf(sql.foldedStats(month).map(readStats).filter(isStats))),
  )

/** Whether the row is found by what it was found by before. */
const isFoundAsBefore = (before: FoldedRow, row: ReadyRow): boolean =>
  before.folded === FOLDED &&
  before.month === row.month &&
  before.overAt === row.overAt &&
  before.onBoard === Number(row.onBoard) &&
  before.counted === Number(row.counted) &&
  before.drill === Number(row.drill) &&
  before.pending === row.pending

/**
 * Saves a row with its line in the history and the tally of its month; a row that an older program
 * folded is in no tally yet. True: all that is looked up or counted stands, and the long copy of
 * the incident is left to follow (sqlite-copies.ts). `whole`: it is written in any case.
 */
export function saveRow(sql: Statements, row: ReadyRow, whole = false): boolean {
  const before = sql.folded(row.id)
  const follows =
    !whole && before !== undefined && isFoundAsBefore(before, row) && fits(before.fact, row.fact)
  if (!follows) sql.setRow(row)
  else if (before.fact !== row.fact) sql.setFact(row)
  saveFigures(sql, row, before)
  return follows
}

/** Whether a fact takes the very place of the one before. */
const fits = (before: string, fact: string): boolean =>
  before === fact || Buffer.byteLength(before) === Buffer.byteLength(fact)

/** Where what stands there cannot be reckoned with, the month is counted again. */
function saveFigures(sql: Statements, row: ReadyRow, before: FoldedRow | undefined): void {
  // notes, acceptances, most answers
  if (before?.folded === FOLDED && before.fact === row.fact) return
  const stats = before?.folded === FOLDED ? readFolded<IncidentStats | null>(before.fact) : null
  const known = isStats(stats) ? stats : null
  if (!known || !same(filedBy(known), row.filed)) sql.setFiled(row.id, row.filed)
  if (before?.folded === FOLDED && !known) {
    for (const month of new Set([before.month, row.month])) countAnew(sql, month)
    return
  }
  const was = known ? { month: known.month, tally: tallyOf([known]) } : null
  const tally = tallyOf([statsIn(row.fact)])
  if (was?.month === row.month && same(was.tally, tally)) return
  const change = (month: string, more: Tally, times: 1 | -1): void => {
    const current = readTally(sql.tally(month))
    if (isTally(current)) sql.setTally(month, JSON.stringify(withTally(current, more, times)))
    else countAnew(sql, month)
  }
  if (was) change(was.month, was.tally, -1)
  change(row.month, tally, 1)
}
