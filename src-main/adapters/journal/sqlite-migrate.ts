/**
 * Brings an older record to the present schema, with a copy of it made before. It never touches a
 * record from a newer program.
 */
import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { localized } from '#shared/domain/text.ts'
import { syncFolder } from '../safe-write.ts'
import { JournalRefused } from './errors.ts'
import { pragma } from './sqlite-connection.ts'
import { SCHEMA_STEPS } from './sqlite-schema.ts'

/**
 * All missing steps in one transaction: the record is at the old schema or at the new one, never
 * between.
 */
export function migrate(
  db: DatabaseSync,
  file: string,
  steps: readonly string[] = SCHEMA_STEPS,
): void {
  const version = Number(pragma(db, 'user_version'))
  refuseNewer(version, steps.length)
  if (version === steps.length) return
  const copy = version > 0 ? backUp(db, `${file}.schema-${version}`) : null
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const step of steps.slice(version)) db.exec(step)
    db.exec(`PRAGMA user_version = ${steps.length}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    if (copy !== null) rmSync(copy, { force: true }) // the record is what it was
    throw error
  }
}

export function refuseNewer(version: number, known: number = SCHEMA_STEPS.length): void {
  if (version <= known) return
  throw new JournalRefused(
    'newer-record',
    localized(
      `记录由更新版本的程序写入（结构${version}，本程序只认识到${known}），请安装该版本；数据未作任何改动`,
      `The record was written by a newer program (schema ${version}, this one knows ${known}): install that version; nothing was changed`,
    ),
  )
}

/**
 * A whole copy beside the record, `<record>.schema-<n>-<UTC>.db`. It gets its name only once it is
 * complete and on disk.
 */
function backUp(db: DatabaseSync, name: string): string {
  const copy = `${name}-${new Date().toISOString().replace(/\D/g, '')}.db`
  db.prepare('VACUUM INTO ?').run(`${copy}.tmp`)
  renameSync(`${copy}.tmp`, copy)
  syncFolder(dirname(copy))
  return copy
}
