/** The thread that makes one backup, so that the station's own never waits for the disk. */
import { parentPort, workerData } from 'node:worker_threads'
import { makeBackup, type BackupOrder } from './make-backup.ts'

const post = (result: unknown): void => parentPort?.postMessage(result)

// what it rejects with ends the thread, which its owner hears of
void makeBackup(workerData as BackupOrder).then(post)
