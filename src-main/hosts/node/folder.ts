/**
 * Takes a data folder for this process, making it if need be, or says in both languages why it
 * cannot be had.
 */
import { accessSync, constants } from 'node:fs'
import { lockDataFolder, type DataLock } from '#main/adapters/data-lock.ts'
import { fileErrorReason } from '#main/adapters/file-errors.ts'
import { makeFolder } from '#main/adapters/make-folder.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit-codes.ts'

const NO_PLACE = localized('此处不能建立目录', 'no folder can be created there')

/**
 * Throws {@link Stop}: `folder-unusable`, or `folder-taken` naming the holder if another station
 * has it.
 */
export function takeFolder(dir: string): DataLock {
  const lock = tryTaking(dir)
  if ('release' in lock) return lock
  throw new Stop(
    EXIT.folderTaken,
    'folder-taken',
    localized(
      `数据目录${dir}正由另一个值守站使用（${lock.holder}）`,
      `The data folder ${dir} is in use by another station (${lock.holder})`,
    ),
  )
}

function tryTaking(dir: string): ReturnType<typeof lockDataFolder> {
  return inWords(dir, () => {
    makeFolder(dir)
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK)
    return lockDataFolder(dir)
  })
}

/**
 * Locks a folder that is there; throws {@link Stop} `folder-unusable` where it cannot be locked.
 */
export const lockFolder = (dir: string): ReturnType<typeof lockDataFolder> =>
  inWords(dir, () => lockDataFolder(dir))

function inWords<T>(dir: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? NO_PLACE : fileErrorReason(error)
    if (!reason) throw error
    throw new Stop(
      EXIT.folderUnusable,
      'folder-unusable',
      localized(
        `数据目录${dir}无法使用：${reason.zh}。请解决后再试，或用--data另选目录`,
        `The data folder ${dir} cannot be used: ${reason.en}. Correct that and try again, or choose another one with --data`,
      ),
    )
  }
}
