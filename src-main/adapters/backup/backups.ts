/** Has the backups of a running station made by a thread of their own, one after another. */
import { Worker } from 'node:worker_threads'
import type { BackupMade, Backups, Log } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { refuse } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { threadFile } from '../thread-file.ts'
import { libraryDigest } from '../plans/compiled.ts'
import { backupFailed } from './backup-refusals.ts'
import type { BackupOrder } from './make-backup.ts'

/** A thread that needs more ends, and it alone. */
const MOST_MEMORY_MB = 768

const stopping = (): Refusal =>
  refuse(
    'stopping',
    localized('值守站正在关闭，没有备份', 'The station is stopping: no backup was made'),
  )

/** `data`: the folder of the station that runs; `program`: its version; `plans`: its library. */
export function createBackups(data: string, program: string, plans: string, log: Log): Backups {
  let queue: Promise<unknown> = Promise.resolve()
  let stopped = false
  let worker: Worker | null = null

  function run(order: BackupOrder): Promise<BackupMade | Refusal> {
    if (stopped) return Promise.resolve(stopping())
    return new Promise((resolve) => {
      let result: BackupMade | Refusal | null = null
      const failed = (error: unknown): void => log.error('backup-failed', error)
      const thread = new Worker(threadFile(import.meta.dirname, 'backup-worker'), {
        workerData: order,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
      })
      worker = thread
      thread.on('message', (message: BackupMade | Refusal) => {
        result = message
      })
      thread.on('error', failed)
      thread.on('messageerror', failed)
      thread.on('exit', () => {
        worker = null
        resolve(result ?? (stopped ? stopping() : backupFailed()))
      })
    })
  }

  return {
    make(folder, site, at) {
      const backup = queue.then(() =>
        run({ data, folder, at, site, program, library: libraryDigest(plans), open: true }),
      )
      queue = backup.catch(() => undefined)
      return backup.catch((error: unknown) => {
        log.error('backup-failed', error)
        return backupFailed()
      })
    },
    async stop() {
      stopped = true
      await worker?.terminate()
      await queue
    },
  }
}
