/**
 * The stream of archiving: after how many days the site has it done, and from which level on it
 * wants a review before, as they were set last.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { ARCHIVE_DEFAULT_DAYS } from './days.ts'

/** `reviewFrom` null: at none; absent: nobody has set it. */
export type Archiving = { days: number; reviewFrom?: number | null }
export type ArchivingSet = { type: 'ArchivingSet'; days: number; reason: Sealed }
export type ReviewLevelSet = { type: 'ReviewLevelSet'; level: number | null; reason: Sealed }
export type ArchivingEvent = ArchivingSet | ReviewLevelSet

/** Null while nobody has set any: the default holds. */
export const archivingStream = defineStream<
  Archiving | null,
  ArchivingEvent,
  { archiving: Archiving }
>({
  name: 'archiving',
  initial: () => null,
  evolve: (archiving, event: Recorded<ArchivingEvent>) =>
    event.type === 'ReviewLevelSet'
      ? { days: archiving?.days ?? ARCHIVE_DEFAULT_DAYS, reviewFrom: event.level }
      : { ...archiving, days: event.days },
  documents: {
    archiving: {
      of: (archiving) => archiving,
      name: localized('自动归档的天数', 'the number of days after which incidents are archived'),
      hasForm: is.fields<Archiving>({
        days: is.number,
        reviewFrom: is.maybe(is.orNull(is.number)),
      }),
    },
  },
})
