/**
 * Saves a row and what is read beside it: its line in the history, and the tally of its month. All
 * within the transaction of its events.
 */
import { isStats, isTally } from '#shared/domain/statistics/stored-forms.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import {
  isSameTally,
  NOTHING,
  tallyOf,
  tallyOfOne,
  withChange,
  withTally,
  type Tally,
} from '#shared/domain/statistics/tally.ts'
import { filedBy, readStats, readFolded, type ReadyRow } from './prepare.ts'
import { FOLDED } from './sqlite-schema.ts'
import type { FoldedRow, Statements } from './sqlite-statements.ts'
import type { Written, WrittenRow } from './sqlite-written.ts'

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

/** What stands in a row, and the stats that can be reckoned with; null: none. */
type Before = { row: FoldedRow; stats: IncidentStats | null }

function beforeOf(sql: Statements, written: Written, id: string): Before | undefined {
  const known = written.rows.get(id)
  if (known) return known
  const row = sql.folded(id)
  if (!row) return undefined
  const stats = row.folded === FOLDED ? readFolded<IncidentStats | null>(row.fact) : null
  return { row, stats: isStats(stats) ? stats : null }
}

const asWritten = (row: ReadyRow): WrittenRow => ({
  row: {
    ...{ fact: row.fact, folded: FOLDED, month: row.month, overAt: row.overAt },
    ...{ pending: row.pending, onBoard: Number(row.onBoard) },
    ...{ counted: Number(row.counted), drill: Number(row.drill) },
  },
  stats: row.stats(),
})

/**
 * Saves a row with its line in the history and the tally of its month; a row that an older program
 * folded is in no tally yet. True: all that is looked up or counted stands, and the long copy of
 * the incident is left to follow (sqlite-copies.ts). `whole`: it is written in any case.
 */
export function saveRow(sql: Statements, written: Written, row: ReadyRow, whole = false): boolean {
  const before = beforeOf(sql, written, row.id)
  const follows =
    !whole &&
    before !== undefined &&
    isFoundAsBefore(before.row, row) &&
    fits(before.row.fact, row.fact)
  if (!follows) sql.setRow(row)
  else if (before.row.fact !== row.fact) sql.setFact(row)
  saveFigures(sql, written, row, before)
  written.rows.delete(row.id) // the latest stands last
  written.rows.set(row.id, asWritten(row))
  return follows
}

/** Whether a fact takes the very place of the one before. */
const fits = (before: string, fact: string): boolean =>
  before === fact || Buffer.byteLength(before) === Buffer.byteLength(fact)

/** Where what stands there cannot be reckoned with, the month is counted again. */
function saveFigures(
  sql: Statements,
  written: Written,
  row: ReadyRow,
  before: Before | undefined,
): void {
  const isFolded = before?.row.folded === FOLDED
  // notes, acceptances, most answers
  if (isFolded && before.row.fact === row.fact) return
  const known = before?.stats ?? null
  if (!known || !same(filedBy(known), row.filed)) sql.setFiled(row.id, row.filed)
  if (isFolded && !known) {
    for (const month of new Set([before.row.month, row.month])) {
      countAnew(sql, month)
      written.tallies.delete(month)
    }
    return
  }
  const was = known ? { month: known.month, tally: tallyOfOne(known) } : null
  const tally = tallyOfOne(row.stats(), known)
  if (was?.month === row.month && isSameTally(was.tally, tally)) return
  const change = (month: string, changed: (current: Tally) => Tally): void => {
    const current = written.tallies.get(month) ?? readTally(sql.tally(month))
    if (!isTally(current)) {
      countAnew(sql, month)
      return
    }
    const after = changed(current)
    sql.setTally(month, JSON.stringify(after))
    written.tallies.set(month, after)
  }
  if (was?.month === row.month) {
    change(row.month, (current) => withChange(current, was.tally, tally))
    return
  }
  if (was) change(was.month, (current) => withTally(current, was.tally, -1))
  change(row.month, (current) => withTally(current, tally, 1))
}
