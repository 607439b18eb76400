/** The record on disk: one SQLite file, one connection, one writer. */
import type { DatabaseSync } from 'node:sqlite'
import type { Committed, Forgetting, HearEvent, Journal, Verified } from '#main/core/ports.ts'
import type { HeadWitness } from './head-witness.ts'
import { StorageFailed, asRefused, isDisk } from './errors.ts'
import { arePagesWhole } from './page-check.ts'
import { prepare } from './prepare.ts'
import type { ReadyEntry } from './prepare.ts'
import { saveBatch } from './sqlite-batch.ts'
import { createCopies, withCopies } from './sqlite-copies.ts'
import { openConnection } from './sqlite-connection.ts'
import { migrate } from './sqlite-migrate.ts'
import { mendRows, mendedReading, mendingReads, reindex } from './sqlite-mend.ts'
import { answering, journalQueries } from './sqlite-queries.ts'
import { forgetValues } from './sqlite-personal.ts'
import { prepareStatements } from './sqlite-statements.ts'
import { checkSinceAnchor, verifyRecord } from './sqlite-verify.ts'
import { emptyWal, foldWal, idleCheckpoint } from './sqlite-wal.ts'
import { forget, nothingWritten } from './sqlite-written.ts'

/**
 * Opens or makes the record in `file`. Throws `JournalRefused`, with nothing changed, if SQLite is
 * too old, the place is not durable, the record is newer than this program, or its chain is broken
 * since the last anchor. `witness` hears how far the record goes.
 */
export function openSqliteJournal(file: string, witness?: HeadWitness): Journal {
  let db: DatabaseSync | null = null
  try {
    db = openConnection(file)
    migrate(db, file)
    return sqliteJournal(db, file, witness)
  } catch (error) {
    if (db?.isOpen) db.close()
    throw asRefused(error)
  }
}

/** The journal over an open and migrated connection, which it owns from here on. */
export function sqliteJournal(db: DatabaseSync, file: string, witness?: HeadWitness): Journal {
  const sql = prepareStatements(db)
  const copies = createCopies(sql, sql.lastAnchor()?.seq ?? 0)
  const written = nothingWritten()
  let head = checkSinceAnchor(sql)
  witness?.saw(head)
  let failed: StorageFailed | null = null
  const mended = mendingReads(db, () => forget(written))
  try {
    emptyWal(db, file)
  } catch {
    // the log keeps what it has: if nothing can be saved, the first commit will say so
  }
  const checkpoint = idleCheckpoint(db, file, {
    before: writeCopies,
    folded: () => witness?.folded(),
    failed: latch,
  })

  function latch(error: unknown): StorageFailed {
    checkpoint.stop()
    failed ??= new StorageFailed(error)
    return failed
  }

  /** Throws if the disk fails. What else keeps them from being written is no worse than before. */
  function writeCopies(): void {
    if (copies.isEmpty() || failed) return
    try {
      sql.begin()
      copies.write()
      sql.commit()
      copies.clear()
    } catch (error) {
      rollBack()
      if (isDisk(error)) throw error
    }
  }

  /**
   * Runs to its end before anything else can: that is the queue. What fails here fails for good,
   * until the record is opened again.
   */
  function save(entries: readonly ReadyEntry[]): readonly Committed[] {
    if (failed) throw failed
    try {
      const batch = saveBatch(sql, copies, written, head, entries)
      head = batch.head
      witness?.saw(head)
      checkpoint.committed()
      return batch.committed
    } catch (error) {
      rollBack()
      throw latch(error)
    }
  }

  /**
   * What cannot be mended is as bad as before, and no worse: unless the disk itself has failed, the
   * record takes on what comes.
   */
  function mend(work: () => void): void {
    if (failed) throw failed
    forget(written)
    try {
      work()
      checkpoint.committed()
    } catch (error) {
      rollBack()
      throw isDisk(error) ? latch(error) : error
    }
  }

  /** A reader from outside may keep the log: then it is emptied after the next quiet second. */
  function destroy(what: Forgetting): readonly string[] {
    let gone: readonly string[] = []
    mend(() => {
      gone = forgetValues(db, sql, what)
    })
    if (gone.length > 0) {
      checkpoint.emptied()
      checkpoint.committed()
    }
    return gone
  }

  function rollBack(): void {
    try {
      if (db.isTransaction) sql.rollback()
    } catch {
      // the store has failed already; what it did not commit is dropped when it is opened again
    }
  }

  async function close(): Promise<void> {
    checkpoint.stop()
    if (!db.isOpen) return
    try {
      writeCopies()
      if (!failed && head.seq > 0 && copies.isEmpty() && copies.isNoneBehind()) sql.addAnchor(head)
      if (!failed) foldWal(db)
    } catch {
      // an anchor only shortens the next check; what is left in the log is whole
    }
    db.close()
    if (!failed) await witness?.stop()
  }

  async function verify(hear?: HearEvent): Promise<Verified> {
    const verified = await verifyRecord(sql, { hear, mended })
    if (!verified.ok || (await arePagesWhole(file))) return verified
    return { ok: false, firstBad: 0, why: 'file-damaged' }
  }

  const answer = answering(db)
  return {
    ...mendedReading(withCopies(journalQueries(db, sql), copies), mended),
    commit: (entries) => answer(() => save(entries.map(prepare))),
    mend: (mending) => answer(() => mend(() => mendRows(db, sql, mending))),
    reindex: () => answer(() => mend(() => reindex(db))),
    forget: (what) => answer(() => destroy(what)),
    position: () => answer(() => head.seq),
    verify,
    close,
  }
}
