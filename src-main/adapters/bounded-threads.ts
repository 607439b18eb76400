/** Has work done by threads of their own, one at a time, each within time and memory. */
import { Worker } from 'node:worker_threads'

/** `longest`: ms, after which a thread is ended. `memory`: MB of what it may hold. */
type Bounds = { longest: number; memory: number }

/** `stop` ends what is under way. */
export type BoundedThreads = {
  /** What the thread of this task answers; null: it took too long or too much, or it failed. */
  run: <Answer>(task: unknown) => Promise<Answer | null>
  stop: () => Promise<void>
}

/**
 * `file`: the entry of the thread, which posts one message. There is one at a time, so that ten
 * tasks take no more memory than one.
 */
export function boundedThreads(file: string, { longest, memory }: Bounds): BoundedThreads {
  const threads = new Set<Worker>()

  const inThread = <Answer>(workerData: unknown): Promise<Answer | null> =>
    new Promise((resolve) => {
      let answer: Answer | null = null
      const thread = new Worker(file, {
        workerData,
        resourceLimits: { maxOldGenerationSizeMb: memory },
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
        resolve(answer)
      })
    })

  let last: Promise<unknown> = Promise.resolve()
  let isStopped = false
  return {
    run: <Answer>(task: unknown) => {
      const answer = last.then(() => (isStopped ? null : inThread<Answer>(task)))
      last = answer
      return answer
    },
    stop: async () => {
      isStopped = true
      await Promise.all([...threads].map((thread) => thread.terminate()))
    },
  }
}
