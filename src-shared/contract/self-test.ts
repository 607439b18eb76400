/** The requests of the self-test: begun by hand, answered by a wall, read, and when it is made. */
import { z } from 'zod'
import type { SelfTestResult, SelfTestSetting } from '../domain/self-test/self-test.ts'
import { TimeOfDay } from './dates.ts'
import { Id, Nothing, reply, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

/**
 * `last`: the latest that came to an end, with whether it passed; null: none was ever made.
 * `nextAt` (UTC ms): when the next is due. `waits`: one is due now and waits for this.
 */
export type SelfTestRead = {
  setting: SelfTestSetting
  running: boolean
  last: (SelfTestResult & { passed: boolean }) | null
  nextAt: number
  waits: 'incident' | 'wall' | 'storage' | null
}

export const selfTestRequests = {
  'walls/self-test-read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<SelfTestRead>(),
  }),
  /** Silent. Nothing follows while one is under way. */
  'walls/self-test': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: Nothing,
    reply: reply<Empty>(),
  }),
  /** When it is made each day, and whether it is heard at the beginning of each shift. */
  'walls/self-test-set': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ time: TimeOfDay, aloud: z.boolean() }),
    reply: reply<Empty>(),
  }),
  /**
   * What a wall has to say to the test that the beat brought: whether its page shows the mark,
   * whether the browser has painted it, and how loud the tone was before the loudspeaker (dBFS).
   */
  'wall/self-test': defineRequest({
    kind: 'signal',
    who: ['wall'],
    input: z.strictObject({
      wallId: Id,
      testId: Id,
      dom: z.boolean(),
      picture: z.boolean(),
      level: z.number().min(-200).max(20).nullable(),
    }),
    reply: reply<Empty>(),
  }),
}
