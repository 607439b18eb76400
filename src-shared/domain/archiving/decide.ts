/**
 * Decides whether the days after which closed incidents are archived, and the level from which on
 * they are reviewed before, may be set.
 */
import { accept, refuse, type Decision } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import {
  ARCHIVE_DEFAULT_DAYS,
  ARCHIVE_RANGE,
  REVIEW_FROM_DEFAULT,
  REVIEW_FROM_RANGE,
} from './days.ts'
import type { Archiving, ArchivingEvent } from './stream.ts'

/** `reviewFrom` null: no incident is reviewed before its archive; absent: it stays as it is. */
export type SetArchiving = {
  type: 'SetArchiving'
  days: number
  reviewFrom?: number | null
  reason: Sealed
}

/** The level that holds: null, reviews are asked for at none. */
export const reviewFromOf = (archiving: Archiving | null): number | null =>
  archiving?.reviewFrom === undefined ? REVIEW_FROM_DEFAULT : archiving.reviewFrom

const isWithin = (value: number, [lowest, highest]: readonly [number, number]): boolean =>
  Number.isInteger(value) && value >= lowest && value <= highest

/** Refuses `bad-input`: days or a level out of their range. Setting what is set changes nothing. */
export function decideArchiving(
  before: Archiving | null,
  { days, reviewFrom, reason }: SetArchiving,
): Decision<ArchivingEvent> {
  const [lowest, highest] = ARCHIVE_RANGE
  if (!isWithin(days, ARCHIVE_RANGE))
    return refuse(
      'bad-input',
      localized(
        `结案后自动归档：请填${lowest}到${highest}天`,
        `Archiving after closing: enter ${lowest} to ${highest} days`,
      ),
      ['days'],
    )
  if (typeof reviewFrom === 'number' && !isWithin(reviewFrom, REVIEW_FROM_RANGE))
    return refuse(
      'bad-input',
      localized('须复盘的级别：请选Ⅰ到Ⅳ，或不要求', 'Reviews: choose level Ⅰ to Ⅳ, or none'),
      ['reviewFrom'],
    )
  return accept<ArchivingEvent>(
    ...(days === (before?.days ?? ARCHIVE_DEFAULT_DAYS)
      ? []
      : [{ type: 'ArchivingSet', days, reason } as const]),
    ...(reviewFrom === undefined || reviewFrom === reviewFromOf(before)
      ? []
      : [{ type: 'ReviewLevelSet', level: reviewFrom, reason } as const]),
  )
}
