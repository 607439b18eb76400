/**
 * The copy of a record on its spare: events, personal values and answers of commands are appended
 * as they stood, each event verified by the chain. What is folded from them is folded at the
 * takeover.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FollowPortion } from '#shared/contract/follow.ts'
import type { Point } from '#shared/domain/hand-up/point.ts'
import { filesNamed, NAMES_FILES } from '#shared/domain/named-files.ts'
import { FILE_FOLDER } from '../files/file-store.ts'
import { firstBreak, START } from '../journal/chain.ts'
import { openConnection } from '../journal/sqlite-connection.ts'
import { migrate } from '../journal/sqlite-migrate.ts'
import { forgetValues } from '../journal/sqlite-personal.ts'
import { prepareStatements } from '../journal/sqlite-statements.ts'

const SEALS_PAGE = 2_000
const FOLD_LOG_EVERY = 200 // portions: the write-ahead log grows no longer

export type RecordCopy = {
  head: () => Point
  /**
   * In one durable transaction; false: it does not follow what is here. `purges`: whether values
   * were purged, so that those here are to be looked at. `files`: ids of files that it speaks of.
   */
  append: (portion: FollowPortion) => { ok: boolean; purges: boolean; files: readonly string[] }
  /** A page of the seals that have a value here, behind this one. */
  seals: (after: string) => readonly string[]
  forget: (sealed: readonly string[]) => void
  /** Ids of all files that events here speak of. */
  files: () => readonly string[]
  /** Where the file of this id belongs, null: it is there. */
  missing: (fileId: string) => string | null
  close: () => void
}

/** Opens or makes the copy. Throws what the journal throws for a record that cannot be opened. */
export function openCopy(dir: string, file: string): RecordCopy {
  const db = openConnection(file)
  migrate(db, file)
  const sql = prepareStatements(db)
  const head = (): Point => sql.head() ?? START
  const sealPage = db.prepare(
    'SELECT sealed FROM personal WHERE sealed > ? ORDER BY sealed LIMIT ?',
  )

  const naming = db.prepare(
    'SELECT type, body FROM event WHERE type IN (SELECT value FROM json_each(?)) ORDER BY seq',
  )
  let portions = 0
  function write({ events, seals, commands }: FollowPortion): void {
    sql.begin()
    try {
      for (const event of events) sql.addEvent(event)
      for (const { seq, ...seal } of seals) sql.addSeal({ ...seal, event: 0 }, seq)
      for (const { position, ...command } of commands) sql.addCommand(command, position)
      sql.commit()
      portions += 1
      if (portions % FOLD_LOG_EVERY === 0) db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (error) {
      sql.rollback()
      throw error
    }
  }

  return {
    head,
    append(portion) {
      const { events } = portion
      if (firstBreak(head(), events) !== null) return { ok: false, purges: false, files: [] }
      if (events.length > 0) write(portion)
      return {
        ok: true,
        purges: events.some(({ type }) => type === 'ValuesPurged'),
        files: events.flatMap(({ type, body }) =>
          filesNamed(type, () => JSON.parse(body)).map(({ id }) => id),
        ),
      }
    },
    seals: (after) => sealPage.all(after, SEALS_PAGE).map(({ sealed }) => String(sealed)),
    forget(sealed) {
      forgetValues(db, sql, { streams: [], seals: sealed })
    },
    files: () =>
      naming
        .all(JSON.stringify(NAMES_FILES))
        .flatMap(({ type, body }) =>
          filesNamed(String(type), () => JSON.parse(String(body))).map(({ id }) => id),
        ),
    missing(fileId) {
      const path = join(dir, FILE_FOLDER, fileId)
      if (existsSync(path)) return null
      mkdirSync(join(dir, FILE_FOLDER), { recursive: true, mode: 0o700 })
      return path
    },
    close() {
      if (db.isOpen) db.close()
    },
  }
}
