/**
 * Finds the backups in a folder, and what bears the name of one and is none any more. What was
 * begun and did not end has another name.
 */
import { readdirSync, statSync } from 'node:fs'
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

/** What a backup is called (`nameOf` of the manifest). */
const NAME = /^vigil-.+-\d+-(\d{8}T\d{6}Z)/

/** UTC in its name, which sorts as text; null where it has not the name of a backup. */
export const stampIn = (name: string): string | null => NAME.exec(name)?.[1] ?? null

/** A folder that has the name of a backup, and no manifest that can be read. */
export const isBroken = (folder: string): boolean =>
  stampIn(basename(folder)) !== null &&
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true &&
  backupAt(folder) === null

/** The names of those, the newest first. Throws what the file system says. */
export const brokenIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => isBroken(join(folder, name)))
    .sort((a, b) => (stampIn(b) ?? '').localeCompare(stampIn(a) ?? ''))
