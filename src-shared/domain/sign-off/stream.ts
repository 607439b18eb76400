/** The streams of sign-offs, one for each plan. */
import { defineStream } from '../event-stream.ts'
import { localized } from '../text.ts'
import type { Learner } from '../training/learner.ts'
import { isSignOffs, type SignOffs } from './sign-off.ts'

/** These have read this revision. */
export type PlanSignedOff = {
  type: 'PlanSignedOff'
  revision: string
  learners: readonly Learner[]
  readAt: number
  paper: boolean
}
/** The sign-off of this revision by this person was recorded by mistake. */
export type SignOffTakenBack = { type: 'SignOffTakenBack'; revision: string; personId: string }
export type SignOffEvent = PlanSignedOff | SignOffTakenBack

export const signOffStream = defineStream<SignOffs, SignOffEvent, { 'sign-offs': SignOffs }>({
  name: 'sign-off.',
  initial: (planId) => ({ planId, signed: [] }),
  evolve({ planId, signed }, event) {
    const { revision, at, by } = event
    if (event.type === 'SignOffTakenBack')
      return {
        planId,
        signed: signed.filter(
          ({ learner, ...entry }) =>
            learner.personId !== event.personId || entry.revision !== revision,
        ),
      }
    const { learners, readAt, paper } = event
    return {
      planId,
      signed: [
        ...signed,
        ...learners.map((learner) => ({ learner, revision, readAt, paper, at, by })),
      ],
    }
  },
  documents: {
    'sign-offs': {
      of: (state) => state,
      name: localized('预案签收', 'sign-offs of plans'),
      hasForm: (body, id) => isSignOffs(body) && (body as SignOffs).planId === id,
    },
  },
})
