/**
 * Looks whether a data folder still has the lock and the record that this station took and opened.
 */
import type { FolderGuard } from '#main/core/ports.ts'
import { identityOf } from './data-lock.ts'
import type { DataLock } from './data-lock.ts'

/** `lock` of the folder that was taken; `record`: the file that is open by now. */
export function guardFolder(lock: Pick<DataLock, 'check'>, record: string): FolderGuard {
  const opened = identityOf(record)
  return {
    check: () => lock.check(),
    isRecordThere: () => opened === null || identityOf(record) === opened,
  }
}
