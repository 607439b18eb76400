/** The stream of archiving: after how many days the site has it done, as it was set last. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'

export type Archiving = { days: number }
export type ArchivingSet = { type: 'ArchivingSet'; days: number; reason: Sealed }
export type ArchivingEvent = ArchivingSet

/** Null while nobody has set any: the default holds. */
export const archivingStream = defineStream<
  Archiving | null,
  ArchivingEvent,
  { archiving: Archiving }
>({
  name: 'archiving',
  initial: () => null,
  evolve: (_archiving, { days }: Recorded<ArchivingEvent>) => ({ days }),
  documents: {
    archiving: {
      of: (archiving) => archiving,
      name: localized('自动归档的天数', 'the number of days after which incidents are archived'),
      hasForm: is.fields<Archiving>({ days: is.number }),
    },
  },
})
