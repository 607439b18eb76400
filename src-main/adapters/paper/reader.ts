/** Has a paper read and drafted by threads of their own, within time and memory. */
import { Worker } from 'node:worker_threads'
import type { PaperDrafted, PaperReader, PaperWords } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { paperNotRead } from '#shared/domain/paper/refusals.ts'
import { threadFile } from '../thread-file.ts'
import type { PaperTask } from './paper-task.ts'

const LONGEST_MS = 20_000
const MOST_MEMORY_MB = 384

/** `stop` ends what is under way. */
export type PaperThreads = PaperReader & { stop: () => Promise<void> }

/**
 * `longest`: ms, after which a thread is ended. There is one at a time, so that ten papers take no
 * more memory than one.
 */
export function createPaperReader(longest = LONGEST_MS): PaperThreads {
  const threads = new Set<Worker>()

  const inThread = <Answer>(workerData: PaperTask): Promise<Answer | Refusal> =>
    new Promise((resolve) => {
      let answer: Answer | null = null
      const thread = new Worker(threadFile(import.meta.dirname, 'paper-worker'), {
        workerData,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
      })
      threads.add(thread)
      const clock = setTimeout(() => void thread.terminate(), longest)
      thread.on('message', (message: Answer) => {
        answer = message
      })
      thread.on('error', () => undefined) // out of memory, or a fault: its end answers
      thread.on('exit', () => {
        clearTimeout(clock)
        threads.delete(thread)
        resolve(answer ?? paperNotRead())
      })
    })

  let last: Promise<unknown> = Promise.resolve()
  let isStopped = false
  const inTurn = <Answer>(task: PaperTask): Promise<Answer | Refusal> => {
    const answer = last.then(() => (isStopped ? paperNotRead() : inThread<Answer>(task)))
    last = answer
    return answer
  }

  return {
    read: (path) => inTurn<PaperWords | Refusal>({ path }),
    draft: (paragraphs, options) => inTurn<PaperDrafted | Refusal>({ paragraphs, options }),
    stop: async () => {
      isStopped = true
      await Promise.all([...threads].map((thread) => thread.terminate()))
    },
  }
}
