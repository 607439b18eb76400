/**
 * Looks every five seconds whether the data folder is still this station's alone, and whether the
 * file of the record is still the one that it writes.
 */
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { localized } from '#shared/domain/text.ts'
import type { Faults } from '../engine/faults.ts'
import type { Clock, FolderGuard, FolderState } from '../ports.ts'

const EVERY_MS = 5_000
const LEAVE_ALONE = localized(
  '运行时不要动数据目录里的文件；要拷走数据，请用“设置”里的备份。',
  'Do not touch the files in the data folder while the station is running; to copy the data, make a backup under Settings.',
)

const RETAKEN: FaultWords = {
  priority: 2,
  tone: null,
  cause: localized(
    '数据目录里的lock.db在运行中被删除或换过，已重新锁定。',
    'lock.db in the data folder was removed or replaced while the station was running; it is locked again.',
  ),
  action: localized(`请查清是谁动的。${LEAVE_ALONE.zh}`, `Find out who did it. ${LEAVE_ALONE.en}`),
}

const LOST: FaultWords = {
  priority: 2,
  tone: null,
  cause: localized(
    '数据目录里的lock.db被删除或换过，无法再锁定：另一个值守站可能在同一目录上启动。',
    'lock.db in the data folder was removed or replaced and cannot be locked: another station might start on the same folder.',
  ),
  action: localized(
    `请管理员移走占用lock.db这个名字的东西，随后会自动锁定。${LEAVE_ALONE.zh}`,
    `The administrator should move away whatever is in the place of lock.db; it is then locked automatically. ${LEAVE_ALONE.en}`,
  ),
}

const secondStation = (holder: string): FaultWords => ({
  priority: 1,
  tone: 'fault',
  cause: localized(
    `另一个值守站（${holder}）在用同一个数据目录。`,
    `Another station (${holder}) is using the same data folder.`,
  ),
  action: localized(
    '请马上停掉其中一个：两个同时写，总有一个保存不了。',
    'Stop one of the two at once: if both write, one of them cannot save.',
  ),
})

const RECORD_GONE: FaultWords = {
  priority: 1,
  tone: 'fault',
  cause: localized(
    '记录文件journal.db在运行中被删除或换掉：现在记录的内容，停机后就会丢失。',
    "The record's file, journal.db, was removed or replaced while the station was running: what is recorded now will be lost when the station stops.",
  ),
  action: localized(
    '不要停机，马上用纸笔记下时间、人员和处置，并请管理员把原来的journal.db放回去，或从备份恢复。',
    'Do not stop the station. Keep notes of times, people and actions on paper, and have the administrator put the old journal.db back or restore a backup.',
  ),
}

const HEAD_NOT_WRITTEN: FaultWords = {
  priority: 2,
  tone: null,
  cause: localized(
    '数据目录里的head.json写不进去：以后记录若有缺失或被换成旧的，启动时可能发现不了。',
    'head.json in the data folder cannot be written: if the record is cut short or replaced by an older one, the next start may not notice.',
  ),
  action: localized(
    '记录照常保存。请管理员检查数据目录的权限和磁盘；恢复写入后，这条提示自动消失。',
    'The record is still being saved. The administrator should check the permissions and disk of the data folder; this message goes once the file can be written.',
  ),
}

export type FolderWatch = { onCycle: () => void }

export function createFolderWatch(
  guard: FolderGuard,
  faults: Pick<Faults, 'set' | 'happened'>,
  clock: Pick<Clock, 'mono'>,
): FolderWatch {
  let lookedAt = -Infinity // monotonic ms
  let heldElsewhere = 0 // looks in a row

  /** A second station that is just being refused holds the lock for a moment. */
  function wordsFor(state: FolderState): FaultWords | null {
    heldElsewhere = typeof state === 'object' ? heldElsewhere + 1 : 0
    if (typeof state === 'object') return heldElsewhere > 1 ? secondStation(state.holder) : null
    return state === 'lost' ? LOST : null
  }

  return {
    onCycle() {
      if (clock.mono() - lookedAt < EVERY_MS) return
      lookedAt = clock.mono()
      const state = guard.check()
      if (state === 'retaken') faults.happened('lock', RETAKEN)
      faults.set('folder', wordsFor(state))
      faults.set('record-file', guard.isRecordThere() ? null : RECORD_GONE)
      faults.set('head-file', guard.isHeadWritten() ? null : HEAD_NOT_WRITTEN)
    },
  }
}
