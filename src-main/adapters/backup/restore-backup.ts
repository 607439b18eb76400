/**
 * Makes a data folder of a backup: copied beside the new folder, checked there, given an event that
 * says where it comes from, and renamed. The new folder is as it was until then.
 */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { lockDataFolder } from '../data-lock.ts'
import { openSqliteJournal } from '../journal/sqlite-journal.ts'
import { checkBackup, type DamagedBackup } from './check-backup.ts'
import { copyDurable, syncFolderAnywhere } from './copied-files.ts'
import { RECORD_FILE, stampOf, type Manifest } from './manifest.ts'
import { bringPurges, purgesOf } from '../purge-ledger.ts'
import { backupsIn, type StoredBackup } from './stored-backups.ts'

/** `purges`: how many purges of later days the new folder does again at its start. */
export type RestoredBackup = { ok: true; position: number; hash: string; purges: number }

const stageMark = (target: string): string => `${basename(target)}.restoring-`

/** Removes what earlier runs began and did not end: nobody has the lock of those. */
function sweep(target: string): void {
  const parent = dirname(target)
  for (const name of readdirSync(parent)) {
    const stage = join(parent, name)
    if (!name.startsWith(stageMark(target)) || !lstatSync(stage).isDirectory()) continue
    const lock = lockDataFolder(stage)
    if ('holder' in lock) continue
    lock.release()
    rmSync(stage, { recursive: true, force: true })
  }
}

/** The purges that the record has. */
async function addEvent(
  record: string,
  { name, manifest }: Whole,
  at: number,
): Promise<ReadonlySet<string>> {
  const { position, hash, madeAt, program } = manifest
  const body = { backup: name, position, hash, madeAt, program }
  const journal = openSqliteJournal(record)
  try {
    await journal.commit([
      {
        command: null,
        expect: {},
        events: [{ stream: 'station', type: 'RecordRestored', at, by: 'Vigil', body }],
        seals: [],
        rows: [],
        documents: [],
      },
    ])
    return await purgesOf(journal)
  } finally {
    await journal.close()
  }
}

export type Whole = StoredBackup & { manifest: Manifest }

/** The other backups of the same record that lie beside it: later ones know of later purges. */
const beside = ({ folder, manifest: { record } }: Whole): readonly string[] =>
  backupsIn(dirname(folder))
    .filter(({ manifest }) => manifest !== 'newer' && manifest.record === record)
    .map((other) => other.folder)

/** Takes the place of an empty folder, which not every system lets a renamed one do. */
function putInPlace(stage: string, target: string): void {
  const wasThere = lstatSync(target, { throwIfNoEntry: false })?.isDirectory() === true
  const place = wasThere ? realpathSync(target) : target
  if (wasThere) rmdirSync(place)
  try {
    renameSync(stage, place)
  } catch (error) {
    if (wasThere) mkdirSync(place, { mode: 0o700 })
    throw error
  }
  syncFolderAnywhere(dirname(place))
}

/**
 * `target`: absent or empty, its parent is there; `at`: UTC ms. `purges`: lists of purges, or
 * folders that have one, beside those of the backup and of others next to it. Throws what the file
 * system or the journal says; then, as with a backup that is damaged, nothing is left.
 */
export async function restoreBackup(
  backup: Whole,
  target: string,
  at: number,
  purges: readonly string[] = [],
): Promise<RestoredBackup | DamagedBackup> {
  sweep(target)
  const stage = join(dirname(target), `${stageMark(target)}${stampOf(at)}`)
  mkdirSync(stage, { mode: 0o700 })
  const lock = lockDataFolder(stage)
  try {
    for (const { path } of backup.manifest.files) copyDurable(backup.folder, stage, path)
    const damaged = await checkBackup(stage, backup.manifest)
    let brought = 0
    if (!damaged) {
      const inRecord = await addEvent(join(stage, RECORD_FILE), backup, at)
      const places = [...beside(backup), ...purges]
      brought = bringPurges(stage, { own: backup.folder, places }, inRecord)
      syncFolderAnywhere(stage)
    }
    if ('release' in lock) lock.release()
    if (damaged) return damaged
    putInPlace(stage, target)
    const { position, hash } = backup.manifest
    return { ok: true, position, hash, purges: brought }
  } finally {
    if ('release' in lock) lock.release()
    rmSync(stage, { recursive: true, force: true })
  }
}
