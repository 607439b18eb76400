/**
 * One station per data folder. The lock is held by the kernel through SQLite's file lock, so it
 * ends with the process however that ends; the note beside it only names the holder and decides
 * nothing.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type DataLock = { release(): void }

const SQLITE_BUSY = 5
const TRIES = 4
// a connection that nobody refers to would be collected, and the lock with it
const held = new Set<DatabaseSync>()

/**
 * Takes the folder for this process, making it if need be. `holder` names the process that has it
 * (pid and start, for people to read). Throws if the lock file itself cannot be used (no such disk,
 * no permission).
 */
export function lockDataFolder(dir: string): DataLock | { holder: string } {
  mkdirSync(dir, { recursive: true })
  const note = join(dir, 'lock.holder.json')
  const db = take(join(dir, 'lock.db'))
  if (!db) return { holder: readNote(note) }
  held.add(db)
  writeNote(note)
  return {
    release() {
      if (!held.delete(db)) return
      // while the lock is still held: afterwards it may be another's note
      rmSync(note, { force: true })
      db.close()
    },
  }
}

/**
 * Two that start in the same millisecond may turn each other away: whoever is refused tries again
 * after a moment of its own.
 */
function take(file: string): DatabaseSync | null {
  for (let left = TRIES; left > 0; left--) {
    const db = new DatabaseSync(file, { timeout: 0 })
    try {
      // nothing is written: a full disk keeps nobody out
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

function writeNote(note: string): void {
  const started = new Date(Date.now() - performance.now()).toISOString()
  try {
    writeFileSync(note, JSON.stringify({ pid: process.pid, started }))
  } catch {
    // a full disk may not keep the station from starting: the lock stands without its note
  }
}

function readNote(note: string): string {
  try {
    const { pid, started } = JSON.parse(readFileSync(note, 'utf8')) as {
      pid: unknown
      started: unknown
    }
    return `pid ${String(pid)}, ${String(started)}`
  } catch {
    return 'pid ?'
  }
}
