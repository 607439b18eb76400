/**
 * Decides whether the log of writes that an unclean stop left may be used, before the record is
 * opened for writing: SQLite would put what it can read of a damaged log over newer pages. It looks
 * at the files as they lie, and until it has decided it changes no byte of them.
 */
import { copyFileSync, renameSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { localized } from '#shared/domain/text.ts'
import { syncFolder } from '../safe-write.ts'
import { JournalRefused, asRefused, isUnwritable } from './errors.ts'
import { pragma } from './sqlite-connection.ts'
import { readLog, type LogLeft } from './sqlite-log.ts'
import { refuseNewer } from './sqlite-migrate.ts'
import { chainStatements } from './sqlite-statements.ts'
import { checkSinceAnchor } from './sqlite-verify.ts'

/** What was wrong with the log. */
export type LogDamage = {
  /**
   * Whether what could be read of it went into the record; if not, the record's file was further
   * on, or whole without it.
   */
  used: boolean
  /** Bytes that were written and cannot be read. */
  lost: number
  /**
   * The name, in the same folder, under which the log is kept as it was; null if there was nothing
   * to keep, or no room.
   */
  file: string | null
}

/** The record's file without its log. */
const alone = { immutable: '1' }
/**
 * With its log, of which SQLite then keeps the index in memory: no other program may have the
 * record open.
 */
const together = { vfs: process.platform === 'win32' ? 'win32-none' : 'unix-none' }

function look<T>(file: string, how: Record<string, string>, work: (db: DatabaseSync) => T): T {
  const address = pathToFileURL(file)
  for (const [name, value] of Object.entries(how)) address.searchParams.set(name, value)
  const db = new DatabaseSync(address, { readOnly: true, defensive: true })
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE')
    return work(db)
  } finally {
    db.close()
  }
}

/**
 * The last event of a record that is whole since its last anchor, with `everyPage` also in SQLite's
 * own eyes; else why it is refused.
 */
function wholeTo(
  file: string,
  how: Record<string, string>,
  everyPage: boolean,
): number | JournalRefused {
  try {
    return look(file, how, (db) => {
      const version = Number(pragma(db, 'user_version'))
      refuseNewer(version)
      if (version === 0) return 0
      const result = everyPage ? pragma(db, 'quick_check') : 'ok'
      if (result !== 'ok')
        throw new JournalRefused(
          'record-damaged',
          localized('记录文件已损坏', `The record's file is damaged (${String(result)})`),
        )
      return checkSinceAnchor(chainStatements(db)).seq
    })
  } catch (error) {
    return asRefused(error)
  }
}

/**
 * The last event that the file holds without its log, whole or not; -1 if it can be read by nobody.
 */
function lastIn(file: string): number {
  try {
    return look(file, alone, (db) => chainStatements(db).head()?.seq ?? 0)
  } catch {
    return -1
  }
}

/**
 * To be called before the first opening, by whoever has taken the folder. Null: nothing is wrong
 * with the log, or there is none. A damaged one is kept aside, named by `now`. Throws {@link
 * JournalRefused} if the record is whole neither with the log nor without; then nothing was
 * changed.
 */
export function settleLog(file: string, now: Date): LogDamage | null {
  const { frames, folded, lost } = leftOf(file)
  const damaged = lost > 0 || frames < folded
  if (frames === 0 && !damaged) return null
  const withLog = frames > 0 && frames >= folded ? wholeTo(file, together, damaged) : null
  if (withLog instanceof JournalRefused && withLog.code === 'newer-record') throw withLog
  // it cannot be looked at that way here
  if (withLog instanceof JournalRefused && isUnwritable(withLog.cause) && !damaged) return null
  const lastAlone = lastIn(file)
  const brings = typeof withLog === 'number' && withLog >= lastAlone
  if (brings && !damaged) return null
  if (brings && withLog > lastAlone) return { used: true, lost, file: copied(file, now) }
  const without = wholeTo(file, alone, true)
  if (typeof without === 'number') return { used: false, lost, file: movedAway(file, now) }
  if (brings) return { used: true, lost, file: copied(file, now) }
  throw withLog instanceof JournalRefused ? withLog : without
}

function leftOf(file: string): LogLeft {
  try {
    return readLog(file)
  } catch (error) {
    throw asRefused(error)
  }
}

const nameFor = (file: string, now: Date): string =>
  `${file}-wal.bad-${now.toISOString().replace(/[-:.]/g, '')}`

function copied(file: string, now: Date): string | null {
  try {
    const name = nameFor(file, now)
    copyFileSync(`${file}-wal`, name)
    return basename(name)
  } catch {
    return null // a full disk keeps no station from starting
  }
}

function movedAway(file: string, now: Date): string | null {
  if (!statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return null
  const name = nameFor(file, now)
  renameSync(`${file}-wal`, name)
  syncFolder(dirname(file))
  return basename(name)
}
