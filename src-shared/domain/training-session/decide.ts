/** Decides on a training session: set, set anew with who was there, withdrawn. */
import { accept, refuse, type Decision, type Meta, type Refusal } from '../decision.ts'
import { localDate } from '../calendar.ts'
import { tooFarAhead } from '../due-days.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { courseEnded, unknownCourse } from '../training-course/refusals.ts'
import type { Session, SessionWords } from './session.ts'
import type { SessionEvent } from './stream.ts'

export type SetSession = { type: 'SetSession'; isNew: boolean; words: SessionWords }
export type WithdrawSession = { type: 'WithdrawSession'; reason: Sealed }
export type SessionCommand = SetSession | WithdrawSession

/**
 * `zone`: of the site. The course of the session: `none` where there is no such, `ended` where
 * nobody owes it.
 */
export type SessionWorld = { course: 'open' | 'ended' | 'none'; zone: string }

export const unknownTraining = (): Refusal =>
  refuse(
    'unknown-training',
    localized('没有这场培训，或已作废', 'There is no such session, or it was withdrawn'),
  )
const attendedAhead = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '培训还没到时间，不能登记到场的人：先只安排',
      'The session has not been held yet: arrange it without attendees',
    ),
    ['attendees'],
  )

/**
 * Refused: a session that nobody set or that was withdrawn (`unknown-training`), one of no course
 * (`unknown-course`) or, new, of one that has ended (`course-ended`), people at a session that lies
 * ahead, a day that is years ahead (`bad-input`).
 */
export function decideSession(
  session: Session | null,
  command: SessionCommand,
  { at }: Meta,
  { course, zone }: SessionWorld,
): Decision<SessionEvent> {
  const isNew = command.type === 'SetSession' && command.isNew
  if (!isNew && (!session || session.withdrawn)) return unknownTraining()
  if (command.type === 'WithdrawSession')
    return accept({ type: 'SessionWithdrawn', reason: command.reason })
  const { words } = command
  if (course === 'none') return unknownCourse()
  if (course === 'ended' && isNew) return courseEnded()
  if (words.heldAt > at && words.attendees.length > 0) return attendedAhead()
  return (
    tooFarAhead(localDate(words.heldAt, zone), localDate(at, zone)) ??
    accept({ type: 'SessionSet', ...words })
  )
}
