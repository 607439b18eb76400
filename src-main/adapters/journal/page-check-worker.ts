/** The thread that has SQLite look at every page of a record, so that no command waits for it. */
import { parentPort, workerData } from 'node:worker_threads'
import { isCorrupt } from './errors.ts'
import { readReadOnly } from './sqlite-closed.ts'
import { pragma } from './sqlite-connection.ts'

function lookAt(file: string): string {
  try {
    return readReadOnly(file, (db) => String(pragma(db, 'integrity_check(1)')))
  } catch (error) {
    if (isCorrupt(error)) return String(error)
    throw error // ends the thread, which its owner hears of
  }
}

parentPort?.postMessage(lookAt(workerData as string))
