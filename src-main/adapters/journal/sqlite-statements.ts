/**
 * Prepares and types every sentence of SQL that reads the record, once; beside them stand those
 * that write to it.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { StoredDocument } from '#main/core/ports.ts'
import type { Head, Link } from './chain.ts'
import type { ReadyCommand } from './prepare.ts'
import { FOLDED } from './sqlite-schema.ts'
import { preparedSearch } from './sqlite-search.ts'
import { writeStatements } from './sqlite-writes.ts'

/** `previous`: the hash of the event before it in the record, null for the first. */
export type LinkedEvent = Link & { previous: string | null }
export type SealRow = { sealed: string; salt: string; value: string; seq: number }
type RowText = {
  id: string
  onBoard: number
  pending: string
  incident: string
  fact: string
  folded: number
}
type StatsText = { id: string; fact: string }
type ReportText = { stream: string; at: number; drill: number; number: string | null }
export type SearchRow = {
  id: string
  plain: string
  plainSounds: string
  plainInitials: string
  said: string
  saidSounds: string
  saidInitials: string
}
/** A row without its long copy of the incident. */
export type FoldedRow = Omit<RowText, 'id' | 'incident'> & {
  month: string
  overAt: number | null
  counted: number
  drill: number
}
/** A row with every column that it is found by. */
export type FiledRow = RowText & {
  month: string
  overAt: number | null
  counted: number
  drill: number
  filed: string | null
}

const ROW = 'id, on_board AS onBoard, pending, incident, fact, folded'
const FILED =
  "json_object('at', at, 'drill', json(iif(drill, 'true', 'false')), 'type', type, 'level', level, 'state', state)"

// The driver types a row as a record of column values; the schema is STRICT, so what is named here
// is what comes.
const all = <T>(statement: StatementSync, ...values: (string | number)[]): T[] =>
  statement.all(...values) as unknown as T[]
const item = <T>(statement: StatementSync, ...values: (string | number)[]): T | undefined =>
  statement.get(...values) as unknown as T | undefined

/** The columns of a {@link Link}; a record of an older schema has no salts. */
export function eventColumns(db: DatabaseSync): string {
  const hasSalt = db.prepare("SELECT 1 FROM pragma_table_info('event') WHERE name = 'salt'").get()
  return `seq, stream, version, type, at, "by", ${hasSalt ? 'salt' : 'NULL AS salt'}, command_id AS commandId, body, hash`
}

/** Name → text of every table, index and trigger that somebody has made. */
export const schemaIn = (db: DatabaseSync): ReadonlyMap<string, string> =>
  new Map(
    all<{ name: string; sql: string }>(
      db.prepare('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL'),
    ).map(({ name, sql }) => [name, sql]),
  )

/**
 * Through every index of a row and of its line in the history: how many of them do not lead where
 * the row says.
 */
const INDEXED = `SELECT
    (SELECT count(*) FROM incident_row AS m INDEXED BY incident_month WHERE m.month = r.month AND m.id = r.id) <> 1
  + (SELECT count(*) FROM incident_row AS b INDEXED BY incident_on_board WHERE b.on_board = 1 AND b.id = r.id) <> r.on_board
  + (SELECT count(*) FROM incident_row AS p INDEXED BY incident_pending WHERE p.pending <> '[]' AND p.id = r.id) <> (r.pending <> '[]')
  + (SELECT count(*) FROM incident_row AS o INDEXED BY incident_over
     WHERE o.counted = 1 AND o.drill = 0 AND o.over_at = r.over_at AND o.rowid = r.rowid) <> (r.counted = 1 AND r.drill = 0 AND r.over_at IS NOT NULL)
  + (SELECT count(*) FROM history AS l INDEXED BY history_at WHERE l.at = h.at AND l.id = h.id) <> (h.id IS NOT NULL) AS stray
  FROM incident_row AS r LEFT JOIN history AS h ON h.id = r.id WHERE r.id = ?`

/**
 * Made when it is first asked for: without one of the indexes it cannot be, and that is found by
 * their names.
 */
function indexedIn(db: DatabaseSync): (id: string) => boolean {
  let statement: StatementSync | null = null
  return (id) => {
    statement ??= db.prepare(INDEXED)
    return item<{ stray: number }>(statement, id)?.stray === 0
  }
}

