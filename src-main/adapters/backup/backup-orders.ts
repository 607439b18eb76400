/** Defines the orders that the thread of backups takes, and its answers. */
import type { BackupPhase, BackupRestored, RestoreOrder, StoredCopies } from '#main/core/ports.ts'
import type { BackupMade } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { BackupOrder } from './make-backup.ts'

type ReadOrder = { data: string; folder: string }
type RemoveOrder = ReadOrder & {
  copies: readonly string[]
  schemaCopies: readonly string[]
}

export type ThreadOrder =
  | { task: 'make'; order: BackupOrder }
  | { task: 'read'; order: ReadOrder }
  | { task: 'remove'; order: RemoveOrder }
  | { task: 'restore'; order: RestoreOrder & { data: string } }

type Results = {
  make: BackupMade
  read: { ok: true } & StoredCopies
  remove: { ok: true }
  restore: BackupRestored
}
export type ResultOf<O extends ThreadOrder> = Results[O['task']] | Refusal

/** While it works, and at its end. */
export type ThreadMessage = { phase: BackupPhase } | { result: Results[keyof Results] | Refusal }
