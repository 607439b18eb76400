/** The refusals of backups that the core makes; those of the disk stand with the adapter. */
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'

export const notOffered = (): Refusal =>
  refuse('backup-not-offered', localized('此值守站不做备份', 'This station makes no backups'))
export const folderNotWhole = (): Refusal =>
  refuse(
    'folder-not-whole',
    localized(
      '请写完整路径，例如 /mnt/备份盘 或 E:\\值守备份',
      'Write the whole path, such as /mnt/backup or E:\\backup',
    ),
  )
