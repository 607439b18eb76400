/**
 * Looks for emergency records that stood in for a record and were never adopted into it, so that
 * what happened then is not forgotten.
 */
import { basename, dirname } from 'node:path'
import { emergencyFoldersIn } from '#main/adapters/emergency-folders.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import type { Journal, Log, StoredEvent } from '#main/core/ports.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { stationStream, type EmergencyOpened } from '#shared/domain/station/stream.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { dataFiles } from './install-paths.ts'

const STREAM = stationStream.nameOf('')
const BACKUP_PLACE = 'backups' // the stream that names the folder of the backups

/** The folder of the backups, as it was chosen last. */
export function backupPlaceIn(events: readonly Pick<StoredEvent, 'body'>[]): string | null {
  const folder = (events.at(-1)?.body as { folder?: unknown } | undefined)?.folder
  return typeof folder === 'string' ? folder : null
}
export const isBackupPlace = (stream: string): boolean => stream === BACKUP_PLACE

type StoodIn = { record: string; of: string | null; incidents: number }

/** What an emergency record says of itself; null for a folder that holds none that can be read. */
function readStoodIn(folder: string): StoodIn | null {
  const incidents = new Set<string>()
  const { first, streams, close } = salvageRecord(dataFiles(folder).journal, {
    isNeeded(stream) {
      const id = incidentStream.idOf(stream)
      if (id !== null) incidents.add(id)
      return stream === STREAM
    },
    inTime: () => true,
  })
  close()
  const opened = streams.get(STREAM)?.events.find(({ type }) => type === 'EmergencyOpened')
  if (first === null || !opened) return null
  const { record = null } = opened.body as unknown as EmergencyOpened
  return { record: first, of: record, incidents: incidents.size }
}

const noteOn = (dir: string, folder: string, { incidents }: StoodIn): LocalizedText =>
  localized(
    `${dirname(folder)}里的应急记录${basename(folder)}还没有并入：其中${incidents}起事件不在本记录里。停机后运行station adopt --data ${dir} --from ${folder}`,
    `The emergency record ${basename(folder)} in ${dirname(folder)} was never adopted: its ${incidents === 1 ? 'incident is' : `${incidents} incidents are`} not in this record. Stop the station, then run: station adopt --data ${dir} --from ${folder}`,
  )

/**
 * One note for each that has incidents: those of the folder itself, and those in the folder of the
 * backups that stood in for this very record.
 */
export async function unadoptedNotes(
  dir: string,
  journal: Pick<Journal, 'events' | 'hashAt'>,
  log: Log,
): Promise<readonly LocalizedText[]> {
  const place = backupPlaceIn(await journal.events(BACKUP_PLACE))
  const folders = [...emergencyFoldersIn(dir), ...(place === null ? [] : emergencyFoldersIn(place))]
  if (folders.length === 0) return []
  const { adoptions } = stationStream.replay('', await journal.events(STREAM))
  const adopted = new Set(adoptions?.map(({ record }) => record))
  const first = await journal.hashAt(1)
  return folders.flatMap((folder) => {
    const stoodIn = readStoodIn(folder)
    if (!stoodIn || stoodIn.incidents === 0 || adopted.has(stoodIn.record)) return []
    if (dirname(folder) !== dir && stoodIn.of !== first) return []
    log.info('emergency-not-adopted', { folder, incidents: stoodIn.incidents })
    return [noteOn(dir, folder, stoodIn)]
  })
}
