/**
 * Keeps the write-ahead log out of the way of a commit: grown beforehand, folded into the record
 * when nobody is waiting.
 */
import { statSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { isDiskFull } from './errors.ts'

const GROWN_BYTES = 4 * 1024 * 1024
// with less than that left on the disk, the log takes only what it needs
const ROOM_BYTES = 16 * GROWN_BYTES
const QUIET_MS = 1_000
const LOOK_EVERY = 16 // commits between two looks at how full the log is
const FRAME_BYTES = 4_096 + 24

function walSize(file: string): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/**
 * Makes the log as long as it will be used, so that a commit overwrites blocks that exist instead
 * of asking the file system for new ones. A transaction too large for its cache spills into the
 * log; rolled back, it leaves the length and nothing else. SQLite removes the log at a clean close,
 * so this is due whenever the record is opened without one.
 */
export function growWal(db: DatabaseSync, file: string): void {
  if (walSize(file) >= GROWN_BYTES || freeBytes(dirname(file)) < ROOM_BYTES) return
  db.exec('PRAGMA cache_size = 10')
  try {
    db.exec(
      `BEGIN IMMEDIATE; CREATE TABLE spill (bytes BLOB); INSERT INTO spill VALUES (zeroblob(${GROWN_BYTES}))`,
    )
  } catch {
    // it only makes commits faster: one that cannot be saved will say so itself
  }
  if (db.isTransaction) db.exec('ROLLBACK')
  db.exec('PRAGMA cache_size = -8000')
}

export type IdleCheckpoint = { committed(): void; stop(): void }

/**
 * After each commit call `committed`: the log is folded in after a quiet second, or, when no quiet
 * comes and its room is nearly used, as soon as this commit has been answered. Readers never wait
 * for it (PASSIVE). `failed` is told if the disk refuses, and nothing is tried again.
 */
export function idleCheckpoint(db: DatabaseSync, failed: (error: unknown) => void): IdleCheckpoint {
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)')
  // folds nothing in; `log` is the number of frames in use
  const look = db.prepare('PRAGMA wal_checkpoint(NOOP)')
  let commits = 0
  let timer: NodeJS.Timeout | null = null
  let soon: NodeJS.Immediate | null = null

  const stop = (): void => {
    if (timer) clearTimeout(timer)
    if (soon) clearImmediate(soon)
    timer = null
    soon = null
  }
  /** Never throws: the commit before it is on disk, whatever happens to the log. */
  const fold = (due: () => boolean): void => {
    try {
      if (!due()) return
      stop()
      checkpoint.get()
    } catch (error) {
      // no room to fold it in: it keeps what it has, and grows as long as it can
      if (!isDiskFull(error)) failed(error)
    }
  }
  const foldIfDue = (): void => {
    soon = null
    fold(nearlyFull)
  }
  const nearlyFull = (): boolean => Number(look.get()?.log) * FRAME_BYTES > GROWN_BYTES * 0.75

  return {
    committed() {
      commits += 1
      if (timer) timer.refresh()
      else timer = setTimeout(fold, QUIET_MS, () => true).unref()
      if (commits % LOOK_EVERY !== 0) return
      if (soon)
        foldIfDue() // the program has not come to rest since: then it waits
      else soon = setImmediate(foldIfDue)
    },
    stop,
  }
}
