/** Has a thread look at every page of a record that a station has open. */
import { Worker } from 'node:worker_threads'
import { threadFile } from '../thread-file.ts'

/**
 * Whether SQLite finds nothing wrong with the file, its indexes and its free pages. Rejects if it
 * cannot be looked at.
 */
export function arePagesWhole(file: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile(import.meta.dirname, 'page-check-worker'), {
      workerData: file,
    })
    thread.unref()
    thread.once('message', (result: string) => resolve(result === 'ok'))
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the pages of the record were not looked at')))
  })
}
