/** The refusals of backups that the core makes; those of the disk stand with the adapter. */
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'

export const notOffered = (): Refusal =>
  refuse('backup-not-offered', localized('此值守站不做备份', 'This station makes no backups'))
export const noPlace = (): Refusal =>
  refuse(
    'no-backup-place',
    localized(
      '未设置备份位置，请先在“设置”里填写',
      'No backup folder is set yet: set one under Settings',
    ),
  )
export const busy = (): Refusal =>
  refuse(
    'backup-busy',
    localized(
      '正在备份或恢复，请等它做完',
      'A backup or a restore is under way: wait until it has finished',
    ),
  )
export const unknownBackup = (name: string): Refusal =>
  refuse(
    'unknown-backup',
    localized(
      `没有备份${name}，可能已被清理`,
      `There is no backup ${name}: it may have been thinned out`,
    ),
  )
/** `folder`: the one to go on in. */
export const cannotSwitch = (folder: string): Refusal =>
  refuse(
    'backup-not-offered',
    localized(
      `此值守站不能自己改用别的数据目录：请先停止，再用station serve --data ${folder}启动`,
      `This station cannot change its own data folder: stop it, then start it with station serve --data ${folder}`,
    ),
  )
