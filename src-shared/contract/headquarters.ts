/** The request that says who forms the headquarters of one incident. */
import { z } from 'zod'
import { Id, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

/**
 * The whole list, which replaces the one before; empty dissolves it. A member is a person of the
 * register (`personId`) or anybody by name (`person`); `duty`: what they see to there.
 */
const headquartersOf = z.strictObject({
  incidentId: Id,
  members: z
    .array(
      z
        .strictObject({
          personId: Id.nullish(),
          person: personal(200).nullish(),
          postId: Id.nullish(),
          duty: personal(200).nullish(),
        })
        .refine(({ personId, person }) => (personId ?? person ?? null) !== null, {
          path: ['person'],
        }),
    )
    .max(50),
})

export const headquarters = {
  'incident/headquarters': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: headquartersOf,
    reply: reply<Empty>(),
  }),
}
