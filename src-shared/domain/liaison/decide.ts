/** Decides on a talk with an authority or partner: recorded, put right, withdrawn. */
import { accept, refuse, unreachable, type Decision, type Refusal } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import type { Talk, TalkFields } from './talk.ts'
import type { TalkEvent } from './stream.ts'

/** The whole of it. */
export type RecordTalk = { type: 'RecordTalk'; fields: TalkFields }
export type WithdrawTalk = { type: 'WithdrawTalk'; reason: Sealed }
export type TalkCommand = RecordTalk | WithdrawTalk

export const unknownTalk = (): Refusal =>
  refuse('unknown-talk', localized('没有这次往来', 'There is no such talk'))
export const talkAhead = (): Refusal =>
  refuse(
    'bad-input',
    localized('日期不能晚于今天：谈过以后再登记', '`on` must not lie ahead of today'),
    ['on'],
  )
const withdrawnAlready = (): Refusal =>
  refuse('no-change', localized('这次往来已作废', 'This talk was withdrawn already'))

/**
 * Refused: one that nobody recorded (`unknown-talk`), a day ahead of today (`bad-input`), withdrawn
 * twice (`no-change`). `today`: local date of the site.
 */
export function decideTalk(
  talk: Talk | null,
  command: TalkCommand,
  { today }: { today: string },
): Decision<TalkEvent> {
  switch (command.type) {
    case 'RecordTalk':
      return command.fields.on > today
        ? talkAhead()
        : accept({ type: 'TalkRecorded', ...command.fields })
    case 'WithdrawTalk':
      if (!talk) return unknownTalk()
      if (talk.withdrawn) return withdrawnAlready()
      return accept({ type: 'TalkWithdrawn', reason: command.reason })
    default:
      return unreachable(command)
  }
}
