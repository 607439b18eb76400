/**
 * The stream of retention: after how many days in the archive the personal values of an incident
 * are purged, as it was set last.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'

/** Other days for a type of incident, a level, or a type at a level; null: any. */
export type RetentionException = { type: string | null; level: number | null; days: number }
/** `days` null: nothing is purged by itself. */
export type Retention = { days: number | null; exceptions: readonly RetentionException[] }
export type RetentionSet = { type: 'RetentionSet'; reason: Sealed; retention: Retention }
export type RetentionEvent = RetentionSet

/** What holds until somebody sets another: nothing is purged by itself. */
export const NO_RETENTION: Retention = { days: null, exceptions: [] }

/** Null while nobody has set any. */
export const retentionStream = defineStream<
  Retention | null,
  RetentionEvent,
  { retention: Retention }
>({
  name: 'retention',
  initial: () => null,
  evolve: (_before, { retention }: Recorded<RetentionEvent>) => retention,
  documents: {
    retention: {
      of: (retention) => retention,
      name: localized('个人信息的保存期限', 'how long personal values are kept'),
      hasForm: is.fields<Retention>({
        days: is.orNull(is.number),
        exceptions: is.list(
          is.fields<RetentionException>({
            type: is.orNull(is.words),
            level: is.orNull(is.number),
            days: is.number,
          }),
        ),
      }),
    },
  },
})
