/** Finds the backups in a folder. What was begun and did not end has another name and is none. */
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readManifest, type Manifest } from './manifest.ts'

export type StoredBackup = { name: string; folder: string; manifest: Manifest | 'newer' }

const isPartial = (name: string): boolean => name.startsWith('.')

/** The backup that lies right in `folder`; null if it is none. */
export function backupAt(folder: string): StoredBackup | null {
  const name = basename(folder)
  const manifest = isPartial(name) ? null : readManifest(folder)
  return manifest && { name, folder, manifest }
}

const madeAt = ({ manifest }: StoredBackup): number =>
  manifest === 'newer' ? Infinity : Date.parse(manifest.madeAt)

/** Newest first. Throws what the file system says. */
export function backupsIn(folder: string): readonly StoredBackup[] {
  return readdirSync(folder)
    .flatMap((name) => backupAt(join(folder, name)) ?? [])
    .sort((a, b) => madeAt(b) - madeAt(a))
}
