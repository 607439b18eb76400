/**
 * `station backup`: a whole copy of a data folder. Asks the station that runs on it, else copies
 * the record itself.
 */
import { statSync } from 'node:fs'
import { lockDataFolder } from '#main/adapters/data-lock.ts'
import { makeBackup } from '#main/adapters/backup/make-backup.ts'
import { siteEventsIn } from '#main/adapters/backup/record-copy.ts'
import { JournalRefused } from '#main/adapters/journal/errors.ts'
import { libraryDigest } from '#main/adapters/plans/compiled.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { BackupMade } from '#main/core/ports.ts'
import type { Site } from '#shared/domain/site/site.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { EXIT, Stop, type ExitCode } from './exit-codes.ts'
import { dataFiles, type Installation } from './install-paths.ts'
import { isLost, noRecord, recordLost, sizeOf } from './lost-record.ts'
import { stationClient } from './station-client.ts'

const CODES: Readonly<Record<string, ExitCode>> = {
  'backup-not-written': EXIT.notWritten,
  'backup-inside-data': EXIT.usage,
  'record-damaged': EXIT.record,
  'log-damaged': EXIT.record,
}
const stopFor = (code: string, message: LocalizedText): Stop =>
  new Stop(CODES[code] ?? EXIT.internal, code, message)

async function fromStation(dir: string, holder: string, folder: string): Promise<BackupMade> {
  try {
    const reply = await stationClient(dir, holder).query('backup/make', { folder })
    return { ok: true, ...reply }
  } catch (error) {
    if (!(error instanceof Stop) || error.code === 'folder-taken') throw error
    throw stopFor(error.code, error.text)
  }
}

/** Null where nothing can be written: there no station can run either. */
function lockOf(dir: string): ReturnType<typeof lockDataFolder> | null {
  try {
    return lockDataFolder(dir)
  } catch {
    return null
  }
}

/** What the record says of its site; a record without one is empty. */
function siteIn(dir: string): Site {
  try {
    const site = siteStream.replay('', siteEventsIn(dataFiles(dir).journal))
    if (site) return site
  } catch (error) {
    throw new Stop(
      EXIT.record,
      'record-damaged',
      localized(
        `记录无法读取（${(error as Error).message}），没有备份`,
        `The record cannot be read (${(error as Error).message}); no backup was made`,
      ),
    )
  }
  throw noRecord(dir)
}

async function fromFolder(dir: string, folder: string, place: Installation): Promise<BackupMade> {
  try {
    const backup = await makeBackup({
      data: dir,
      folder,
      at: systemClock.wall(),
      site: siteIn(dir),
      program: place.version,
      library: libraryDigest(place.plans),
      open: false,
    })
    if (backup.ok) return backup
    throw stopFor(backup.code, backup.message)
  } catch (error) {
    throw error instanceof JournalRefused ? new Stop(EXIT.record, error.code, error.text) : error
  }
}

/**
 * The one line of the result. `folder`: absolute path of one that is there. Throws {@link Stop};
 * then nothing is left in it.
 */
export async function backUp(dir: string, folder: string, place: Installation): Promise<string> {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw noRecord(dir)
  if (isLost(dir)) throw recordLost(dir)
  if (sizeOf(dataFiles(dir).journal) === 0) throw noRecord(dir)
  const lock = lockOf(dir) // held meanwhile: no station may start and write
  try {
    const { name, position, hash, bytes, files } =
      lock && 'holder' in lock
        ? await fromStation(dir, lock.holder, folder)
        : await fromFolder(dir, folder, place)
    return JSON.stringify({ ok: true, backup: name, folder, position, hash, bytes, files })
  } finally {
    if (lock && 'release' in lock) lock.release()
  }
}
