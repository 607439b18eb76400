/**
 * Sign-offs (签收) of a plan: who has read what it says of their post, and in which revision
 * (S02-24). A new revision asks again.
 */
import * as is from '../form.ts'
import { isLearner, type Learner } from '../training/learner.ts'

/**
 * `readAt` in UTC ms: when it was read; `at`: when that was recorded. `paper`: signed on a sheet,
 * and entered.
 */
export type SignOff = {
  learner: Learner
  revision: string
  readAt: number
  paper: boolean
  at: number
  by: string
}

/** All that were recorded of a plan, in order; those that were taken back are left out. */
export type SignOffs = { planId: string; signed: readonly SignOff[] }

export const MOST_SIGNING = 500

/** The last one of a person; null: they never signed any revision. */
export const lastSignOff = (
  { signed }: Pick<SignOffs, 'signed'>,
  personId: string,
): SignOff | null => signed.findLast(({ learner }) => learner.personId === personId) ?? null

export const isSignOffs: is.Form = is.fields<SignOffs>({
  planId: is.words,
  signed: is.list(
    is.fields<SignOff>({
      learner: isLearner,
      revision: is.words,
      readAt: is.number,
      paper: is.flag,
      at: is.number,
      by: is.words,
    }),
  ),
})
