/** The stream of the times of attention, as the site has set them last. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import type { AttentionTimes } from './times.ts'

export type AttentionTimesSet = {
  type: 'AttentionTimesSet'
  times: AttentionTimes
  reason: Sealed
}
export type AttentionTimesEvent = AttentionTimesSet

/** Null while nobody has set any: the defaults hold. */
export const attentionStream = defineStream<
  AttentionTimes | null,
  AttentionTimesEvent,
  { attention: AttentionTimes }
>({
  name: 'attention',
  initial: () => null,
  evolve: (_times, { times }: Recorded<AttentionTimesEvent>) => times,
  documents: {
    attention: {
      of: (times) => times,
      name: localized('催办的时间', 'the reminder times'),
      hasForm: is.fields<AttentionTimes>({
        lifeSafety: is.number,
        question: is.number,
        takenLifeSafety: is.number,
        atOnce: is.number,
        prompt: is.number,
        untouched: is.number,
        unattended: is.number,
      }),
    },
  },
})
