/**
 * `station adopt`: takes the incidents of an emergency record into the whole or restored record, by
 * an event that names both heads.
 */
import { basename, dirname } from 'node:path'
import type { DataLock } from '#main/adapters/data-lock.ts'
import { emergencyFoldersIn } from '#main/adapters/emergency-folders.ts'
import { createFileList, firstDamaged } from '#main/adapters/files/check-files.ts'
import { adoptFiles } from '#main/adapters/files/file-copies.ts'
import { asRefused, JournalRefused } from '#main/adapters/journal/errors.ts'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { bringPurges, purgesOf } from '#main/adapters/purge-ledger.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Journal, Log, Verified } from '#main/core/ports.ts'
import { adoptEmergency } from '#main/core/features/emergency/adopt.ts'
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import { strayProjection, verifyWhole } from '#main/core/verify/projections.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { EXIT, Stop, type ExitCode } from './exit-codes.ts'
import { lockFolder } from './folder.ts'
import { dataFiles } from './install-paths.ts'
import { isLost, noRecord, sizeOf } from './lost-record.ts'
import { openRecord } from './open-station.ts'
import { damageText } from '#main/core/verify/damage-text.ts'

type Adopted = { exit: ExitCode; line: string }
type Opened = { journal: Journal; lock: DataLock }

const ROSTER_LEFT = localized(
  '。其间改过的值班表没有并入，请核对值班表',
  '. Changes made to the roster meanwhile were not adopted: please check the roster',
)
const CONTACTS_LEFT = localized(
  '。其间改过的通讯录没有并入，请核对通讯录',
  '. Changes made to the contacts meanwhile were not adopted: please check the contacts',
)
const PLACES_LEFT = localized(
  '。其间改过的地点没有并入，请核对地点',
  '. Changes made to the places meanwhile were not adopted: please check the places',
)

/** What people have to look after in the registers that stayed behind. */
function leftBehind(adopted: {
  rosterLeft: boolean
  contactsLeft: boolean
  placesLeft: boolean
}): LocalizedText {
  const all = [
    ...(adopted.rosterLeft ? [ROSTER_LEFT] : []),
    ...(adopted.contactsLeft ? [CONTACTS_LEFT] : []),
    ...(adopted.placesLeft ? [PLACES_LEFT] : []),
  ]
  return localized(all.map(({ zh }) => zh).join(''), all.map(({ en }) => en).join(''))
}

const line = (result: object, message: LocalizedText): string =>
  JSON.stringify({ ...result, message })

