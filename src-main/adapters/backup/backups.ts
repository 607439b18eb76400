/** Has the work on backups of a running station done by threads of their own, one after another. */
import { Worker } from 'node:worker_threads'
import type { BackupPhase, Backups, Log } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { refuse } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { threadFile } from '../thread-file.ts'
import { libraryDigest } from '../plans/compiled.ts'
import { backupFailed } from './backup-refusals.ts'
import type { ResultOf, ThreadMessage, ThreadOrder } from './backup-orders.ts'

/** A thread that needs more ends, and it alone. */
const MOST_MEMORY_MB = 768

const stopping = (): Refusal =>
  refuse(
    'stopping',
    localized('值守站正在关闭，没有备份', 'The station is stopping: no backup was made'),
  )

/** `switchTo`: how this host runs on another folder; null: it cannot. */
type Host = { data: string; program: string; plans: string; switchTo?: Backups['switchTo'] }

/** `data`: the folder of the station that runs; `program`: its version; `plans`: its library. */
export function createBackups({ data, program, plans, switchTo = null }: Host, log: Log): Backups {
  let queue: Promise<unknown> = Promise.resolve()
  let stopped = false
  let worker: Worker | null = null

  function run<O extends ThreadOrder>(
    order: O,
    onPhase: (phase: BackupPhase) => void,
  ): Promise<ResultOf<O>> {
    if (stopped) return Promise.resolve(stopping())
    return new Promise((resolve) => {
      let result: ResultOf<O> | null = null
      const failed = (error: unknown): void => log.error('backup-failed', error)
      const thread = new Worker(threadFile(import.meta.dirname, 'backup-worker'), {
        workerData: order,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
      })
      worker = thread
      thread.on('message', (message: ThreadMessage) => {
        if ('phase' in message) onPhase(message.phase)
        else result = message.result as ResultOf<O>
      })
      thread.on('error', failed)
      thread.on('messageerror', failed)
      thread.on('exit', () => {
        worker = null
        resolve(result ?? (stopped ? stopping() : backupFailed()))
      })
    })
  }

  function inTurn<O extends ThreadOrder>(
    order: O,
    onPhase: (phase: BackupPhase) => void = () => undefined,
  ): Promise<ResultOf<O>> {
    const turn = queue.then(() => run(order, onPhase))
    queue = turn.catch(() => undefined)
    return turn.catch((error: unknown) => {
      log.error('backup-failed', error)
      return backupFailed()
    })
  }

  return {
    make(folder, site, at, onPhase) {
      const library = libraryDigest(plans)
      const order = { data, folder, at, site, program, library, open: true }
      return inTurn({ task: 'make', order }, onPhase)
    },
    read: (folder) => inTurn({ task: 'read', order: { data, folder } }),
    remove: (folder, names) => inTurn({ task: 'remove', order: { data, folder, ...names } }),
    restore: (order) => inTurn({ task: 'restore', order: { ...order, data } }),
    switchTo,
    async stop() {
      stopped = true
      await worker?.terminate()
      await queue
    },
  }
}
