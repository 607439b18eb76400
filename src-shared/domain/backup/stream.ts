/** The stream of the place of backups: the folder in which the station makes them by itself. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'

/** `folder`: a whole path; null: no backup is made by itself. `at`: since when (UTC ms). */
export type BackupPlace = { folder: string | null; at: number }
export type BackupPlaceSet = {
  type: 'BackupPlaceSet'
  folder: string | null
  reason: string | null
}
export type BackupPlaceEvent = BackupPlaceSet

export const backupPlaceStream = defineStream<
  BackupPlace | null,
  BackupPlaceEvent,
  { backups: BackupPlace }
>({
  name: 'backups',
  initial: () => null,
  evolve: (_place, { folder, at }: Recorded<BackupPlaceEvent>) => ({ folder, at }),
  documents: {
    backups: {
      of: (place) => place,
      name: localized('备份的位置', 'the backup folder'),
      hasForm: is.fields<BackupPlace>({ folder: is.orNull(is.words), at: is.number }),
    },
  },
})
