/** The requests of warnings from outside: entered, adjusted, told, lifted, and the list of them. */
import { z } from 'zod'
import type { BoardWarning } from '../domain/board/warnings.ts'
import { WARNINGS } from '../domain/incident/record/scales.ts'
import { Id, Instant, reply, Short, written, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const Long = written(2_000)
const reason = personal(10_000).nullish()

/** The eight of 突发事件应对法 art. 64, and until when it holds. */
const fields = {
  kind: Short,
  warning: z.enum(WARNINGS),
  startsAt: Instant,
  until: Instant.nullish(),
  area: Short,
  content: Long,
  measures: Long,
  publisher: Short,
  publishedAt: Instant,
}

export const warningRequests = {
  /** `told`: who has been told of it already. */
  'warning/enter': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ ...fields, told: z.array(personal(200)).max(50).optional() }),
    reply: reply<{ warningId: string }>(),
  }),
  /** What is left out stays as it was; `until` null: until it is lifted. */
  'warning/adjust': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({
      warningId: Id,
      ...z.object(fields).partial().shape,
      reason,
    }),
    reply: reply<Empty>(),
  }),
  'warning/told': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ warningId: Id, who: personal(200) }),
    reply: reply<Empty>(),
  }),
  'warning/lift': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ warningId: Id, reason }),
    reply: reply<Empty>(),
  }),
  /** All that ever were, the newest first. */
  'warning/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ offset: z.int().min(0).max(100_000).optional() }),
    reply: reply<{ warnings: readonly BoardWarning[]; total: number }>(),
  }),
}
