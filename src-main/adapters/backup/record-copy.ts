/**
 * Copies a record into one file, also while a station writes it, and tells whether such a copy is
 * whole.
 */
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { Json } from '#main/core/ports.ts'
import { readReadOnly, verifySqliteJournal } from '../journal/sqlite-closed.ts'
import { JournalRefused } from '../journal/errors.ts'
import { pragma } from '../journal/sqlite-connection.ts'
import { readLog } from '../journal/sqlite-log.ts'
import { chainStatements } from '../journal/sqlite-statements.ts'
import { logNotSettled, recordNotWhole } from './backup-refusals.ts'

/**
 * The state of one instant: the copy reads beside the writer, which never waits for it. Throws
 * SQLite's own error.
 */
export function copyRecord(record: string, copy: string): void {
  readReadOnly(record, (db) => db.prepare('VACUUM INTO ?').run(copy))
}

type SiteEventRow = { type: string; at: number; by: string; body: Json }

/** The site's events, of a record of whatever schema. Throws SQLite's own error. */
export const siteEventsIn = (record: string): readonly SiteEventRow[] =>
  readReadOnly(record, (db) =>
    db
      .prepare(`SELECT type, at, "by", body FROM event WHERE stream = 'site' ORDER BY version`)
      .all()
      .map(({ type, at, by, body }) => ({
        type: String(type),
        at: Number(at),
        by: String(by),
        body: JSON.parse(String(body)) as Json,
      })),
  )

/**
 * Of a record that nobody has open. A log that cannot be read to its end would make a backup that
 * is short without saying so.
 */
export function requireSettledLog(record: string): void {
  const { frames, folded, lost } = readLog(record)
  if (lost > 0 || frames < folded) throw logNotSettled()
}

export type WholeRecord = { ok: true; record: string; position: number; hash: string }
export type DamagedRecord = { ok: false; firstBad: number; why: string }

/** What is worked out from the events is worked out again at the next start. */
const isOnlyBeside = ({ firstBad, why }: DamagedRecord): boolean =>
  firstBad === 0 && why !== 'file-damaged'

/**
 * Whether a copy holds every event as it was written, in a file that is sound: chain, anchors,
 * seals and SQLite's own check. `record`: hash of the first event. Throws `JournalRefused` for a
 * record of a newer program.
 */
export async function checkRecord(copy: string): Promise<WholeRecord | DamagedRecord> {
  try {
    const verified = await verifySqliteJournal(copy)
    if (!verified.ok && !isOnlyBeside(verified)) return verified
    return firstAndLast(copy, !verified.ok)
  } catch (error) {
    if (!(error instanceof JournalRefused) || error.code === 'newer-record') throw error
    return { ok: false, firstBad: error.firstBad ?? 0, why: 'file-damaged' }
  }
}

function firstAndLast(copy: string, unchecked: boolean): WholeRecord | DamagedRecord {
  const address = pathToFileURL(copy)
  address.searchParams.set('immutable', '1')
  const db = new DatabaseSync(address, { readOnly: true, defensive: true })
  try {
    if (unchecked && pragma(db, 'quick_check') !== 'ok')
      return { ok: false, firstBad: 0, why: 'file-damaged' }
    const sql = chainStatements(db)
    const [first, last] = [sql.event(1), sql.head()]
    if (!first || !last) return { ok: false, firstBad: 1, why: 'record-missing' }
    return { ok: true, record: first.hash, position: last.seq, hash: last.hash }
  } finally {
    db.close()
  }
}

/** The same, throwing why it is not. */
export async function requireWhole(copy: string): Promise<WholeRecord> {
  const checked = await checkRecord(copy)
  if (!checked.ok) throw recordNotWhole(checked.firstBad, checked.why)
  return checked
}
