/**
 * Checks a record that no station has open, wherever it lies: also a copy on a medium that nothing
 * can be written to.
 */
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { HearEvent, Verified } from '#main/core/ports.ts'
import { asRefused, isUnwritable } from './errors.ts'
import { pragma } from './sqlite-connection.ts'
import { createCopies, withCopies } from './sqlite-copies.ts'
import { refuseNewer } from './sqlite-migrate.ts'
import { journalQueries, type JournalQueries } from './sqlite-queries.ts'
import { SCHEMA_STEPS } from './sqlite-schema.ts'
import { prepareStatements } from './sqlite-statements.ts'
import { verifyRecord } from './sqlite-verify.ts'

type Opened = { db: DatabaseSync; leave(): void }

/** SQLite opens a file at the first question, not before. */
function opened(file: string | URL): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly: true, defensive: true })
  try {
    pragma(db, 'user_version')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * To read a record with a write-ahead log, SQLite makes an index of the log beside it. Where it
 * cannot, the file is read as one that nobody changes; if there is a log, that would leave out the
 * newest events, so both are copied first.
 */
function open(file: string): Opened {
  try {
    const db = opened(file)
    return { db, leave: () => db.close() }
  } catch (error) {
    if (!isUnwritable(error)) throw error
  }
  if (!statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) {
    const address = pathToFileURL(file)
    address.searchParams.set('immutable', '1')
    const db = opened(address)
    return { db, leave: () => db.close() }
  }
  return openCopy(file, opened)
}

/** Record and log, copied for this user alone, and thrown away afterwards. */
function openCopy(file: string, open: (copy: string) => DatabaseSync): Opened {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-verify-'))
  const leave = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    for (const end of ['', '-wal'])
      if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, join(folder, `copy.db${end}`))
    const db = open(join(folder, 'copy.db'))
    return {
      db,
      leave: () => {
        db.close()
        leave()
      },
    }
  } catch (error) {
    leave()
    throw error
  }
}

/**
 * Reads a record, also one that a station has open, and leaves it as it is. Throws SQLite's own
 * error.
 */
export function readReadOnly<T>(file: string, read: (db: DatabaseSync) => T): T {
  const { db, leave } = open(file)
  try {
    return read(db)
  } finally {
    leave()
  }
}

/**
 * A record of an older program is checked as it will be once this one has opened it: in a copy,
 * since here nothing is changed.
 */
function openAsNow(file: string): Opened {
  const asItIs = open(file)
  const version = Number(pragma(asItIs.db, 'user_version'))
  if (version === 0 || version >= SCHEMA_STEPS.length) return asItIs
  asItIs.leave()
  return openCopy(file, (copy) => {
    chmodSync(copy, 0o600)
    const db = new DatabaseSync(copy, { defensive: true })
    try {
      for (const step of SCHEMA_STEPS.slice(version)) db.exec(step)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/**
 * All that a station checks of its own record, then `more` on what was read if that is whole, then
 * SQLite's own check of the file: damage that nothing else has found is `firstBad: 0` with `why:
 * file-damaged`. `hear` is told each event on the way. Throws `JournalRefused` if the record cannot
 * be read at all.
 */
export async function verifySqliteJournal(
  file: string,
  more?: (reading: JournalQueries) => Promise<Verified | null>,
  hear?: HearEvent,
): Promise<Verified> {
  let record: Opened | null = null
  try {
    record = openAsNow(file)
    refuseNewer(Number(pragma(record.db, 'user_version')))
    const sql = prepareStatements(record.db)
    const verified = await verifyRecord(sql, { hear })
    if (!verified.ok) return verified
    const copies = createCopies(sql, sql.lastAnchor()?.seq ?? 0)
    const further = (await more?.(withCopies(journalQueries(record.db, sql), copies))) ?? null
    if (further) return further
    return pragma(record.db, 'integrity_check') === 'ok'
      ? verified
      : { ok: false, firstBad: 0, why: 'file-damaged' }
  } catch (error) {
    throw asRefused(error)
  } finally {
    record?.leave()
  }
}
