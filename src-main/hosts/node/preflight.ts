/**
 * The checks of every host before it runs a station on a folder, and the notes on the console about
 * the start.
 */
import { basename } from 'node:path'
import type { LogDamage } from '#main/adapters/journal/sqlite-settle.ts'
import { isSecretLost } from './folder-secrets.ts'
import { isCodeDamaged } from '#main/adapters/admin-code-file.ts'
import { settingsFile, type SettingsRepair } from '#main/adapters/settings/settings-repair.ts'
import type { Station } from '#main/core/api.ts'
import type { Journal, Log } from '#main/core/ports.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import type { Site } from '#shared/domain/site/site.ts'
import type { SiteKind } from '#shared/domain/site/site.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { recordLost } from './lost-record.ts'
import { requireSameSite, newSite, zoneOfMachine } from './new-site.ts'

/** The site as the command line names it; only for a folder that is new. */
export type SiteOptions = { site: SiteKind | undefined; zone: string | undefined }

/**
 * The site that a record without one is founded with. `hadRecordBefore`: whether the folder had a
 * record before this start touched it. Throws `Stop`: `site-exists` if the options name another
 * kind or zone than the folder has, `record-damaged` if its record is gone, since an empty board
 * would look like calm.
 */
export async function createFoundingSite(
  journal: Journal,
  dir: string,
  hadRecordBefore: boolean,
  { site: kind, zone }: SiteOptions,
): Promise<Site> {
  const events = await journal.events(siteStream.nameOf(''))
  const site = siteStream.replay('', events)
  const founded = siteStream.replay('', events.slice(0, 1))
  if (site && founded) requireSameSite(site, founded, kind, zone)
  // a file is there, but it is not that record
  else if (hadRecordBefore && (await journal.position()) === 0) throw recordLost(dir)
  return newSite(kind, zone ?? zoneOfMachine())
}

/** The notes for the console if the settings were damaged. */
export function repairNotes(repaired: SettingsRepair | null, log: Log): readonly LocalizedText[] {
  if (!repaired) return []
  log.error('settings-repaired', new Error('the settings file was damaged'), repaired)
  const { file, restoredFrom } = repaired
  const isMissing = file === basename(settingsFile(''))
  const [what, whatEn] = isMissing
    ? ['设置文件丢失', 'The settings file was missing']
    : ['设置文件损坏', 'The settings file was damaged']
  const [left, leftEn] = isMissing
    ? ['', '']
    : [`；损坏的文件留作${file}`, `; the damaged one is kept as ${file}`]
  return [
    restoredFrom === 'copy'
      ? localized(
          `${what}，已用上次的副本恢复${left}。请核对语言、声音和大屏设置。`,
          `${whatEn} and is restored from the last good copy${leftEn}. Please check language, sound and wall.`,
        )
      : localized(
          `${what}且没有副本，已用默认设置${left}。请重新设置语言、声音和大屏。`,
          `${whatEn} and there is no copy: the defaults apply${leftEn}. Please set language, sound and wall again.`,
        ),
  ]
}

/** The note for the console if the administrator's code can be given by nobody any more. */
export const codeNotes = (dir: string): readonly LocalizedText[] =>
  isCodeDamaged(dir)
    ? [
        localized(
          `管理员密码的文件（admin-code）损坏：输入什么密码都不对，值守不受影响。请管理员在本机运行station admin-code --data ${dir}重设。`,
          `The file of the administrator's code (admin-code) is damaged: no code is accepted; incidents are not affected. Set a new one on this machine: station admin-code --data ${dir}`,
        ),
      ]
    : []

/** The note for the console if the list of sessions was damaged: what had ended may work again. */
export const sessionNotes = ({ isDamaged }: { isDamaged: boolean }): readonly LocalizedText[] =>
  isDamaged
    ? [
        localized(
          '登录名单（sessions.json）损坏，已重新建立：以前结束的登录可能又能用。请在“设置”里核对登录，结束不认识的。',
          'The list of sign-ins (sessions.json) was damaged and has been restarted: sign-ins that had been ended may work again. Please check the sign-ins under Settings and end any that nobody recognises.',
        ),
      ]
    : []

/** The note for the console if the file of the walls' address was damaged: it is a new one. */
export const wallAddressNotes = ({
  isDamaged,
}: {
  isDamaged: boolean
}): readonly LocalizedText[] =>
  isDamaged
    ? [
        localized(
          '大屏地址的文件（wall-address.json）损坏，已换成新地址：旧地址都打不开了，打开着的大屏照常。请按“设置”里的新地址重新打开，自动打开的大屏也要改。',
          'The file of the wall address (wall-address.json) was damaged, and the address is a new one: the old addresses no longer work, walls that are open carry on. Use the new address under Settings, also for walls that open automatically.',
        ),
      ]
    : []

/** The note for the console if every page has to sign in again, because its secret is gone. */
export const secretNotes = (dir: string): readonly LocalizedText[] =>
  isSecretLost(dir)
    ? [
        localized(
          '登录密钥文件（session-secret）丢失或损坏，已重新生成：以前的登录都失效了，各控制台请重新登录，大屏请按“设置”里的地址重新打开。',
          'The sign-in secret (session-secret) was lost or damaged and has been replaced: earlier sign-ins no longer work. Sign the consoles in again, and open the walls again with the address under Settings.',
        ),
      ]
    : []

/**
 * The notes for the console if the log of writes that an unclean stop left was damaged: acts that
 * were answered may be gone with it.
 */
export function logNotes(damage: LogDamage | null, log: Log): readonly LocalizedText[] {
  if (!damage) return []
  log.error('log-damaged', new Error('the write log left by the last stop was damaged'), damage)
  const { lost, file } = damage
  const fileNote =
    file === null
      ? localized('', '')
      : localized(`损坏的日志留作${file}。`, ` The damaged log is kept as ${file}.`)
  return [
    lost > 0
      ? localized(
          `上次没有正常停机，停机前写下的内容有${lost}字节读不出来，最后几秒的记录可能缺失。请核对停机前的情况并补记。${fileNote.zh}`,
          `The station was not stopped cleanly, and the last ${lost} bytes written cannot be read: the last seconds before the stop may be missing. Please check them and enter what is missing.${fileNote.en}`,
        )
      : localized(
          `上次没有正常停机，留下的写入日志已损坏；已保存的记录比它新，已不用它打开。请核对停机前最后几秒的记录。${fileNote.zh}`,
          `The station was not stopped cleanly, and the write log it left was damaged. The record itself is further on and was opened without it. Please check the last seconds before the stop.${fileNote.en}`,
        ),
  ]
}

/**
 * Notes on the console that files could not be written at this start: a full disk keeps no station
 * from starting. The first command or alarm shows whether the record can be written.
 */
export function noticeUnwrittenFiles(
  errors: readonly unknown[],
  station: Pick<Station, 'note'>,
  log: Log,
): void {
  const failed = errors.filter((error) => error !== null)
  for (const error of failed) log.error('file-not-written', error)
  if (failed.length > 0)
    station.note(
      localized(
        '启动时有文件未能写入数据目录，值守照常运行；请检查磁盘空间和权限，然后重启。',
        'At this start, files could not be written to the data folder; the station is running all the same. Please check disk space and permissions, then start it again.',
      ),
    )
}
