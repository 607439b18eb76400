/** The requests of ad-hoc tasks: what somebody orders besides the plan, and who has heard it. */
import { z } from 'zod'
import { DAY_MS, MINUTE_MS } from '../domain/units.ts'
import { Id, Instant, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

/** A post, a person of the register, or anybody by name: one of the three. */
export const owner = z
  .strictObject({
    postId: Id.nullish(),
    personId: Id.nullish(),
    person: personal(200).nullish(),
  })
  .refine(
    ({ postId, personId, person }) =>
      [postId, personId, person].filter((part) => part).length === 1,
    { path: ['postId'] },
  )
/** `limitMs` from now, or `dueAt` (UTC ms); neither: it has no limit. */
const task = z
  .strictObject({
    incidentId: Id,
    text: personal(200),
    owner,
    limitMs: z
      .int()
      .min(MINUTE_MS)
      .max(30 * DAY_MS)
      .nullish(),
    dueAt: Instant.nullish(),
    lifeSafety: z.boolean().optional(),
    named: z.array(owner).max(50).optional(), // of a post everybody who is on duty there
  })
  .refine(({ limitMs, dueAt }) => !limitMs || !dueAt, { path: ['dueAt'] })

export const taskRequests = {
  'incident/task': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: task,
    reply: reply<{ stepId: string }>(),
  }),
  'incident/heard': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({
      incidentId: Id,
      stepId: Id,
      member: Id,
      heardAt: Instant.nullish(),
    }),
    reply: reply<Empty>(),
  }),
}
