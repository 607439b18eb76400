/** Has the words of a paper read by a thread of its own, within time and memory. */
import { Worker } from 'node:worker_threads'
import type { Refusal } from '#shared/domain/decision.ts'
import { paperNotRead } from '#shared/domain/paper/refusals.ts'
import { threadFile } from '../thread-file.ts'
import type { PaperWords } from './read-paper.ts'

const LONGEST_MS = 20_000
const MOST_MEMORY_MB = 384

/**
 * `read`: the words of the file at this path, or why there are none; it never rejects. `stop` ends
 * what is being read.
 */
export type PaperReader = {
  read: (path: string, fileName: string) => Promise<PaperWords | Refusal>
  stop: () => Promise<void>
}

/** `longest`: ms, after which a thread is ended. */
export function createPaperReader(longest = LONGEST_MS): PaperReader {
  const threads = new Set<Worker>()
  return {
    read: (path) =>
      new Promise((resolve) => {
        let words: PaperWords | Refusal | null = null
        const thread = new Worker(threadFile(import.meta.dirname, 'paper-worker'), {
          workerData: path,
          resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
        })
        threads.add(thread)
        const clock = setTimeout(() => void thread.terminate(), longest)
        thread.on('message', (message: PaperWords | Refusal) => {
          words = message
        })
        thread.on('error', () => undefined) // out of memory, or a fault: its end answers
        thread.on('exit', () => {
          clearTimeout(clock)
          threads.delete(thread)
          resolve(words ?? paperNotRead())
        })
      }),
    stop: async () => {
      await Promise.all([...threads].map((thread) => thread.terminate()))
    },
  }
}
