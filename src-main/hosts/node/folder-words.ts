/**
 * The notes on the console about the data folder itself: who else may write in it, where it is
 * from.
 */
import type { DataLock } from '#main/adapters/data-lock.ts'
import type { Openness } from '#main/adapters/folder-mode.ts'
import type { Log } from '#main/core/ports.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

export const COPIED = localized(
  '这个数据目录是在值守站运行时（或没有正常停机后）手工复制来的，里面的文件可能不是同一时刻的，最后一段记录可能不全。请核对；整份拷走数据要用“设置”里的备份或station backup。',
  'This data folder was copied by hand while a station was running on it, or after one was killed: its files may be from different moments, and the end of the record may be missing. Please check it. To copy data, make a backup under Settings or with station backup.',
)

const TIGHTENED = localized(
  '数据目录里的文件，本机其他账户原来也能改；权限现已收回，只有本账户能改。',
  'Other accounts on this machine could change the files in the data folder; this has been corrected, and only this account can now.',
)
const OPEN = localized(
  '本机其他账户能删改数据目录里的文件，权限没能自动收回。请管理员收回（Linux上用chmod go-w）。',
  'Other accounts on this machine can change and delete the files in the data folder, and this could not be corrected. The administrator should do so (on Linux: chmod go-w).',
)

/** The record was switched to a folder that is not there now. */
export const missingNotes = (missing: string | null): readonly LocalizedText[] =>
  missing === null
    ? []
    : [
        localized(
          `记录已改用${missing}，但那里现在没有记录，先在原来的目录上值守：看到的是改用以前的记录。请接好那块盘再重新启动。`,
          `The record was switched to ${missing}, but there is no record there now: the station is running on the old folder and shows the old record. Connect that disk and start again.`,
        ),
      ]

/** Whoever has been told of a copy is told once. */
export function folderNotes(
  lock: Pick<DataLock, 'isCopied' | 'copyTold'>,
  openness: Openness,
  log: Log,
): readonly LocalizedText[] {
  const notes = [
    ...(lock.isCopied ? [COPIED] : []),
    ...(openness === 'closed' ? [] : [openness === 'tightened' ? TIGHTENED : OPEN]),
  ]
  for (const { en } of notes) log.error('folder-notice', new Error(en))
  lock.copyTold()
  return notes
}
