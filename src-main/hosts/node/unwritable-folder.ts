/**
 * Takes a data folder, or lets one be read in which nothing can be written any more: its record can
 * be stood in for elsewhere.
 */
import { accessSync, constants } from 'node:fs'
import { isDataFolderHeld, type DataLock } from '#main/adapters/data-lock.ts'
import { JournalRefused } from '#main/adapters/journal/errors.ts'
import { readReadOnly, verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import { refuseNewer } from '#main/adapters/journal/sqlite-migrate.ts'
import { pragma } from '#main/adapters/journal/sqlite-connection.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit-codes.ts'
import { takeFolder } from './folder.ts'
import { dataFiles } from './install-paths.ts'
import { sizeOf } from './lost-record.ts'

/** `unwritable`: why nothing can be written in the folder; null if it was taken. */
export type TakenFolder = { lock: DataLock; unwritable: null } | { lock: null; unwritable: Stop }

function hasReadableRecord(dir: string): boolean {
  const { journal } = dataFiles(dir)
  try {
    accessSync(journal, constants.R_OK)
    return sizeOf(journal) > 0
  } catch {
    return false
  }
}

/** Throws if the record is of a newer program; what cannot be read is of none. */
function requireKnown(file: string): void {
  try {
    readReadOnly(file, (db) => refuseNewer(Number(pragma(db, 'user_version'))))
  } catch (error) {
    if (error instanceof JournalRefused && error.code === 'newer-record')
      throw new Stop(EXIT.record, error.code, error.text)
  }
}

/**
 * Throws {@link Stop}: 74 for a folder that can be neither made nor written and holds no record to
 * stand in for, 73 if a station has it, 65 if its record is of a newer program.
 */
export function takeOrReadFolder(dir: string): TakenFolder {
  try {
    return { lock: takeFolder(dir), unwritable: null }
  } catch (error) {
    if (!(error instanceof Stop) || error.code !== 'folder-unusable' || !hasReadableRecord(dir))
      throw error
    if (isDataFolderHeld(dir)) throw folderTaken(dir)
    requireKnown(dataFiles(dir).journal)
    return { lock: null, unwritable: error }
  }
}

export const folderTaken = (dir: string): Stop =>
  new Stop(
    EXIT.folderTaken,
    'folder-taken',
    localized(
      `数据目录${dir}正由另一个值守站使用`,
      `The data folder ${dir} is in use by another station`,
    ),
  )

/**
 * Why a station does not start on a folder in which nothing can be written, where nothing can stand
 * in either: the folder, if its record is whole, else the record.
 */
export async function refusalOn(dir: string, unwritable: Stop): Promise<Stop> {
  const verified = await verifySqliteJournal(dataFiles(dir).journal).catch(() => null)
  if (verified?.ok) return unwritable
  return new Stop(
    EXIT.record,
    'record-damaged',
    localized(
      `${unwritable.text.zh}。其中的记录也已损坏，又没有别处可放应急记录：请从备份恢复到新的目录`,
      `${unwritable.text.en}. Its record is also damaged, and there is nowhere to put an emergency record: restore a backup into a new folder`,
    ),
  )
}