function open(dir: string, log: Log): Opened {
  if (isLost(dir) || sizeOf(dataFiles(dir).journal) === 0) throw noRecord(dir)
  const lock = lockFolder(dir)
  if ('holder' in lock)
    throw new Stop(
      EXIT.folderTaken,
      'folder-taken',
      localized(
        `${dir}正由值守站使用（${lock.holder}），请先停机再并入`,
        `${dir} is in use by a station (${lock.holder}): stop it, then adopt`,
      ),
    )
  try {
    return { journal: openRecord(dir, log).journal, lock }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A page that cannot be read is damage like any other. */
async function verify(journal: Journal): Promise<Verified> {
  try {
    return await verifyWhole(journal)
  } catch (error) {
    const { code, message } = asRefused(error)
    if (code !== 'record-damaged') throw error
    return { ok: false, firstBad: 0, why: message }
  }
}

/** The record is whole, and an attached file is not: that keeps no incident out. */
const isOfFile = (verified: Verified): boolean =>
  !verified.ok && (verified.why === 'file-missing' || verified.why === 'file-changed')

/** Null where the record is whole; else the result that says where it is not. */
async function damageOf(dir: string, journal: Journal): Promise<Adopted | null> {
  const checked = await verify(journal)
  const verified = isOfFile(checked) ? await strayProjection(journal) : checked
  if (!verified || verified.ok) return null
  const { zh, en } = damageText(verified)
  return {
    exit: EXIT.damaged,
    line: line({ ...verified, folder: dir }, localized(`${dir}：${zh}`, `${dir}: ${en}`)),
  }
}

const EXITS = {
  'no-emergency': EXIT.noInput,
  'other-record': EXIT.noInput,
  'adopted-already': EXIT.folderTaken,
} as const

function refusal(why: keyof typeof EXITS, dir: string, from: string): Stop {
  const words: Record<keyof typeof EXITS, LocalizedText> = {
    'no-emergency': localized(`${from}不是应急记录`, `${from} is not an emergency record`),
    'other-record': localized(
      `${from}是另一个记录的应急记录，不是${dir}的，没有并入。请核对两处路径`,
      `${from} stood in for a different record, not ${dir}; nothing was adopted. Check both paths`,
    ),
    'adopted-already': localized(
      `${from}已经并入过，之后又有新的内容，没有再并入`,
      `${from} was adopted before and has been used since; nothing was adopted again`,
    ),
  }
  return new Stop(EXITS[why], why, words[why])
}

/** Who gives the data folder that emergency records lie in is told their names. */
function refuseAbove(from: string): void {
  const inside = emergencyFoldersIn(from)
  if (inside.length === 0 || basename(from).startsWith('emergency-')) return
  const names = inside.join('  ')
  throw new Stop(
    EXIT.noInput,
    'no-emergency',
    localized(
      `${from}本身不是应急记录，应急记录在它里面。请把--from写成：${names}`,
      `${from} itself is not an emergency record, but contains some. For --from give one of: ${names}`,
    ),
  )
}

/** The first file of which the emergency record speaks and that is not whole now; null: none. */
async function fileLeft(dir: string, emergency: Journal): Promise<string | null> {
  const list = createFileList()
  await emergency.verify(list.hear)
  const files = list.files().map((file) => ({ ...file, carried: false }))
  return (await firstDamaged(dir, files))?.where ?? null
}
const withFile = ({ zh, en }: LocalizedText, where: string | null): LocalizedText =>
  where === null
    ? localized(zh, en)
    : localized(
        `${zh}。附件${where}不在或有损坏，请从备份里找回，放到同一位置`,
        `${en}. The attached file ${where} is missing or damaged: take it from a backup, to the same place`,
      )

async function adoptInto(
  dir: string,
  from: string,
  mainJournal: Journal,
  emergency: Journal,
): Promise<Adopted> {
  const damaged = (await damageOf(dir, mainJournal)) ?? (await damageOf(from, emergency))
  if (damaged) return damaged
  const indexIncident = createSearchIndex(createRomaniser())
  const { seals, close } = salvageRecord(dataFiles(from).journal, {
    isNeeded: () => false,
    inTime: () => true,
  })
  const files = adoptFiles(from, dir) // before the record speaks of them
  const at = systemClock.wall()
  const adopted = await adoptEmergency({
    own: mainJournal,
    emergency,
    seals,
    indexIncident,
    at,
  }).finally(close)
  if (!adopted.ok) throw refusal(adopted.why, dir, from)
  const { ok, incidents, continued, ...rest } = adopted
  const notWhole = await fileLeft(dir, emergency)
  const leftText = withFile(leftBehind(adopted), notWhole)
  return {
    exit: EXIT.ok,
    line: line(
      {
        ...{ ok, folder: dir, from, incidents, continued, files, ...rest },
        ...(notWhole === null ? {} : { fileLeft: notWhole }),
      },
      incidents === 0
        ? localized(
            `${from}没有要并入的事件，或已经并入${leftText.zh}`,
            `${from} has no incidents to adopt, or was adopted already${leftText.en}`,
          )
        : localized(
            `已并入${incidents}起事件，其中${continued}起接着原记录里的${leftText.zh}`,
            `Incidents adopted: ${incidents}; of these, continued from the record itself: ${continued}${leftText.en}`,
          ),
    ),
  }
}

/**
 * The one line of the result and the exit code: 0, or 2 where one of the two is damaged. Throws
 * {@link Stop}: 66 where one is no record or the emergency record is of another, 73 where a station
 * has one of them.
 */
export async function adopt(dir: string, from: string, log: Log): Promise<Adopted> {
  let mainRecord: Opened | null = null
  let emergency: Opened | null = null
  refuseAbove(from)
  try {
    mainRecord = open(dir, log)
    const inRecord = await purgesOf(mainRecord.journal)
    // of the record that the emergency one stood in for
    bringPurges(dir, { places: [dirname(from)] }, inRecord)
    emergency = open(from, log)
    return await adoptInto(dir, from, mainRecord.journal, emergency.journal)
  } catch (error) {
    const refused = error instanceof JournalRefused || (error instanceof Stop && error.exit === 65)
    if (!refused) throw error
    const text = error.text
    const folder = mainRecord === null ? dir : from
    const named = localized(`${folder}：${text.zh}`, `${folder}: ${text.en}`)
    return { exit: EXIT.damaged, line: line({ ok: false, firstBad: 0, why: error.code }, named) }
  } finally {
    for (const opened of [emergency, mainRecord]) {
      await opened?.journal.close()
      opened?.lock.release()
    }
  }
}
