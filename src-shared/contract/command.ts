/** The requests of command: handed over, watched over once contained, passed on to another body. */
import { z } from 'zod'
import { Id, Instant, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const reason = personal(10_000).nullish()
/** A post, a person of the register, or anybody by name: one of the three. */
const to = z
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
const MOST_MINUTES = 24 * 60

export const commandRequests = {
  'incident/command': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, to, reason }),
    reply: reply<Empty>(),
  }),
  'incident/watch': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, minutes: z.int().min(1).max(MOST_MINUTES), reason }),
    reply: reply<Empty>(),
  }),
  'incident/transfer': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({
      incidentId: Id,
      body: personal(200), // to whom, as an organisation
      person: personal(200).nullish(),
      at: Instant.nullish(),
      reason,
    }),
    reply: reply<Empty>(),
  }),
}
