/** The thread that works on backups, so that the station's own never waits for the disk. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadMessage, ThreadOrder } from './backup-orders.ts'
import { makeBackup } from './make-backup.ts'
import { readPlace, removeCopies } from './place.ts'
import { restoreInto } from './restore-into.ts'

const post = (message: ThreadMessage): void => parentPort?.postMessage(message)

async function work(order: ThreadOrder): Promise<void> {
  switch (order.task) {
    case 'make':
      return post({ result: await makeBackup(order.order, (phase) => post({ phase })) })
    case 'read':
      return post({ result: readPlace(order.order) })
    case 'remove':
      return post({ result: removeCopies(order.order) })
    case 'restore':
      return post({ result: await restoreInto(order.order) })
  }
}

// what it rejects with ends the thread, which its owner hears of
void work(workerData as ThreadOrder)
