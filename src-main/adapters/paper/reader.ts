/** Has a paper read and drafted by threads of their own, within time and memory. */
import type { PaperDrafted, PaperReader, PaperWords } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { paperNotRead } from '#shared/domain/paper/refusals.ts'
import { boundedThreads } from '../bounded-threads.ts'
import { threadFile } from '../thread-file.ts'
import type { PaperTask } from './paper-task.ts'

const LONGEST_MS = 20_000
const MOST_MEMORY_MB = 384

/** `stop` ends what is under way. */
export type PaperThreads = PaperReader & { stop: () => Promise<void> }

/** `longest`: ms, after which a thread is ended. */
export function createPaperReader(longest = LONGEST_MS): PaperThreads {
  const threads = boundedThreads(threadFile(import.meta.dirname, 'paper-worker'), {
    longest,
    memory: MOST_MEMORY_MB,
  })
  const inTurn = async <Answer>(task: PaperTask): Promise<Answer | Refusal> =>
    (await threads.run<Answer>(task)) ?? paperNotRead()
  return {
    read: (path) => inTurn<PaperWords | Refusal>({ path }),
    draft: (paragraphs, options) => inTurn<PaperDrafted | Refusal>({ paragraphs, options }),
    stop: threads.stop,
  }
}
