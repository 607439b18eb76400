/** The requests of the three-minute drill: begun by one key at a calm desk, read, stopped. */
import { z } from 'zod'
import type { LocalizedText } from '../domain/text.ts'
import type { PastShortDrill, RunningShortDrill } from '../domain/three-minute-drill/stream.ts'
import { Nothing, reply, type Empty } from './parts.ts'
import { defineRequest } from './request.ts'

/**
 * `isCalm`: one may be begun now. `last`: what the last one came to; `steps`: the names of the
 * steps of its limits.
 */
export type ThreeMinuteRead = {
  isCalm: boolean
  running: RunningShortDrill | null
  last: PastShortDrill | null
  steps: Readonly<Record<string, LocalizedText>>
}

export const threeMinuteRequests = {
  /** `language`: of the report's sentence. */
  'practice/start': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    input: z.strictObject({ language: z.enum(['zh', 'en']) }),
    reply: reply<{ incidentId: string }>(),
  }),
  'practice/stop': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    prepare: true,
    input: Nothing,
    reply: reply<Empty>(),
  }),
  'practice/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<ThreeMinuteRead>(),
  }),
}
