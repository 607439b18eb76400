/**
 * The requests of stock-takings, as a task that somebody else reviews, and of supply requests: what
 * the office orders from the situation on site.
 */
import { z } from 'zod'
import type { TakingRead } from '../domain/stock-taking/draw.ts'
import type { SupplyRequestRead } from '../domain/supply-request/draw.ts'
import { REQUEST_STATES } from '../domain/supply-request/request.ts'
import { SUPPLY_CLASSES } from '../domain/supplies/supply.ts'
import { Id, Instant, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import { Amount } from './supplies.ts'
import { owner } from './tasks.ts'

const Why = personal(2_000)
const Name = personal(200)
const ofTaking = z.strictObject({ takingId: Id })
const ofRequest = z.strictObject({ requestId: Id })
const command = { kind: 'command', who: ['dispatcher'], exclusive: true } as const

export const stockRequests = {
  /** Left out: of every place, of every class. */
  'supply/taking-begin': defineRequest({
    ...command,
    input: z.strictObject({
      placeId: Id.nullish(),
      class: z.enum(SUPPLY_CLASSES).nullish(),
    }),
    reply: reply<{ takingId: string; number: string }>(),
  }),
  'supply/taking-count': defineRequest({
    ...command,
    input: ofTaking.extend({
      lines: z
        .array(
          z.strictObject({
            supplyId: Id,
            batchId: Id,
            count: Amount,
            words: Why.nullish(),
          }),
        )
        .min(1)
        .max(500),
    }),
    reply: reply<Empty>(),
  }),
  /** `by`: who counted; left out who sends it. */
  'supply/taking-hand-in': defineRequest({
    ...command,
    input: ofTaking.extend({ by: Name.nullish() }),
    reply: reply<Empty>(),
  }),
  /** `by`: another than who counted. `ok`: the differences are booked; else it is counted again. */
  'supply/taking-review': defineRequest({
    ...command,
    input: ofTaking.extend({ ok: z.boolean(), words: Why.nullish(), by: Name.nullish() }),
    reply: reply<Empty>(),
  }),
  'supply/taking-abandon': defineRequest({
    ...command,
    input: ofTaking.extend({ reason: Why }),
    reply: reply<Empty>(),
  }),
  /** Those that run first, then the last that ended; each with its lines. */
  'supply/takings': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ takings: readonly TakingRead[] }>(),
  }),
  /** `of`: who is to provide it. `planId`, `stepId`: the step that it is for. */
  'supply/request-order': defineRequest({
    ...command,
    input: z.strictObject({
      what: Why,
      of: owner,
      incidentId: Id.nullish(),
      planId: Id.nullish(),
      stepId: Id.nullish(),
    }),
    reply: reply<{ requestId: string; number: string }>(),
  }),
  /** `at`: when it was so, if it is told later. Cancelling needs `words`. */
  'supply/request-move': defineRequest({
    ...command,
    input: ofRequest.extend({
      to: z.enum(REQUEST_STATES).exclude(['ordered']),
      at: Instant.nullish(),
      words: Why.nullish(),
    }),
    reply: reply<Empty>(),
  }),
  /** Takes its last step back; within ten minutes. */
  'supply/request-undo': defineRequest({
    ...command,
    input: ofRequest,
    reply: reply<Empty>(),
  }),
  /** Of an incident, or all: those that are open first, then the last. */
  'supply/requests': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id.nullish() }),
    reply: reply<{ requests: readonly SupplyRequestRead[] }>(),
  }),
}
