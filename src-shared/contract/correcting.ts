/**
 * The requests by which the record of an incident is put right, by addition: what was reported
 * wrongly, and what was done by mistake.
 */
import { z } from 'zod'
import { Id, Instant, reply, Short, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const AMENDED = ['place', 'type', 'channel', 'occurredAt', 'reporter', 'narrative'] as const

/** At least one of what was reported; `area` belongs to a place. */
const amend = z
  .strictObject({
    incidentId: Id,
    place: personal(200).nullish(),
    area: Short.nullish(),
    type: Id.nullish(),
    channel: Short.nullish(),
    occurredAt: Instant.nullish(),
    reporter: personal(200).nullish(),
    narrative: personal(10_000).nullish(),
    reason: personal(10_000),
  })
  .refine((input) => AMENDED.some((part) => (input[part] ?? null) !== null), { path: ['place'] })

const stopPlan = z.strictObject({
  incidentId: Id,
  planId: Id,
  reason: personal(10_000),
  reasons: z.record(Id, personal(10_000)).optional(),
})

export const correcting = {
  'incident/move-back': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ incidentId: Id, reason: personal(10_000) }),
    reply: reply<Empty>(),
  }),
  'incident/stop-plan': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: stopPlan,
    reply: reply<Empty>(),
  }),
  /** `commandId`: the id of the request that is taken back. */
  'incident/undo': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ incidentId: Id, commandId: Id }),
    reply: reply<Empty>(),
  }),
  'incident/amend': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: amend,
    reply: reply<Empty>(),
  }),
}
