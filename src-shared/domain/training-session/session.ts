/**
 * A training session (培训场次) as it stands: which course, when, where, who led it, and who was
 * there. In the record of the site it is what shows that training took place (S01-11, S02-23).
 */
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { isLearner, type Learner } from '../training/learner.ts'

/** `heldAt` in UTC ms: ahead of now it is arranged, and nobody was there yet. `minutes` 0: nobody
 * has written down how long it was. */
export type SessionWords = {
  courseId: string
  heldAt: number
  minutes: number
  place: string
  leader: Learner
  attendees: readonly Learner[]
}

/** `version`: events of the stream when this was folded. */
export type Session = SessionWords & {
  id: string
  version: number
  withdrawn: { at: number; by: string; reason: Sealed } | null
}

export const MOST_ATTENDEES = 500
export const LONGEST_MINUTES = 24 * 60

/** Held by `now` (UTC ms), and not withdrawn. */
export const isHeld = ({ heldAt, withdrawn }: Session, now: number): boolean =>
  withdrawn === null && heldAt <= now

export const isSession: is.Form = is.fields<Session>({
  id: is.words,
  version: is.number,
  courseId: is.words,
  heldAt: is.number,
  minutes: is.number,
  place: is.words,
  leader: isLearner,
  attendees: is.list(isLearner),
  withdrawn: is.orNull(
    is.fields<NonNullable<Session['withdrawn']>>({
      at: is.number,
      by: is.words,
      reason: is.sealed,
    }),
  ),
})
