/**
 * Locks a data folder for a single station. The kernel holds the lock through SQLite's file lock,
 * so it ends with the process; the file beside it only names the holder for people.
 */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type DataLock = { release(): void }

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
  mkdirSync(dir, { recursive: true })
  const holderFile = join(dir, 'lock.holder.json')
  const lockFile = join(dir, 'lock.db')
  requirePlainFile(lockFile)
  const db = take(lockFile)
  if (!db) return { holder: readHolder(holderFile) }
  openLocks.add(db)
  writeHolder(holderFile)
  return {
    release() {
      if (!openLocks.delete(db)) return
      // before the lock ends: afterwards it may be another's file
      removeHolder(holderFile)
      db.close()
    },
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
function take(file: string): DatabaseSync | null {
  for (let attempts = TRIES; attempts > 0; attempts--) {
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

function writeHolder(holderFile: string): void {
  const started = new Date(Date.now() - performance.now()).toISOString()
  try {
    // a link that somebody has put there is taken away, and not written through
    rmSync(holderFile, { force: true })
    writeFileSync(holderFile, JSON.stringify({ pid: process.pid, started }), {
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

function readHolder(holderFile: string): string {
  try {
    const { pid, started } = JSON.parse(readFileSync(holderFile, 'utf8')) as {
      pid: unknown
      started: unknown
    }
    return `pid ${String(pid)}, ${String(started)}`
  } catch {
    return 'pid ?'
  }
}
