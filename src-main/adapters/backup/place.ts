/**
 * Lists the backups at their place and the copies beside the record, and takes them away. A backup
 * that is taken away loses its name first, so that half of one is never taken for a backup.
 */
import { readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { SchemaCopy, StoredCopies, StoredCopy } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { BackupRefused, notWritten } from './backup-refusals.ts'
import { syncFolderAnywhere } from './copied-files.ts'
import { partialName, requireFolder } from './make-backup.ts'
import { RECORD_FILE } from './manifest.ts'
import { backupsIn } from './stored-backups.ts'

function refusalOf(folder: string, error: unknown): Refusal {
  const refused = error instanceof BackupRefused ? error : notWritten(folder, error)
  if (!refused) throw error
  return refused.refusal
}

/** Whether every file is there in its length; that it is what it was, a restore makes sure of. */
const isThere = (folder: string, files: readonly { path: string; bytes: number }[]): boolean =>
  files.every(
    ({ path, bytes }) => statSync(join(folder, path), { throwIfNoEntry: false })?.size === bytes,
  )

const copiesIn = (folder: string): readonly StoredCopy[] =>
  backupsIn(folder).flatMap(({ name, folder: backup, manifest }) => {
    if (manifest === 'newer' || !isThere(backup, manifest.files)) return []
    const { madeAt, record, position, hash, files } = manifest
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return [{ name, madeAt: Date.parse(madeAt), record, position, hash, bytes }]
  })

const SCHEMA_COPY = new RegExp(
  `^${RECORD_FILE.replace('.', '\\.')}\\.schema-(\\d+)-(\\d{17})\\.db$`,
)

/** `20261126030000000` in UTC, as UTC ms. */
const instantOf = (digits: string): number =>
  Date.parse(
    digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/, '$1-$2-$3T$4:$5:$6.$7Z'),
  )

const schemaCopiesIn = (data: string): readonly SchemaCopy[] =>
  readdirSync(data).flatMap((name) => {
    const [, schema, digits] = SCHEMA_COPY.exec(name) ?? []
    const madeAt = digits === undefined ? NaN : instantOf(digits)
    if (Number.isNaN(madeAt)) return []
    return [{ name, schema: Number(schema), madeAt, bytes: statSync(join(data, name)).size }]
  })

function freeIn(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null // a drive that does not say
  }
}

/** Refuses where no backup could be written. */
export function readPlace({
  data,
  folder,
}: {
  data: string
  folder: string
}): ({ ok: true } & StoredCopies) | Refusal {
  try {
    requireFolder(folder, data)
    return {
      ok: true,
      copies: copiesIn(folder),
      schemaCopies: schemaCopiesIn(data),
      free: freeIn(folder),
    }
  } catch (error) {
    return refusalOf(folder, error)
  }
}

/** Only what is a backup here, or a copy of an older form there, is taken away. */
export function removeCopies({
  data,
  folder,
  copies,
  schemaCopies,
}: {
  data: string
  folder: string
  copies: readonly string[]
  schemaCopies: readonly string[]
}): { ok: true } | Refusal {
  try {
    const mark = partialName(realpathSync(data))
    for (const { name } of copiesIn(folder))
      if (copies.includes(name)) {
        const gone = join(folder, `${mark}${name}`)
        renameSync(join(folder, name), gone)
        syncFolderAnywhere(folder)
        rmSync(gone, { recursive: true, force: true })
      }
    for (const { name } of schemaCopiesIn(data))
      if (schemaCopies.includes(name)) rmSync(join(data, name))
    return { ok: true }
  } catch (error) {
    return refusalOf(folder, error)
  }
}
