/** Words the faults of the disk: why nothing can be saved, and that there is little room left. */
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { StorageTrouble } from '../ports.ts'

const PAPER = localized(
  '在此之前用纸笔记下时间、人员和处置。',
  'Until then keep notes of times, people and actions on paper.',
)
const MAKE_ROOM = localized(
  '请删掉或移走用不着的大文件，清空回收站，腾出至少1GB',
  'Delete or move large files that are not needed, empty the recycle bin, and free at least 1 GB',
)

const STOP_OTHER = localized(
  `告警照常。请马上找到另一个值守站或程序并停掉它，随后会自行恢复。${PAPER.zh}`,
  `Alarms still work. Find the other station or program and stop it at once; saving then resumes automatically. ${PAPER.en}`,
)

const CAUSES: Readonly<Record<StorageTrouble, LocalizedText>> = {
  full: localized('磁盘已满，目前什么都记不下。', 'The disk is full: nothing can be saved.'),
  'read-only': localized(
    '磁盘变成只读，目前什么都记不下。',
    'The disk has become read-only: nothing can be saved.',
  ),
  broken: localized(
    '磁盘读写出错，目前什么都记不下。',
    'The disk cannot be read or written: nothing can be saved.',
  ),
  shared: localized(
    '另一个程序在写同一个数据目录，目前什么都记不下。',
    'Another program is writing to the same data folder: nothing can be saved.',
  ),
  other: localized('存盘失败，目前什么都记不下。', 'Saving has failed: nothing can be saved.'),
}

const actionFor = (trouble: StorageTrouble): LocalizedText =>
  trouble === 'full'
    ? localized(
        `告警照常。${MAKE_ROOM.zh}，随后会自行恢复。${PAPER.zh}`,
        `Alarms still work. ${MAKE_ROOM.en}; saving then resumes automatically. ${PAPER.en}`,
      )
    : trouble === 'shared'
      ? STOP_OTHER
      : localized(
          `告警照常，程序会不断自行重试。请马上报告管理员检查磁盘和连线，准备换盘。${PAPER.zh}`,
          `Alarms still work, and the program keeps trying. Call the administrator at once to check the disk and its cable and to have a new disk ready. ${PAPER.en}`,
        )

export const storageFails = (trouble: StorageTrouble): FaultWords => ({
  priority: 1,
  tone: 'fault',
  cause: CAUSES[trouble],
  action: actionFor(trouble),
})

const inMegabytes = (bytes: number): string => `${Math.floor(bytes / 1e6)}`

/** `bytes` are free. A calm line: nothing has to be done at once. */
export const diskNote = (bytes: number): LocalizedText =>
  localized(
    `磁盘只剩${inMegabytes(bytes)}MB，请抽空清理，保持1GB以上。`,
    `Only ${inMegabytes(bytes)} MB left on the disk: clear some space when there is time; 1 GB should be free.`,
  )

export const diskLow = (bytes: number): FaultWords => ({
  priority: 2,
  tone: null,
  cause: localized(
    `磁盘只剩${inMegabytes(bytes)}MB，快要不能保存记录了。`,
    `Only ${inMegabytes(bytes)} MB left on the disk: soon nothing can be saved.`,
  ),
  action: localized(`${MAKE_ROOM.zh}。`, `${MAKE_ROOM.en}.`),
})

/** The disk is full, and the room that was kept back is in use. */
export const reserveInUse = (): FaultWords => ({
  priority: 1,
  tone: 'fault',
  cause: localized(
    '磁盘已满，正在用最后留出的空间记录。',
    'The disk is full: the record is now using the last space held in reserve.',
  ),
  action: localized(
    `${MAKE_ROOM.zh}，现在就做：这点空间用完就什么都记不下了。`,
    `${MAKE_ROOM.en}, now: when the reserve is used up, nothing can be saved.`,
  ),
})
