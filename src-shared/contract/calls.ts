/** The request that asks who is rung for what is open in an incident, one after the other. */
import { z } from 'zod'
import type { LinkKind } from '../domain/calls/chain.ts'
import type { LocalizedText } from '../domain/text.ts'
import { Id, reply } from './parts.ts'
import { defineRequest } from './request.ts'

/** `number`: the one that is rung first; null where the register has none. */
export type CallLink = {
  postId: string
  post: LocalizedText
  personId: string
  person: string
  number: string | null
  kind: LinkKind
}
/** Of one post that an open step rings or that has to do it: whom to ring, in order. */
export type CallChain = { stepId: string; postId: string; links: readonly CallLink[] }

export const callRequests = {
  'incident/whom': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: z.strictObject({ incidentId: Id }),
    reply: reply<{ chains: readonly CallChain[] }>(),
  }),
}
