/** The requests about further callers of an incident, and about incidents that are the same. */
import { z } from 'zod'
import { MOST_PEOPLE } from '../domain/incident/record/scales.ts'
import { COUNTS } from '../domain/match/heard.ts'
import { Id, reply, Short, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

export const calling = {
  /**
   * Somebody else calls about it. Nothing of the words is set by itself. `place`, `casualties`: as
   * a person put right what the words tell.
   */
  'incident/caller': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({
      incidentId: Id,
      narrative: personal(10_000),
      reporter: personal(200).nullish(),
      channel: Short.nullish(),
      place: personal(200).nullish(),
      casualties: z.partialRecord(z.enum(COUNTS), z.int().min(0).max(MOST_PEOPLE)).nullish(),
    }),
    reply: reply<{ callerId: string }>(),
  }),
  /** Files the caller as an incident of its own, received when the call was. */
  'incident/caller-undo': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, callerId: Id, reason: personal(10_000) }),
    reply: reply<{ incidentId: string }>(),
  }),
  /** A telephone system announces a call; the same one again changes nothing. */
  'call/incoming': defineRequest({
    kind: 'signal',
    who: ['dispatcher'],
    input: z.strictObject({ callId: Id, number: personal(60), line: Short.nullish() }),
    reply: reply<Empty>(),
  }),
  /** The first who claims it has it. `by`: what others are told who did. */
  'call/claim': defineRequest({
    kind: 'signal',
    who: ['dispatcher'],
    input: z.strictObject({ callId: Id, by: Short }),
    reply: reply<{ claimed: boolean }>(),
  }),
  'call/ended': defineRequest({
    kind: 'signal',
    who: ['dispatcher'],
    input: z.strictObject({ callId: Id }),
    reply: reply<Empty>(),
  }),
  'incident/merge': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: z.strictObject({ incidentId: Id, into: Id, reason: personal(10_000) }),
    reply: reply<Empty>(),
  }),
}
