/** `station restore`: a new data folder from the newest whole backup of a folder, or from one. */
import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { restoreBackup } from '#main/adapters/backup/restore-backup.ts'
import type { DamagedBackup } from '#main/adapters/backup/check-backup.ts'
import { RECORD_FILE, stampOf } from '#main/adapters/backup/manifest.ts'
import {
  backupAt,
  backupsIn,
  brokenIn,
  isBroken,
  stampIn,
  type StoredBackup,
} from '#main/adapters/backup/stored-backups.ts'
import { fileErrorReason } from '#main/adapters/file-errors.ts'
import { JournalRefused } from '#main/adapters/journal/errors.ts'
import { makeFolder } from '#main/adapters/make-folder.ts'
import { PURGES_FILE, purgesIn } from '#main/adapters/purge-ledger.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { EXIT, Stop, type ExitCode } from './exit-codes.ts'
import { lockFolder } from './folder.ts'

const notEmpty = (dir: string): Stop =>
  new Stop(
    EXIT.folderTaken,
    'folder-not-empty',
    localized(
      `${dir}不是空文件夹，没有恢复。请另选一个还没有的文件夹`,
      `${dir} is not an empty folder; nothing was restored. Choose one that does not exist yet`,
    ),
  )

function requireEmpty(dir: string): void {
  const stat = lstatSync(dir, { throwIfNoEntry: false })
  if (!stat) return
  if (!stat.isDirectory()) throw notEmpty(dir)
  const names = readdirSync(dir)
  if (names.length === 0) return
  const lock = names.includes('lock.db') ? lockFolder(dir) : null
  if (lock && 'holder' in lock)
    throw new Stop(
      EXIT.folderTaken,
      'folder-taken',
      localized(
        `${dir}正由值守站使用（${lock.holder}），不能恢复到这里`,
        `${dir} is in use by a station (${lock.holder}): nothing is restored into it`,
      ),
    )
  lock?.release()
  throw notEmpty(dir)
}

/** `broken`: names of folders that were backups and have no manifest that can be read. */
type Candidates = { backups: readonly StoredBackup[]; broken: readonly string[] }

function candidatesIn(from: string): Candidates {
  const single = backupAt(from)
  if (single) return { backups: [single], broken: [] }
  const inside = readBackups(from)
  if (inside.backups.length + inside.broken.length > 0) return inside
  if (isBroken(from)) return { backups: [], broken: [basename(from)] }
  throw new Stop(
    EXIT.noInput,
    'no-backup',
    localized(
      `${from}里没有备份（应是vigil-…文件夹，或存放它们的文件夹）`,
      `There is no backup in ${from}: give a folder vigil-…, or one that contains them`,
    ),
  )
}

function readBackups(from: string): Candidates {
  try {
    return { backups: backupsIn(from), broken: brokenIn(from) }
  } catch (error) {
    if (!fileErrorReason(error)) throw error
    return { backups: [], broken: [] }
  }
}

/** Backups of several records in one folder: only a person knows which one is meant. */
function requireOneRecord(backups: readonly StoredBackup[], from: string): void {
  const records = new Map(
    backups.flatMap(({ name, manifest }) =>
      manifest === 'newer' ? [] : [[manifest.record, name] as const],
    ),
  )
  if (records.size < 2) return
  const names = [...records.values()].map((name) => join(from, name))
  throw new Stop(
    EXIT.usage,
    'several-records',
    localized(
      `${from}里有${records.size}个值守站的备份，请用 --from 写明要哪一个，例如：${names.join('，')}`,
      `${from} holds backups of ${records.size} stations: give the one you mean with --from, e.g. ${names.join(', ')}`,
    ),
  )
}

const newerBackup = (name: string): Stop =>
  new Stop(
    EXIT.record,
    'newer-record',
    localized(
      `备份${name}由更新版本的程序生成，请安装该版本再恢复`,
      `Backup ${name} was made by a newer program: install that version to restore it`,
    ),
  )

function damageOf(name: string, { firstBad, why, where = why }: DamagedBackup): LocalizedText {
  return firstBad > 0
    ? localized(
        `备份${name}自第${firstBad}条起不可信（${why}），没有恢复`,
        `Backup ${name} cannot be trusted from entry ${firstBad} on (${why}); nothing was restored`,
      )
    : localized(
        `备份${name}已损坏（${where}），没有恢复`,
        `Backup ${name} is damaged (${where}); nothing was restored`,
      )
}

