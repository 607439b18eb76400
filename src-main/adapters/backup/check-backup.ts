/** Tells whether a backup is whole: each file as its manifest says, each event as written. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { sumOf } from './copied-files.ts'
import { RECORD_FILE, type Manifest } from './manifest.ts'
import { checkRecord, type DamagedRecord } from './record-copy.ts'

/** `where`: the file at fault, if it is one. */
export type DamagedBackup = DamagedRecord & { where?: string }

function firstStray(folder: string, { files }: Manifest): string | null {
  const agrees = (file: Manifest['files'][number]): boolean => {
    const stat = statSync(join(folder, file.path), { throwIfNoEntry: false })
    return (
      stat?.isFile() === true &&
      stat.size === file.bytes &&
      sumOf(folder, file.path).sha256 === file.sha256
    )
  }
  return files.find((file) => !agrees(file))?.path ?? null
}

/**
 * Null if the files in `folder` are those of the manifest. `firstBad` names the first event that
 * cannot be trusted, 0 where all can and something else is at fault. Throws what the file system
 * says, and `JournalRefused` for a record of a newer program.
 */
export async function checkBackup(
  folder: string,
  manifest: Manifest,
): Promise<DamagedBackup | null> {
  const stray = firstStray(folder, manifest)
  const isThere = statSync(join(folder, RECORD_FILE), { throwIfNoEntry: false })?.isFile() === true
  if (!isThere) return { ok: false, firstBad: 1, why: 'record-missing', where: RECORD_FILE }
  const checked = await checkRecord(join(folder, RECORD_FILE))
  if (!checked.ok) return stray === null ? checked : { ...checked, where: stray }
  if (stray !== null) return { ok: false, firstBad: 0, why: 'file-damaged', where: stray }
  const { record, position, hash } = manifest
  return checked.record === record && checked.position === position && checked.hash === hash
    ? null
    : { ok: false, firstBad: 0, why: 'manifest-mismatch', where: 'manifest.json' }
}
