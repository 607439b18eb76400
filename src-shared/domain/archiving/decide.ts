/** Decides whether the days after which closed incidents are archived may be set. */
import { accept, refuse, type Decision } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { ARCHIVE_DEFAULT_DAYS, ARCHIVE_RANGE } from './days.ts'
import type { Archiving, ArchivingEvent } from './stream.ts'

export type SetArchiving = { type: 'SetArchiving'; days: number; reason: Sealed }

/** Refuses `bad-input`: days out of their range. Setting what is set changes nothing. */
export function decideArchiving(
  before: Archiving | null,
  { days, reason }: SetArchiving,
): Decision<ArchivingEvent> {
  const [lowest, highest] = ARCHIVE_RANGE
  if (!Number.isInteger(days) || days < lowest || days > highest)
    return refuse(
      'bad-input',
      localized(
        `结案后自动归档：请填${lowest}到${highest}天`,
        `Archiving after closing: enter ${lowest} to ${highest} days`,
      ),
      ['days'],
    )
  return days === (before?.days ?? ARCHIVE_DEFAULT_DAYS)
    ? accept()
    : accept({ type: 'ArchivingSet', days, reason })
}
