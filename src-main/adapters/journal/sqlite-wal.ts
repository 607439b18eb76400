/**
 * Keeps the write-ahead log out of the way of a commit, and empty when nobody is waiting: what it
 * holds is folded into the record, then it is cleared.
 */
import { closeSync, fdatasyncSync, openSync, statSync, statfsSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { isDiskFull } from './errors.ts'
import { BUSY_MS } from './sqlite-connection.ts'

// some fifty commands without a quiet second; beyond that the log grows by itself
const GROWN = Buffer.alloc(1024 * 1024)
// with less than that left on the disk, the log takes only what it needs
const ROOM_BYTES = 64 * GROWN.length
const NEARLY_FULL_BYTES = 3 * GROWN.length
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
 * Folds the whole log into the record and leaves none: a log that stayed behind would, with one bad
 * bit in it, put old pages over newer ones at the next start. A reader from outside is not waited
 * for: then it is folded in as far as that reader allows. Throws what SQLite says.
 */
export function foldWal(db: DatabaseSync): void {
  db.exec('PRAGMA busy_timeout = 0')
  try {
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  } finally {
    db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`)
  }
}

/** Folds the log in and makes room for the next. Throws what SQLite says. */
export function emptyWal(db: DatabaseSync, file: string): void {
  foldWal(db)
  if (walSize(file) === 0) growWal(file)
}

/**
 * Gives an empty log room on the disk, so that a commit overwrites blocks that exist. SQLite takes
 * a log that begins with zeros for an empty one.
 */
function growWal(file: string): void {
  try {
    if (freeBytes(dirname(file)) < ROOM_BYTES) return
    const log = openSync(`${file}-wal`, 'r+')
    try {
      writeSync(log, GROWN)
      fdatasyncSync(log)
    } finally {
      closeSync(log)
    }
  } catch {
    // it only makes commits faster: one that cannot be saved will say so itself
  }
}

/** `emptied`: at once, as after a quiet second. */
export type IdleCheckpoint = { committed(): void; emptied(): void; stop(): void }

/**
 * After each commit call `committed`: the log is emptied after a quiet second, or, when no quiet
 * comes and its room is nearly used, folded in as soon as this commit has been answered; the next
 * commit then begins it again, under a new number, so that what was folded in is never read again.
 * `before` has what is left to write written first. `folded` is told after each, `failed` if the
 * disk refuses, and nothing is tried again.
 */
export function idleCheckpoint(
  db: DatabaseSync,
  file: string,
  {
    before,
    folded,
    failed,
  }: { before: () => void; folded: () => void; failed: (error: unknown) => void },
): IdleCheckpoint {
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
  const fold = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      // no room to fold it in: it keeps what it has, and grows as long as it can
      if (!isDiskFull(error)) failed(error)
    }
  }
  const foldIfDue = (): void =>
    fold(() => {
      soon = null
      if (Number(look.get()?.log) * FRAME_BYTES <= NEARLY_FULL_BYTES) return
      stop()
      before()
      checkpoint.get()
      folded()
    })
  const empty = (): void =>
    fold(() => {
      stop()
      before()
      emptyWal(db, file)
      folded()
    })

  return {
    committed() {
      commits += 1
      if (timer) timer.refresh()
      else timer = setTimeout(empty, QUIET_MS).unref()
      if (commits % LOOK_EVERY !== 0) return
      if (soon)
        foldIfDue() // the program has not come to rest since: then it waits
      else soon = setImmediate(foldIfDue)
    },
    emptied: empty,
    stop,
  }
}
