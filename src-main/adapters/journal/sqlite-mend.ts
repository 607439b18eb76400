/**
 * Writes again what was folded from events and does not agree with them. The events stay as they
 * are.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Mending } from '#main/core/ports.ts'
import { RowsLost, isCorrupt } from './errors.ts'
import { canonical } from '#shared/domain/canonical.ts'
import { readyRow } from './prepare.ts'
import { expectedShape } from './sqlite-guards.ts'
import type { JournalQueries } from './sqlite-queries.ts'
import { countAnew } from './sqlite-rows.ts'
import { schemaIn, type Statements } from './sqlite-statements.ts'

/** The guards against deleting, which stand in the way of taking away what no event speaks of. */
const GUARDS = ['incident_no_delete', 'history_no_delete', 'kept_no_delete'] as const

/** An index may be what was damaged: through it a row or an event is found twice, or not at all. */
export const reindex = (db: DatabaseSync): void => db.exec('REINDEX')

/** By their place: what damage made of a name need not be a text by which SQLite finds them. */
function deleteRows(db: DatabaseSync, ids: readonly string[]): void {
  const stored = db.prepare('SELECT rowid AS place, id FROM incident_row').all()
  for (const { place, id } of stored as { place: number; id: string }[])
    if (ids.includes(id)) db.prepare('DELETE FROM incident_row WHERE rowid = ?').run(place)
}

type DocumentRow = { kind: string; id: string; body: string }

/**
 * The table is written anew without them: it lies in the order of its names, and one that damage
 * has changed stands where neither a search nor a deletion finds it.
 */
function deleteDocuments(
  db: DatabaseSync,
  named: readonly Pick<DocumentRow, 'kind' | 'id'>[],
): void {
  if (named.length === 0) return
  const stored = db.prepare('SELECT kind, id, body FROM kept').all() as DocumentRow[]
  db.exec('DROP TABLE kept')
  db.exec(expectedShape().get('kept') ?? '')
  const write = db.prepare('INSERT OR REPLACE INTO kept (kind, id, body) VALUES (?,?,?)')
  for (const { kind, id, body } of stored)
    if (!named.some((ghost) => ghost.kind === kind && ghost.id === id)) write.run(kind, id, body)
}

/**
 * Beside what no event speaks of, lines of the history without a row: they are counted in a search,
 * and found by nobody.
 */
function takeAway(db: DatabaseSync, { rows, documents }: NonNullable<Mending['ghosts']>): void {
  const schema = schemaIn(db)
  const guards = GUARDS.flatMap((name) => schema.get(name) ?? [])
  for (const name of GUARDS) db.exec(`DROP TRIGGER IF EXISTS ${name}`)
  deleteRows(db, rows)
  db.exec('DELETE FROM history WHERE id NOT IN (SELECT id FROM incident_row)')
  deleteDocuments(db, documents)
  for (const guard of guards) db.exec(guard)
}

function reindexed(db: DatabaseSync): boolean {
  try {
    reindex(db)
    return true
  } catch {
    return false
  }
}

const FOLDED_TABLES = ['incident_row', 'history', 'kept', 'month_tally']

const dropTables = (db: DatabaseSync): void => {
  for (const table of FOLDED_TABLES) db.exec(`DROP TABLE IF EXISTS ${table}`)
}

/**
 * For tables that are too broken to be dropped: they are struck off the list of tables. Their pages
 * stay in the file until it is packed.
 */
function strikeTables(db: DatabaseSync): void {
  db.enableDefensive(false)
  try {
    db.exec('PRAGMA writable_schema = ON')
    for (const table of FOLDED_TABLES)
      db.prepare('DELETE FROM sqlite_schema WHERE tbl_name = ?').run(table)
    db.exec('PRAGMA writable_schema = RESET')
  } finally {
    db.enableDefensive(true)
  }
}

/** All that is folded from events, empty. The events are not touched. */
function makeAnew(db: DatabaseSync): void {
  try {
    inPlaceOf(db, dropTables)
  } catch (error) {
    if (!isCorrupt(error)) throw error
    inPlaceOf(db, strikeTables)
    db.exec('VACUUM')
  }
}

function inPlaceOf(db: DatabaseSync, remove: (db: DatabaseSync) => void): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    remove(db)
    const present = schemaIn(db)
    for (const [name, sql] of expectedShape()) if (!present.has(name)) db.exec(sql)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/**
 * Runs a read of what was folded. One that meets a page which does not hold together has the
 * indexes built anew and is run again; if that is of no use, the tables are made anew and {@link
 * RowsLost} is thrown.
 */
export type Mended = <T>(read: () => Promise<T>) => Promise<T>

/** `anew` hears that the tables were made anew. */
export function mendingReads(db: DatabaseSync, anew: () => void): Mended {
  let indexed = false

  function mend(error: unknown): void {
    if (!isCorrupt(error)) throw error
    if (!indexed) {
      indexed = true
      if (reindexed(db)) return
    }
    makeAnew(db)
    anew()
    throw new RowsLost(error)
  }

  return async (read) => {
    for (;;) {
      try {
        return await read()
      } catch (error) {
        mend(error)
      }
    }
  }
}

/** The reads of what was folded, each mended. */
export const mendedReading = (reading: JournalQueries, mended: Mended): JournalQueries => ({
  ...reading,
  rowsOnBoard: () => mended(reading.rowsOnBoard),
  pending: () => mended(reading.pending),
  row: (id) => mended(() => reading.row(id)),
  incidentStats: (from, to) => mended(() => reading.incidentStats(from, to)),
  tally: (month) => mended(() => reading.tally(month)),
  firstMonth: () => mended(reading.firstMonth),
  search: (query) => mended(() => reading.search(query)),
  oldRows: (limit) => mended(() => reading.oldRows(limit)),
  lastOver: () => mended(reading.lastOver),
  searchEntry: (id) => mended(() => reading.searchEntry(id)),
  document: (kind, id) => mended(() => reading.document(kind, id)),
  documents: (kind) => mended(() => reading.documents(kind)),
  projectionNames: () => mended(reading.projectionNames),
})

/** In one transaction. Throws SQLite's own error with the transaction still open. */
export function mendRows(
  db: DatabaseSync,
  sql: Statements,
  { rows, documents, months, ghosts }: Mending,
): void {
  const ready = rows.map(({ row, searchEntry }) => ({ row: readyRow(row), searchEntry }))
  const bodies = documents.map(({ kind, id, body }) => ({ kind, id, body: canonical(body) }))
  sql.begin()
  const touched = new Set(months)
  for (const id of [...(ghosts?.rows ?? []), ...ready.map(({ row }) => row.id)]) {
    const month = sql.folded(id)?.month
    if (month !== undefined) touched.add(month)
  }
  for (const { row, searchEntry } of ready) {
    sql.setRow(row)
    sql.setFiled(row.id, row.filed)
    sql.setFound(searchEntry)
    touched.add(row.month)
  }
  if (ghosts) takeAway(db, ghosts)
  for (const { kind, id, body } of bodies) sql.keep(kind, id, body)
  for (const month of touched) countAnew(sql, month)
  sql.commit()
}