type Damaged = { name: string; damage: DamagedBackup }

/** Those of no manifest that are newer than the backup that was taken, if one was. */
function brokenAfter(broken: readonly string[], taken: StoredBackup | null): Damaged[] {
  const madeAt = taken === null || taken.manifest === 'newer' ? null : taken.manifest.madeAt
  const stamp = madeAt === null ? '' : stampOf(Date.parse(madeAt))
  return broken
    .filter((name) => (stampIn(name) ?? '') > stamp)
    .map((name) => ({
      name,
      damage: { ok: false, firstBad: 0, why: 'manifest-unreadable', where: 'manifest.json' },
    }))
}

export type RestoreResult = { exit: ExitCode; line: string }

/** A wrong path would be taken for a record of which nothing was ever purged. */
function requireList(purges: string): void {
  if (purgesIn(purges).length > 0 || existsSync(join(purges, RECORD_FILE))) return
  throw new Stop(
    EXIT.noInput,
    'no-purges',
    localized(
      `${purges}不是数据目录，也不是清除记录：写原来的数据目录，或其中的${PURGES_FILE}`,
      `${purges} is neither a data folder nor a list of purges: give the old data folder, or ${PURGES_FILE} in it`,
    ),
  )
}

/** From the newest whole one; damaged ones are passed over, and named. */
async function restored(
  dir: string,
  from: string,
  purges: readonly string[],
): Promise<RestoreResult> {
  const { backups, broken } = candidatesIn(from)
  requireOneRecord(backups, from)
  makeFolder(dirname(dir))
  const passed: Damaged[] = []
  const passedOver = (damaged: readonly Damaged[]): object[] =>
    damaged.map(({ name, damage: { firstBad, why } }) => ({ backup: name, firstBad, why }))
  for (const { name, folder, manifest } of backups) {
    if (manifest === 'newer') throw newerBackup(name)
    const result = await restoreBackup({ name, folder, manifest }, dir, systemClock.wall(), purges)
    if (!result.ok) {
      passed.push({ name, damage: result })
      continue
    }
    const { position, hash, purges: brought } = result
    const again =
      brought === 0
        ? localized('', '')
        : localized(
            `；其后有过${brought}次清除个人信息，启动时先照样清除`,
            `; purges of personal values since then: ${brought}; they are done again at the start, before anything is shown`,
          )
    const message = localized(
      `已从${name}恢复到${dir}，共${position}条${again.zh}`,
      `Restored from ${name} into ${dir}, up to entry ${position}${again.en}`,
    )
    const over = passedOver([...brokenAfter(broken, { name, folder, manifest }), ...passed])
    const line = {
      ...{ ok: true, folder: dir, backup: name, position, hash, passedOver: over },
      ...(brought > 0 && { purges: brought }),
    }
    return { exit: EXIT.ok, line: JSON.stringify({ ...line, message }) }
  }
  const damaged = [...passed, ...brokenAfter(broken, null)]
  const [newest] = damaged
  if (!newest) throw new Error('no backup was tried')
  const { name, damage } = newest
  const line = { ...damage, backup: name, passedOver: passedOver(damaged) }
  return {
    exit: EXIT.damaged,
    line: JSON.stringify({ ...line, message: damageOf(name, damage) }),
  }
}

/**
 * The one line of the result and the exit code: 0, or 2 with the first bad position (0: the events
 * are whole, another file is not). Throws {@link Stop}. Unless it is 0, `dir` is as it was.
 */
export async function restore(
  dir: string,
  from: string,
  purges: string | null = null,
): Promise<RestoreResult> {
  try {
    requireEmpty(dir)
    if (purges !== null) requireList(purges)
    return await restored(dir, from, purges === null ? [] : [purges])
  } catch (error) {
    if (error instanceof Stop) throw error
    if (error instanceof JournalRefused) throw new Stop(EXIT.record, error.code, error.text)
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTEMPTY' || code === 'EEXIST') throw notEmpty(dir)
    const reason = fileErrorReason(error)
    if (!reason) throw error
    throw new Stop(
      EXIT.notWritten,
      'not-restored',
      localized(`没有恢复到${dir}：${reason.zh}`, `Nothing was restored into ${dir}: ${reason.en}`),
    )
  }
}
