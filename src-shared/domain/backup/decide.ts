/** Decides where backups may go. */
import { accept, refuse, type Decision, type Refusal } from '../decision.ts'
import { isWholePath } from '../folder-path.ts'
import { localized } from '../text.ts'
import type { BackupPlace, BackupPlaceEvent } from './stream.ts'

export type SetBackupPlace = {
  type: 'SetBackupPlace'
  folder: string | null
  reason: string | null
}

export const folderNotWhole = (): Refusal =>
  refuse(
    'folder-not-whole',
    localized(
      '请写完整路径，例如 /mnt/备份盘 或 E:\\值守备份',
      'Enter the full path, e.g. /mnt/backup or E:\\backup',
    ),
  )

const samePlace = (): Refusal =>
  refuse('no-change', localized('备份的位置没有变', 'This already is the backup folder'))

/** Refuses `folder-not-whole` and `no-change`; whether the folder is there, the disk says. */
export function decideBackupPlace(
  place: BackupPlace | null,
  { folder, reason }: SetBackupPlace,
): Decision<BackupPlaceEvent> {
  if (folder !== null && !isWholePath(folder)) return folderNotWhole()
  if (folder === (place?.folder ?? null)) return samePlace()
  return accept({ type: 'BackupPlaceSet', folder, reason })
}
