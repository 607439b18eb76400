/** The requests about further callers of an incident, and about incidents that are the same. */
import { z } from 'zod'
import { MOST_PEOPLE } from '../domain/incident/record/scales.ts'
import type { CallHistory } from '../domain/calls/history.ts'
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
  /** Leaves out one line of what a caller or a merged incident (`from`, its id) told. */
  'incident/news-dismiss': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, from: Id, line: Short }),
    reply: reply<Empty>(),
  }),
  /** Puts right who called and by which number one calls back. */
  'incident/caller-amend': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id, callerId: Id, reporter: personal(200) }),
    reply: reply<Empty>(),
  }),
  /** Who has this number by the registers, and about which incidents on the board it called. */
  'call/history': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ number: personal(60) }),
    reply: reply<CallHistory>(),
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
