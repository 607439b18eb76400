/**
 * Opens an emergency record where the folder's own fails its check, so that a room is never without
 * an alarm system. The folder stays as it is but for the new one below it.
 */
import { rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { lockDataFolder, type DataLock } from '#main/adapters/data-lock.ts'
import {
  emergencyFoldersIn,
  makeEmergencyFolder,
  takeFilesAlong,
} from '#main/adapters/emergency-folders.ts'
import { JournalRefused } from '#main/adapters/journal/errors.ts'
import type { HeadWitness } from '#main/adapters/journal/head-witness.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { foundEmergency, isNeeded, siteIn } from '#main/core/features/emergency/founding.ts'
import type { Clock, Journal, Log, SalvagedRecord } from '#main/core/ports.ts'
import type { HighestNumbers } from '#shared/domain/incident/number.ts'
import type { Site } from '#shared/domain/site/site.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import { stationStream, type Emergency } from '#shared/domain/station/stream.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { numbersIn } from './emergency-numbers.ts'
import { EXIT, Stop } from './exit-codes.ts'
import { COPIED } from './folder-words.ts'
import { dataFiles } from './install-paths.ts'
import { hadRecord, sizeOf } from './lost-record.ts'
import { newSite, zoneOfMachine } from './new-site.ts'
import { openRecord } from './open-station.ts'
import { createFoundingSite, type SiteOptions } from './preflight.ts'
import { backupPlaceIn, isBackupPlace, unadoptedNotes } from './unadopted.ts'
import { folderTaken, refusalOn } from './unwritable-folder.ts'

/**
 * A record that is open. `dir`: where this station's own files lie. `salvaged`: of the record that
 * this one stands in for; null on the folder's own. `close` gives everything back.
 */
export type OpenedRecord = {
  dir: string
  journal: Journal
  foundingSite: Site
  notes: readonly LocalizedText[]
  witness: HeadWitness
  salvaged: SalvagedRecord | null
  close(): Promise<void>
}

const READING_MS = 5_000 // so that the station is up within ten seconds

/** Refusals that are no damage: another record would meet them, too, or hide them. */
const STAYS: readonly string[] = [
  'newer-record',
  'network-drive',
  'not-durable',
  'sqlite-too-old',
  'site-exists',
  'usage',
]

type Damage = { code: string; why: LocalizedText }

/**
 * Why the record cannot be used; null for what is no damage of it. An error that nobody foresaw
 * while it was read is one of it: the same start would fail again and again.
 */
function damageOf(error: unknown): Damage | null {
  if (error instanceof Stop)
    return STAYS.includes(error.code) ? null : { code: error.code, why: error.text }
  if (error instanceof JournalRefused)
    return STAYS.includes(error.code) ? null : { code: error.code, why: error.text }
  const detail = error instanceof Error ? error.message : String(error)
  return {
    code: 'record-unusable',
    why: localized(`记录无法使用（${detail}）`, `The record cannot be used (${detail})`),
  }
}

const ofCopy = ({ zh, en }: LocalizedText): LocalizedText =>
  localized(`${zh}。${COPIED.zh}`, `${en}. ${COPIED.en}`)

async function openOwn(dir: string, site: SiteOptions, log: Log): Promise<OpenedRecord> {
  const hadRecordBefore = hadRecord(dir)
  const { journal, notes, witness } = openRecord(dir, log)
  const close = (): Promise<void> => journal.close()
  try {
    const foundingSite = await createFoundingSite(journal, dir, hadRecordBefore, site)
    const unadopted = await unadoptedNotes(dir, journal, log)
    return {
      dir,
      journal,
      foundingSite,
      notes: [...notes, ...unadopted],
      witness,
      salvaged: null,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Where an emergency record may lie: in the folder itself, else in that of its backups. */
function parentsOf(dir: string, { streams }: SalvagedRecord): readonly string[] {
  const place = backupPlaceIn(
    [...streams].flatMap(([name, { events }]) => (isBackupPlace(name) ? events : [])),
  )
  return place === null ? [dir] : [dir, place]
}

type EmergencyFolder = { dir: string; journal: Journal; witness: HeadWitness; lock: DataLock }

const isHeadOf = (emergency: Emergency, { head }: SalvagedRecord): boolean =>
  emergency.head?.position === head?.position && emergency.head?.hash === head?.hash

async function emergencyIn(journal: Journal): Promise<Emergency | null> {
  const events = await journal.intact(stationStream.nameOf(''))
  return stationStream.replay('', events ?? []).emergency
}

/** Whether a station works on it that stands in for this very record. */
function isHeldFor(folder: string, salvaged: SalvagedRecord): boolean {
  const name = stationStream.nameOf('')
  const { streams, close } = salvageRecord(dataFiles(folder).journal, {
    isNeeded: (stream) => stream === name,
    inTime: () => true,
  })
  const { emergency } = stationStream.replay('', streams.get(name)?.events ?? [])
  close()
  return emergency !== null && isHeadOf(emergency, salvaged)
}

/** One that was begun for this very record and is whole; else null, and it is left alone. */
async function reopened(
  folder: string,
  salvaged: SalvagedRecord,
  log: Log,
): Promise<EmergencyFolder | null> {
  if (sizeOf(dataFiles(folder).journal) === 0) return null
  const lock = lockDataFolder(folder)
  if ('holder' in lock) {
    if (isHeldFor(folder, salvaged)) throw folderTaken(folder)
    return null
  }
  try {
    const { journal, witness } = openRecord(folder, log)
    const emergency = await emergencyIn(journal)
    if (emergency && isHeadOf(emergency, salvaged)) return { dir: folder, journal, witness, lock }
    await journal.close()
  } catch (error) {
    log.error('emergency-not-reopened', error, { folder: basename(folder) })
  }
  lock.release()
  return null
}

type Beginning = { clock: Clock; log: Log; numbers: () => HighestNumbers }

/** A new one; throws what the disk says, and leaves nothing of it then. */
async function begun(
  parent: string,
  dir: string,
  damage: Damage,
  salvaged: SalvagedRecord,
  { clock, log, numbers }: Beginning,
): Promise<EmergencyFolder> {
  const folder = makeEmergencyFolder(parent, clock.wall())
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  try {
    const lock = lockDataFolder(folder)
    if ('holder' in lock) throw new Error(`${folder} is taken`)
    undo.unshift(() => lock.release())
    const { journal, witness } = openRecord(folder, log)
    undo.unshift(() => journal.close())
    await foundEmergency(journal, clock, { ...damage, head: salvaged.head }, salvaged, numbers())
    const { secret, sessions } = dataFiles(dir)
    takeFilesAlong(dir, folder, [basename(secret), basename(sessions)])
    return { dir: folder, journal, witness, lock }
  } catch (error) {
    for (const step of undo) await step()
    throw error
  }
}

async function openEmergency(
  dir: string,
  damage: Damage,
  { site, zone }: SiteOptions,
  clock: Clock,
  log: Log,
): Promise<OpenedRecord> {
  const until = clock.mono() + READING_MS
  const inTime = (): boolean => clock.mono() < until
  const salvaged = salvageRecord(dataFiles(dir).journal, {
    isNeeded: (stream) => isNeeded(stream) || isBackupPlace(stream),
    inTime,
  })
  const parents = parentsOf(dir, salvaged)
  const folders = parents.flatMap(emergencyFoldersIn)
  const numbers = (): HighestNumbers => numbersIn(folders, inTime)
  try {
    const emergency = await firstOf([
      ...folders.map((folder) => () => reopened(folder, salvaged, log)),
      ...parents.map(
        (parent) => () => begun(parent, dir, damage, salvaged, { clock, log, numbers }),
      ),
    ])
    const { journal, witness, lock } = emergency
    log.error('emergency-record', new Error(damage.why.en), {
      code: damage.code,
      folder: emergency.dir,
      whole: salvaged.whole,
      position: salvaged.head?.position ?? null,
    })
    const founded = siteStream.replay('', await journal.events(siteStream.nameOf('')))
    return {
      dir: emergency.dir,
      journal,
      foundingSite: founded ??
        siteIn(salvaged) ?? { ...newSite(site, zone ?? zoneOfMachine()), setUp: true },
      notes: [],
      witness,
      salvaged,
      async close() {
        await journal.close()
        lock.release()
      },
    }
  } catch (error) {
    salvaged.close()
    throw error
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Stop && error.exit === EXIT.folderTaken

/** The first that can be had; throws what the last one says, or that another station has it. */
async function firstOf(
  ways: readonly (() => Promise<EmergencyFolder | null>)[],
): Promise<EmergencyFolder> {
  let last: unknown = new Error('there is nowhere to put an emergency record')
  for (const way of ways) {
    try {
      const emergency = await way()
      if (emergency) return emergency
    } catch (error) {
      if (isTaken(error)) throw error
      last = error
    }
  }
  throw last
}

/**
 * `unwritable`: why nothing can be written in the folder; `isCopied`: somebody copied it by hand.
 */
type Surroundings = { clock: Clock; log: Log; unwritable: Stop | null; isCopied: boolean }

/**
 * Opens the record of a folder that was taken and has `run` build the station on it. Where the
 * record is damaged, does not let itself be read, or lies in a folder in which nothing can be
 * written (`unwritable` says why), an emergency record takes its place, which says so if the folder
 * is a copy (`isCopied`). Throws {@link Stop} as the record refuses if none can be made either;
 * then everything is closed again.
 */
export async function withRecord<T>(
  dir: string,
  site: SiteOptions,
  { clock, log, unwritable, isCopied }: Surroundings,
  run: (opened: OpenedRecord) => Promise<T>,
): Promise<T> {
  const using = async (opened: OpenedRecord): Promise<T> => {
    try {
      return await run(opened)
    } catch (error) {
      await opened.close()
      throw error
    } finally {
      opened.salvaged?.close()
    }
  }
  try {
    if (unwritable) throw unwritable
    return await using(await openOwn(dir, site, log))
  } catch (error) {
    const plain = damageOf(error)
    if (!plain) throw error
    const damage = isCopied ? { ...plain, why: ofCopy(plain.why) } : plain
    const opened = await openEmergency(dir, damage, site, clock, log).catch(
      async (refused: unknown) => {
        if (isTaken(refused)) throw refused
        log.error('emergency-refused', refused, { folder: dirname(dir) })
        if (unwritable) throw await refusalOn(dir, unwritable)
        throw new Stop(error instanceof Stop ? error.exit : EXIT.record, damage.code, damage.why)
      },
    )
    return using(opened)
  }
}
