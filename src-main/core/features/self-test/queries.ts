/** The handler that reads what came of the last self-test, and when the next is made. */
import type { SelfTestRead } from '#shared/contract/self-test.ts'
import { nextSelfTest, selfTestDue } from '#shared/domain/self-test/due.ts'
import { hasPassed, USUAL_SELF_TEST } from '#shared/domain/self-test/self-test.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { selfTestsIn, timesOf, worldOf } from './world.ts'

/** Why one that is due is not made. */
function waitsFor(context: QueryContext): SelfTestRead['waits'] {
  const { isHeldBack, screens } = worldOf(context)
  if (isHeldBack) return 'incident'
  if (context.memory.storageFailedSince !== null) return 'storage'
  return screens === 0 ? 'wall' : null
}

const readSelfTest: QueryHandler<'walls/self-test-read'> = async (_input, context) => {
  const { memory, selfTestRun, now } = context
  const tests = selfTestsIn(memory)
  const { setting, last } = tests
  const [times, at] = [timesOf(memory), now()]
  return {
    ok: true,
    reply: {
      setting: setting ?? USUAL_SELF_TEST,
      running: selfTestRun.running() !== null,
      last: last && { ...last, passed: hasPassed(last) },
      nextAt: nextSelfTest(tests, times, at),
      waits: selfTestDue(tests, times, at) ? waitsFor(context) : null,
    },
  }
}

export const selfTestQueries = { 'walls/self-test-read': readSelfTest }
