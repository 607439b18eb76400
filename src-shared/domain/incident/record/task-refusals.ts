/** Says why an ad-hoc task is refused, or what is told of one. */
import { refuse, type Refusal } from '../../decision.ts'
import { localized } from '../../text.ts'

export const taskDueInPast = (): Refusal =>
  refuse(
    'bad-input',
    localized('任务的时限已经过了，请改晚', 'The limit of the task is over: set a later one'),
  )
export const unknownMember = (): Refusal =>
  refuse(
    'unknown-person',
    localized('这个人不在任务点名的人里', 'This person is not among those whom the task names'),
  )
export const taskTakesNoHearing = (by: string): Refusal =>
  refuse(
    'step-finished',
    localized(`任务已由${by}记录完成`, `The task was already finished by ${by}`),
  )
export const heardOutOfTime = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '听到的时间不能早于下达任务，也不能晚于现在',
      'Nobody can have heard it before it was ordered, or in the future',
    ),
  )
/** `members`: ids of those who are missing. */
export const notAllHeard = (members: readonly string[]): Refusal =>
  refuse(
    'not-all-heard',
    localized(
      `还有${members.length}人没有回应：逐人点“听到了”，或写明原因`,
      `${members.length} of those named have not acknowledged: mark each, or give a reason`,
    ),
    members,
  )
