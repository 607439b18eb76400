/**
 * Locks a data folder for a single station. The kernel holds the lock through SQLite's file lock,
 * so it ends with the process; the file beside it names the holder for people, and which file the
 * lock is on: the kernel locks a file, not its name, and somebody may remove or replace it.
 */
import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { FolderState } from '#main/core/ports.ts'
import { makeFolder } from './make-folder.ts'

export type DataLock = {
  /**
   * The folder is a copy that was made by hand while a station ran on the original, or after it was
   * killed: files of different moments may lie in it.
   */
  readonly isCopied: boolean
  /** Somebody is told so: the next start knows of it no more. */
  copyTold(): void
  /** Looks whether the lock still lies in the folder, and locks it again where it does not. */
  check(): FolderState
  release(): void
}

const SQLITE_BUSY = 5
const TRIES = 4
// an unreferenced connection would be collected, and the lock with it
const openLocks = new Set<DatabaseSync>()

/**
 * Takes the folder for this process, making it if need be. `holder` names the process that has it
 * (pid and start, for people to read). Throws if the lock file itself cannot be used (no such disk,
 * no permission).
 */
export function lockDataFolder(dir: string): DataLock | { holder: string } {
  makeFolder(dir)
  const holderFile = join(dir, 'lock.holder.json')
  const lockFile = join(dir, 'lock.db')
  requirePlainFile(lockFile)
  const before = identityOf(lockFile)
  const db = take(lockFile)
  if (!db) return { holder: readHolder(holderFile) }
  if (isReplaced(dir, holderFile, before) && isRecordOpen(dir)) {
    db.close()
    return { holder: readHolder(holderFile) }
  }
  const locks = [db]
  openLocks.add(db)
  let locked = identityOf(lockFile)
  const left = readNote(holderFile)
  const isCopied = isOtherFolder(left, dir)
  let isTold = false
  writeHolder(holderFile, locked)
  const removeAll = (): void => {
    for (const lock of locks) {
      openLocks.delete(lock)
      lock.close()
    }
  }
  return {
    isCopied,
    copyTold() {
      isTold = true
    },
    check() {
      if (identityOf(lockFile) === locked) return 'held'
      try {
        requirePlainFile(lockFile)
        const again = take(lockFile, 1)
        if (!again) return { holder: readHolder(holderFile) }
        locks.push(again)
        openLocks.add(again)
        locked = identityOf(lockFile)
        writeHolder(holderFile, locked)
        return 'retaken'
      } catch {
        return 'lost'
      }
    },
    release() {
      if (!openLocks.has(db)) return
      // before the lock ends: afterwards it may be another's file
      if (isCopied && !isTold) writeNote(holderFile, left)
      else removeHolder(holderFile)
      removeAll()
    },
  }
}

/** Tells a file from another one of the same name; null if there is none. */
export function identityOf(file: string): string | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.ino}` : null
}

/**
 * Whether the lock that was free may be another file than the one that a station holds: it was not
 * there (`before` null), or whoever started last had another, or left traces of a running station.
 */
function isReplaced(dir: string, holderFile: string, before: string | null): boolean {
  const left = readNote(holderFile)
  return left
    ? before === null || left.lock !== before
    : before === null || existsSync(join(dir, 'station.json'))
}

/**
 * Whether any program has the record open: SQLite keeps a lock on its file meanwhile. It is looked
 * at under another name, so that what a kill left beside it is neither read nor written. False also
 * where the file system knows no second names.
 */
function isRecordOpen(dir: string): boolean {
  const probe = join(dir, 'lock.probe.db')
  try {
    rmSync(probe, { force: true })
    linkSync(join(dir, 'journal.db'), probe)
  } catch {
    return false
  }
  try {
    return isLocked(probe)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal'])
      rmSync(`${probe}${suffix}`, { force: true })
  }
}

function isLocked(file: string): boolean {
  const db = new DatabaseSync(file, { timeout: 500 })
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK')
    return false
  } catch (error) {
    return (error as { errcode?: number }).errcode === SQLITE_BUSY
  } finally {
    db.close()
  }
}

/**
 * Whether a process has the folder, of one in which nothing can be written: a lock that is there
 * keeps readers out as well.
 */
export function isDataFolderHeld(dir: string): boolean {
  const lockFile = join(dir, 'lock.db')
  if (!statSync(lockFile, { throwIfNoEntry: false })?.isFile()) return false
  const db = new DatabaseSync(lockFile, { readOnly: true, timeout: 0 })
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return false
  } catch (error) {
    return (error as { errcode?: number }).errcode === SQLITE_BUSY
  } finally {
    db.close()
  }
}

/** A pipe would be waited for without end. Throws `ENOTFILE`. */
function requirePlainFile(file: string): void {
  const existing = statSync(file, { throwIfNoEntry: false })
  if (existing && !existing.isFile())
    throw Object.assign(new Error(`not a file: ${file}`), { code: 'ENOTFILE' })
}

/**
 * Two that start in the same millisecond may turn each other away, so each tries again after a
 * random pause.
 */
function take(file: string, tries = TRIES): DatabaseSync | null {
  for (let attempts = tries; attempts > 0; attempts--) {
    const db = new DatabaseSync(file, { timeout: 0 })
    try {
      // writes no file, so that a full disk keeps no station out
      db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
      return db
    } catch (error) {
      db.close()
      if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20 + Math.random() * 80)
    }
  }
  return null
}

function writeHolder(holderFile: string, lock: string | null): void {
  const started = new Date(Date.now() - performance.now()).toISOString()
  writeNote(holderFile, {
    pid: process.pid,
    started,
    lock,
    folder: folderIdentity(dirname(holderFile)),
  })
}

/** Which folder this is: one that was copied is another, one that was renamed the same. */
function folderIdentity(dir: string): FolderIdentity {
  const { ino, birthtimeMs } = statSync(dir)
  return { ino, born: Math.round(birthtimeMs) }
}

/** Some file systems number their folders anew; then the instant at which it was made counts. */
function isOtherFolder(left: Note | null, dir: string): boolean {
  if (!left?.folder) return false
  const { ino, born } = folderIdentity(dir)
  return left.folder.ino !== ino && (born === 0 || left.folder.born !== born)
}

function writeNote(holderFile: string, content: Note | null): void {
  try {
    // a link that somebody has put there is taken away, and not written through
    rmSync(holderFile, { force: true })
    writeFileSync(holderFile, JSON.stringify(content), {
      flag: 'wx',
      mode: 0o600,
    })
  } catch {
    // a full disk may not keep the station from starting: the lock stands without a holder
  }
}

/** On a read-only medium it stays, and misleads nobody: the lock itself is the kernel's. */
function removeHolder(holderFile: string): void {
  try {
    rmSync(holderFile, { force: true })
  } catch {
    // whoever comes next writes its own
  }
}

type FolderIdentity = { ino: number; born: number }
type Note = { pid?: unknown; started?: unknown; lock?: unknown; folder?: FolderIdentity }

function readNote(holderFile: string): Note | null {
  try {
    return JSON.parse(readFileSync(holderFile, 'utf8')) as Note
  } catch {
    return null
  }
}

function readHolder(holderFile: string): string {
  const left = readNote(holderFile)
  return left ? `pid ${String(left.pid)}, ${String(left.started)}` : 'pid ?'
}