export type Statements = ReturnType<typeof prepareStatements>
export type ChainStatements = ReturnType<typeof chainStatements>

/** What the chain is read by: tables that every record has had since the first schema. */
export function chainStatements(db: DatabaseSync) {
  const EVENT = eventColumns(db)
  const head = db.prepare('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')
  const event = db.prepare(`SELECT ${EVENT} FROM event WHERE seq = ?`)
  const eventsAfter = db.prepare(`SELECT ${EVENT} FROM event WHERE seq > ? ORDER BY seq LIMIT ?`)
  const lastAnchor = db.prepare('SELECT seq, hash FROM anchor ORDER BY seq DESC LIMIT 1')
  return {
    head: () => item<Head>(head),
    event: (seq: number) => item<Link>(event, seq),
    eventsAfter: (seq: number, limit: number) => all<Link>(eventsAfter, seq, limit),
    lastAnchor: () => item<Head>(lastAnchor),
  }
}

export function prepareStatements(db: DatabaseSync) {
  const EVENT = eventColumns(db)
  const version = db.prepare(
    'SELECT coalesce(max(version), 0) AS version FROM event WHERE stream = ?',
  )
  const events = db.prepare(`SELECT ${EVENT} FROM event WHERE stream = ? ORDER BY version`)
  const linked = db.prepare(
    `SELECT ${EVENT}, (SELECT earlier.hash FROM event AS earlier WHERE earlier.seq = event.seq - 1) AS previous
     FROM event WHERE stream = ? ORDER BY version`,
  )
  const reports = db.prepare(
    `SELECT stream, at, json_extract(body, '$.drill') AS drill, json_extract(body, '$.number') AS number FROM event
     WHERE stream >= ? AND stream < ? AND version = 1 AND type = 'IncidentReported' ORDER BY seq`,
  )
  const eventCount = db.prepare('SELECT count(*) AS count FROM event NOT INDEXED WHERE stream = ?')
  const command = db.prepare('SELECT id, digest, salt, position, reply FROM command WHERE id = ?')
  const sealAfter = db.prepare(
    'SELECT sealed, salt, value, seq FROM personal WHERE sealed > ? ORDER BY sealed LIMIT ?',
  )
  const value = db.prepare('SELECT value FROM personal WHERE sealed = ?')
  const onBoard = db.prepare(`SELECT ${ROW} FROM incident_row WHERE on_board = 1 ORDER BY id`)
  const pending = db.prepare(
    `SELECT id, pending FROM incident_row WHERE pending <> '[]' ORDER BY id`,
  )
  const filedRow = `${ROW}, month, over_at AS overAt, counted, drill,
    (SELECT ${FILED} FROM history WHERE history.id = incident_row.id) AS filed FROM incident_row`
  const row = db.prepare(`SELECT ${filedRow} WHERE id = ?`)
  const rowsAfter = db.prepare(`SELECT ${filedRow} WHERE id > ? ORDER BY id LIMIT ?`)
  const folded = db.prepare(
    `SELECT fact, folded, month, on_board AS onBoard, over_at AS overAt, counted, drill, pending
     FROM incident_row WHERE id = ?`,
  )
  const behind = db.prepare(
    `SELECT incident_row.id AS id FROM
       (SELECT substr(stream, 10) AS id, max(version) AS version FROM event WHERE seq > ? AND stream LIKE 'incident.%' GROUP BY stream) AS recent
       JOIN incident_row ON incident_row.id = recent.id
     WHERE iif(json_valid(incident), incident ->> '$.version' < recent.version, 0) ORDER BY incident_row.id`,
  )
  const foldedStats = db.prepare(
    `SELECT id, fact FROM incident_row WHERE month = ? AND folded = ${FOLDED}`,
  )
  const searchRow = db.prepare(
    `SELECT id, plain, plain_sounds AS plainSounds, plain_initials AS plainInitials, said, said_sounds AS saidSounds,
       said_initials AS saidInitials FROM history WHERE id = ?`,
  )
  const old = db.prepare(`SELECT id FROM incident_row WHERE folded < ${FOLDED} ORDER BY id LIMIT ?`)
  const tally = db.prepare('SELECT tally FROM month_tally WHERE month = ?')
  const firstMonth = db.prepare('SELECT MIN(month) AS month FROM incident_row')
  const months = db.prepare(
    'SELECT month FROM incident_row UNION SELECT month FROM month_tally ORDER BY month',
  )
  const rowIds = db.prepare('SELECT id FROM incident_row ORDER BY id')
  const keptNames = db.prepare('SELECT kind, id FROM kept ORDER BY kind, id')
  const streams = db.prepare(
    'SELECT DISTINCT stream FROM event WHERE stream > ? ORDER BY stream LIMIT ?',
  )
  const statsOfMonths = db.prepare(
    'SELECT id, fact FROM incident_row WHERE month >= ? AND month <= ? ORDER BY id',
  )
  const lastOver = db.prepare(
    'SELECT max(over_at) AS at FROM incident_row WHERE counted = 1 AND drill = 0',
  )
  const stored = db.prepare('SELECT body FROM kept WHERE kind = ? AND id = ?')
  const keptAll = db.prepare('SELECT id, body FROM kept WHERE kind = ? ORDER BY id')
  const anchors = db.prepare('SELECT seq, hash FROM anchor ORDER BY seq')

  return {
    ...chainStatements(db),
    ...writeStatements(db),
    version: (stream: string) => item<{ version: number }>(version, stream)?.version ?? 0,
    events: (stream: string) => all<Link>(events, stream),
    linked: (stream: string) => all<LinkedEvent>(linked, stream),
    reports: (from: string, until: string) => all<ReportText>(reports, from, until),
    /** Counted without the index, which may have lost one: it reads the whole record. */
    eventCount: (stream: string) => item<{ count: number }>(eventCount, stream)?.count ?? 0,
    command: (id: string) => item<ReadyCommand & { position: number }>(command, id),
    sealsAfter: (sealed: string, limit: number) => all<SealRow>(sealAfter, sealed, limit),
    value: (sealed: string) => item<{ value: string }>(value, sealed)?.value,
    onBoard: () => all<RowText>(onBoard),
    pending: () => all<Pick<RowText, 'id' | 'pending'>>(pending),
    row: (id: string) => item<FiledRow>(row, id),
    /** Whether each index that should lead to a row does. */
    indexed: indexedIn(db),
    rowsAfter: (id: string, limit: number) => all<FiledRow>(rowsAfter, id, limit),
    rowIds: () => all<{ id: string }>(rowIds).map(({ id }) => id),
    keptNames: () =>
      all<Pick<StoredDocument, 'kind' | 'id'>>(keptNames).map(({ kind, id }) => ({ kind, id })),
    streams: (after: string, limit: number) =>
      all<{ stream: string }>(streams, after, limit).map(({ stream }) => stream),
    schema: () => schemaIn(db),
    statsOfMonths: (from: string, to: string) => all<StatsText>(statsOfMonths, from, to),
    /** The stats as they stand, by which rules they were folded, and what they are found by. */
    folded: (id: string) => item<FoldedRow>(folded, id),
    /** Rows whose copy of the incident lacks some of the events after a place in the record. */
    behind: (seq: number) => all<{ id: string }>(behind, seq).map(({ id }) => id),
    /** Those of a month that this program has folded. */
    foldedStats: (month: string) => all<StatsText>(foldedStats, month),
    searchRow: (id: string) => item<SearchRow>(searchRow, id),
    old: (limit: number) => all<{ id: string }>(old, limit).map(({ id }) => id),
    tally: (month: string) => item<{ tally: string }>(tally, month)?.tally,
    firstMonth: () => item<{ month: string | null }>(firstMonth)?.month ?? null,
    months: () => all<{ month: string }>(months).map(({ month }) => month),
    search: preparedSearch(db),
    lastOver: () => item<{ at: number | null }>(lastOver)?.at ?? null,
    document: (kind: string, id: string) => item<{ body: string }>(stored, kind, id)?.body,
    documents: (kind: string) => all<{ id: string; body: string }>(keptAll, kind),
    anchors: () => all<Head>(anchors),
  }
}
