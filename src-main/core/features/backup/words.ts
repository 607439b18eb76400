/** Words for the desk why no backup is made, since when, and that backups work again. */
import type { Refusal } from '#shared/domain/decision.ts'
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

export const notMade = (folder: string, { message }: Pick<Refusal, 'message'>): LocalizedText =>
  localized(
    `没能备份到${folder}：${message.zh}。请检查备份盘是否接好、有空间；会自动再试，间隔逐渐加长。也可在“设置”里换一个位置。`,
    `No backup was made in ${folder}: ${message.en}. Check that the disk is connected and has space; the station retries automatically, at growing intervals. You can change the folder under Settings.`,
  )

export const worksAgain = (folder: string): LocalizedText =>
  localized(`备份已恢复正常，在${folder}。`, `Backups are working again, in ${folder}.`)

/** A note at the desk. */
export const LATE = localized(
  '超过25小时没有完好的备份，请检查备份盘是否接好。',
  'There has been no complete backup for more than 25 hours: check the backup disk.',
)

/** An alert without a sound. */
export const OVERDUE: FaultWords = {
  priority: 3,
  tone: null,
  cause: localized(
    '超过49小时没有完好的备份：这台电脑若损坏，这段时间的记录会丢失',
    'There has been no complete backup for more than 49 hours: if this machine fails, the record since then is lost',
  ),
  action: localized(
    '立即接好备份盘，或在“设置”里换一个位置',
    'Connect the backup disk now, or choose another folder under Settings',
  ),
}
