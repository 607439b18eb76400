/**
 * Looks whether a data folder still has the lock and the record that this station took and opened.
 */
import type { FolderGuard } from '#main/core/ports.ts'
import { identityOf } from './data-lock.ts'
import type { DataLock } from './data-lock.ts'
import type { HeadWitness } from './journal/head-witness.ts'

/**
 * `lock` of the folder that was taken; `record`: the file that is open by now; `witness` of how far
 * it goes.
 */
export function guardFolder(
  lock: Pick<DataLock, 'check'>,
  record: string,
  witness: Pick<HeadWitness, 'isWritten'>,
): FolderGuard {
  const opened = identityOf(record)
  return {
    check: () => lock.check(),
    isRecordThere: () => opened === null || identityOf(record) === opened,
    isHeadWritten: () => witness.isWritten(),
  }
}
