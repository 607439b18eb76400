/** The requests of talks with authorities and partners (往来), outside incidents. */
import { z } from 'zod'
import { TALK_KINDS, type TalkKind } from '../domain/liaison/talk.ts'
import { LocalDate } from './dates.ts'
import { Id, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const command = { kind: 'command', who: ['dispatcher'], exclusive: true } as const

/**
 * The whole of it; without `talkId` it is a new one. `on`: local day. `contactId`: of the contacts;
 * `whom`: what the body is called; `person`: who of the site; `agreed`: what was agreed.
 */
const talk = z.strictObject({
  talkId: Id.nullish(),
  on: LocalDate,
  kind: z.enum(TALK_KINDS),
  contactId: Id.nullish(),
  whom: personal(200),
  person: personal(200),
  words: personal(5_000),
  agreed: personal(5_000).nullish(),
})

export type TalkRead = {
  id: string
  on: string
  kind: TalkKind
  contactId: string | null
  whom: string
  person: string
  words: string
  agreed: string | null
  at: number
  by: string
  withdrawn: { at: number; by: string; reason: string } | null
}

export const liaisonRequests = {
  'liaison/record': defineRequest({
    ...command,
    input: talk,
    reply: reply<{ talkId: string }>(),
  }),
  'liaison/withdraw': defineRequest({
    ...command,
    input: z.strictObject({ talkId: Id, reason: personal(2_000) }),
    reply: reply<Empty>(),
  }),
  /** The last one first, then what was withdrawn. */
  'liaison/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ talks: readonly TalkRead[]; today: string }>(),
  }),
}
