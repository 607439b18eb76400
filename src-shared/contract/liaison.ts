/** The requests of talks with authorities and partners (往来), outside incidents. */
import { z } from 'zod'
import type { ImportedRow } from '../domain/imported-row.ts'
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

/** A row of a table: a talk of that day with that body about these words is that one. */
const talkRow = z.strictObject({
  row: z.int().min(1).max(1_048_576),
  on: LocalDate,
  whom: personal(200),
  kind: z.enum(TALK_KINDS),
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
  /** All rows or none. `preview`: says what would become of each and records nothing. */
  'liaison/import': defineRequest({
    ...command,
    large: true,
    prepare: true,
    input: z.strictObject({
      rows: z.array(talkRow).min(1).max(1_000),
      preview: z.boolean().nullish(),
    }),
    reply: reply<{ rows: readonly ImportedRow[] }>(),
  }),
  /** The last one first, then what was withdrawn. */
  'liaison/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ talks: readonly TalkRead[]; today: string }>(),
  }),
}
