/** Decides on sign-offs of a plan. */
import { accept, refuse, type Decision, type Meta, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'
import type { Learner } from '../training/learner.ts'
import { lastSignOff, type SignOffs } from './sign-off.ts'
import type { SignOffEvent } from './stream.ts'

/** `readAt` null: now. */
export type SignOffPlan = {
  type: 'SignOffPlan'
  revision: string
  learners: readonly Learner[]
  readAt: number | null
  paper: boolean
}
export type TakeBackSignOff = { type: 'TakeBackSignOff'; revision: string; personId: string }
export type SignOffCommand = SignOffPlan | TakeBackSignOff

const readAhead = (): Refusal =>
  refuse('bad-input', localized('签收时间不能晚于现在', '`at` must not lie ahead of now'), ['at'])
const otherRevision = (): Refusal =>
  refuse(
    'plan-changed',
    localized(
      '预案已有新的版本，请重新打开，读过后再签收',
      'The plan has a newer revision: open it again, read it, then sign',
    ),
  )
const allSigned = (): Refusal =>
  refuse('no-change', localized('这一版都已签收', 'All of them have signed this revision'))
const notSigned = (): Refusal =>
  refuse('no-change', localized('这一版没有此人的签收', 'This person has not signed this revision'))

/**
 * `current`: the revision in force. Whoever has signed it already is left out. Refused: another
 * revision than that (`plan-changed`), an instant ahead of now (`bad-input`), nobody left to sign
 * or none to take back (`no-change`).
 */
export function decideSignOff(
  before: SignOffs,
  command: SignOffCommand,
  { at }: Meta,
  { current }: { current: string },
): Decision<SignOffEvent> {
  const { revision } = command
  if (command.type === 'TakeBackSignOff') {
    const { personId } = command
    return lastSignOff(before, personId)?.revision === revision
      ? accept({ type: 'SignOffTakenBack', revision, personId })
      : notSigned()
  }
  if (revision !== current) return otherRevision()
  const { readAt, paper } = command
  if (readAt !== null && readAt > at) return readAhead()
  const learners = command.learners.filter(
    ({ personId }) => personId === null || lastSignOff(before, personId)?.revision !== revision,
  )
  return learners.length > 0
    ? accept({ type: 'PlanSignedOff', revision, learners, readAt: readAt ?? at, paper })
    : allSigned()
}
