/** Decides on an event of the site: saved, withdrawn. */
import { localDate } from '../calendar.ts'
import { accept, refuse, unreachable, type Decision, type Meta, type Refusal } from '../decision.ts'
import { tooFarAhead } from '../due-days.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { DAY_MS } from '../units.ts'
import type { Occasion, OccasionFields } from './occasion.ts'
import type { OccasionEvent } from './stream.ts'

/** The whole of it. `isElsewhere`: at another place than before. */
export type SaveOccasion = {
  type: 'SaveOccasion'
  fields: OccasionFields
  isElsewhere: boolean
}
export type WithdrawOccasion = { type: 'WithdrawOccasion'; reason: Sealed }
export type OccasionCommand = SaveOccasion | WithdrawOccasion

const LONGEST_MS = 60 * DAY_MS

export const unknownOccasion = (): Refusal =>
  refuse('unknown-occasion', localized('没有这项活动', 'There is no such event'))
const endsFirst = (): Refusal =>
  refuse('bad-input', localized('结束时间必须晚于开始时间', '`endsAt` must lie after `startsAt`'))
const tooLong = (): Refusal =>
  refuse(
    'bad-input',
    localized(
      '一项活动最长60天，更长的请分开登记',
      'An event lasts 60 days at most: enter a longer one in parts',
    ),
  )
const occasionOver = (): Refusal =>
  refuse('occasion-over', localized('这项活动已取消', 'This event was called off'))

/**
 * Refused: one that nobody saved (`unknown-occasion`), that was called off already
 * (`occasion-over`); one that ends before it begins, lasts too long or is years ahead
 * (`bad-input`). `zone`: of the site.
 */
export function decideOccasion(
  occasion: Occasion | null,
  command: OccasionCommand,
  { at }: Meta,
  zone: string,
): Decision<OccasionEvent> {
  switch (command.type) {
    case 'SaveOccasion': {
      const { startsAt, endsAt } = command.fields
      if (endsAt <= startsAt) return endsFirst()
      if (endsAt - startsAt > LONGEST_MS) return tooLong()
      const isFar = tooFarAhead(localDate(startsAt, zone), localDate(at, zone))
      if (isFar) return isFar
      const isMoved =
        occasion !== null &&
        (command.isElsewhere || localDate(startsAt, zone) !== localDate(occasion.startsAt, zone))
      const checkFrom = isMoved ? at : occasion?.checkFrom
      const since = checkFrom === undefined ? {} : { checkFrom }
      return accept({ type: 'OccasionSaved', ...command.fields, ...since })
    }
    case 'WithdrawOccasion':
      if (!occasion) return unknownOccasion()
      if (occasion.withdrawn) return occasionOver()
      return accept({ type: 'OccasionWithdrawn', reason: command.reason })
    default:
      return unreachable(command)
  }
}
