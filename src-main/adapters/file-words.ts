/**
 * What the file system's words for a failure mean to a person, in both languages. It touches no
 * file.
 */
import { text, type Text } from '#shared/domain/text.ts'
import { isDiskFull } from './journal/errors.ts'

const FULL = text('磁盘已满', 'the disk is full')
const REASONS: Readonly<Record<string, Text>> = {
  ENOTDIR: text('它不是目录', 'it is not a folder'),
  EISDIR: text('它是目录', 'it is a folder'),
  EACCES: text('没有权限，或它属于其他用户', 'no permission, or it belongs to another user'),
  EPERM: text('没有权限，或它属于其他用户', 'no permission, or it belongs to another user'),
  EBUSY: text('正被其他程序打开', 'another program has it open'),
  EROFS: text('所在磁盘只读', 'its disk is read-only'),
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOENT: text('没有这个目录', 'there is no such folder'),
}

/** Null for what is no failure of the file system, but a fault of ours. */
export function reasonOf(error: unknown): Text | null {
  if (isDiskFull(error)) return FULL
  const { code, message, errcode } = error as NodeJS.ErrnoException & { errcode?: number }
  // Node's own words for a wrong call
  const ours = code === undefined ? errcode === undefined : code.startsWith('ERR_')
  return REASONS[code ?? ''] ?? (ours ? null : text(message, message))
}

export const isFull = (error: unknown): boolean => reasonOf(error) === FULL
