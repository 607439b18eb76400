/** Explains a failure of the file system to a person, in both languages. */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { isDiskFull } from './journal/errors.ts'

const FULL = localized('磁盘已满', 'the disk is full')
const REASONS: Readonly<Record<string, LocalizedText>> = {
  ENOTDIR: localized('它不是目录，或在一个文件下面', 'it is not a folder, or lies below a file'),
  EISDIR: localized('它是目录', 'it is a folder'),
  ENOTFILE: localized(
    '其中的lock.db不是普通文件，请移走',
    'its lock.db is not an ordinary file: move it away',
  ),
  EACCES: localized('没有权限，或它属于其他用户', 'no permission, or it belongs to another user'),
  EPERM: localized('没有权限，或它属于其他用户', 'no permission, or it belongs to another user'),
  EBUSY: localized('正被其他程序打开', 'another program has it open'),
  EROFS: localized('所在磁盘只读', 'its disk is read-only'),
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOENT: localized('没有这个目录', 'there is no such folder'),
}

/** Null for a fault of ours, which is no failure of the file system. */
export function fileErrorReason(error: unknown): LocalizedText | null {
  if (isDiskFull(error)) return FULL
  const { code, message, errcode } = error as NodeJS.ErrnoException & { errcode?: number }
  // Node's own words for a wrong call
  const ours = code === undefined ? errcode === undefined : code.startsWith('ERR_')
  return REASONS[code ?? ''] ?? (ours ? null : localized(message, message))
}

export const isOutOfSpace = (error: unknown): boolean => fileErrorReason(error) === FULL
