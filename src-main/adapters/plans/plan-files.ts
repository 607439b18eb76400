/** Fulfils the `PlanFiles` port by threads of their own, within time and memory. */
import type { PlanFiles } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { boundedThreads } from '../bounded-threads.ts'
import { threadFile } from '../thread-file.ts'
import type { PlanFileTask } from './plan-file-task.ts'

const LONGEST_MS = 20_000
const MOST_MEMORY_MB = 256

/** `stop` ends what is under way. */
export type PlanFileThreads = PlanFiles & { stop: () => Promise<void> }

const NOT_READ = {
  ok: false,
  findings: [
    {
      severity: 'error',
      code: 'bad-yaml',
      path: '',
      message: localized(
        '这个文件读了太久，或占用内存过多，没有读完；请在原来的单位重新导出，或分成几份',
        'Reading this file took too long or too much memory: export it again at the other site, or split it',
      ),
    },
  ],
} as const

/** `longest`: ms, after which a thread is ended. */
export function createPlanFiles(longest = LONGEST_MS): PlanFileThreads {
  const threads = boundedThreads(threadFile(import.meta.dirname, 'plan-file-worker'), {
    longest,
    memory: MOST_MEMORY_MB,
  })
  const run = <Answer>(task: PlanFileTask): Promise<Answer | null> => threads.run(task)
  async function written(task: PlanFileTask): Promise<string> {
    const text = await run<string>(task)
    if (text === null) throw new Error('plan text not written')
    return text
  }
  return {
    readPlan: async (text) => (await run({ do: 'readPlan', written: text })) ?? NOT_READ,
    readPackage: async (text) => (await run({ do: 'readPackage', written: text })) ?? NOT_READ,
    writePlan: (draft) => written({ do: 'writePlan', draft }),
    writePackage: (whole) => written({ do: 'writePackage', whole }),
    stop: threads.stop,
  }
}
