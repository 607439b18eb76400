/**
 * Makes one backup of a data folder. It gets its name only when it is whole, checked and on disk;
 * until then it is a folder that begins with `.partial-`.
 */
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join, sep } from 'node:path'
import type { BackupMade, BackupPhase, BackupSite } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { copyFile, readSettings, settingsFile } from '../settings/settings-repair.ts'
import { readSmallFile } from '../safe-write.ts'
import { BackupRefused, insideData, noSuchFolder, notWritten } from './backup-refusals.ts'
import { copyDurable, filesBelow, sumOf, syncFile, syncFolderAnywhere } from './copied-files.ts'
import {
  FORMAT,
  FORMAT_WITHOUT_FILES,
  nameOf,
  PLAN_FOLDER,
  RECORD_FILE,
  SETTINGS_FILE,
  stampOf,
  writeManifest,
  type Manifest,
} from './manifest.ts'
import { copyFiles } from '../files/file-copies.ts'
import { copyPurges, donePurges } from '../purge-ledger.ts'
import { backupsIn } from './stored-backups.ts'
import { copyRecord, requireSettledLog, requireWhole } from './record-copy.ts'

/**
 * `data`: the data folder · `folder`: where the backup is to lie · `at`: UTC ms · `library`:
 * SHA-256 of the plans of the program · `open`: whether a station writes the record in the
 * meantime.
 */
export type BackupOrder = {
  data: string
  folder: string
  at: number
  site: BackupSite
  program: string
  library: string
  open: boolean
}

const PARTIAL = '.partial-'

/**
 * How the folder of a run begins: the same for every run on this data folder of this machine, so
 * that what one left is swept by the next.
 */
export const partialName = (data: string): string =>
  `${PARTIAL}${createHash('sha256').update(`${hostname()}\0${data}`).digest('hex').slice(0, 12)}-`

/** A folder that is there, outside of the data, and takes files. Throws why it is not. */
export function requireFolder(folder: string, data: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw noSuchFolder(folder)
  const [place, within] = [realpathSync(folder), realpathSync(data)]
  if (place === within || place.startsWith(`${within}${sep}`)) throw insideData(folder)
  accessSync(place, constants.W_OK | constants.X_OK)
}

/** Removes what earlier runs on the same data folder began and did not end. */
function sweep(folder: string, partial: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(partial)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** The settings that hold, or their last good copy; null for a folder without any. */
function goodSettings(data: string): string | null {
  const file = [settingsFile(data), copyFile(data)].find((path) => readSettings(path) !== null)
  return file === undefined ? null : readSmallFile(file)
}

async function fill(
  partial: string,
  order: BackupOrder,
  onPhase: (phase: BackupPhase) => void,
): Promise<Manifest> {
  const { data, folder, at, site, program, library, open } = order
  const record = join(data, RECORD_FILE)
  if (!open) requireSettledLog(record)
  onPhase('copying')
  const done = donePurges(data)
  copyRecord(record, join(partial, RECORD_FILE))
  syncFile(join(partial, RECORD_FILE))
  onPhase('checking')
  const { position, hash, record: first } = await requireWhole(join(partial, RECORD_FILE))
  onPhase('saving')
  const settings = goodSettings(data)
  if (settings !== null) {
    writeFileSync(join(partial, SETTINGS_FILE), settings, { mode: 0o600 })
    syncFile(join(partial, SETTINGS_FILE))
  }
  const plans = filesBelow(data, PLAN_FOLDER)
  for (const path of plans) copyDurable(data, partial, path)
  const [before] = backupsIn(folder)
  const files = copyFiles(data, partial, before?.folder ?? null)
  const paths = [RECORD_FILE, ...(settings === null ? [] : [SETTINGS_FILE]), ...plans, ...files]
  const manifest: Manifest = {
    format: files.length > 0 ? FORMAT : FORMAT_WITHOUT_FILES,
    program,
    madeAt: new Date(at).toISOString(),
    site: site.name,
    kinds: [...site.kinds],
    zone: site.zone,
    record: first,
    position,
    hash,
    library,
    files: paths.map((path) => sumOf(partial, path)),
  }
  copyPurges(data, partial, done)
  writeManifest(partial, manifest)
  syncFolderAnywhere(partial)
  return manifest
}

/** A backup of this very second and position may be there already. */
function freeName(folder: string, name: string): string {
  for (let n = 2, free = name; ; n++, free = `${name}-${n}`)
    if (!existsSync(join(folder, free))) return free
}

/** A failure of the disk is a refusal, and nothing is left of the backup. */
export async function makeBackup(
  order: BackupOrder,
  onPhase: (phase: BackupPhase) => void = () => undefined,
): Promise<BackupMade | Refusal> {
  const { data, folder, at } = order
  try {
    requireFolder(folder, data)
    const mark = partialName(realpathSync(data))
    sweep(folder, mark)
    const partial = join(folder, `${mark}${stampOf(at)}`)
    mkdirSync(partial, { mode: 0o700 })
    try {
      const manifest = await fill(partial, order, onPhase)
      const name = freeName(folder, nameOf(manifest))
      renameSync(partial, join(folder, name))
      syncFolderAnywhere(folder)
      const { position, hash, files } = manifest
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
      return { ok: true, name, position, hash, bytes, files: files.length }
    } catch (error) {
      rmSync(partial, { recursive: true, force: true })
      throw error
    }
  } catch (error) {
    const refused = error instanceof BackupRefused ? error : notWritten(folder, error)
    if (!refused) throw error
    return refused.refusal
  }
}
