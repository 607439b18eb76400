/**
 * The stream of what was arranged about all monthly reports: when they are prepared, and copied.
 */
import type { Recorded } from '../decision.ts'
import type { Format } from '../document/file-formats.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import { defineStream } from '../event-stream.ts'

/**
 * When reports are prepared: the hour (0 to 23) of the first day after their month; and where each
 * is copied to, if anywhere.
 */
export type ReportArrangement = {
  hour: number
  copy: { folder: string; formats: readonly Format[]; language: 'zh' | 'en' } | null
}
/** `at`: when it was arranged (UTC ms); nothing from before is copied. */
export type Arranged = ReportArrangement & { at: number }

export type ReportsArranged = { type: 'ReportsArranged' } & ReportArrangement
export type ReportArrangementEvent = ReportsArranged

/** As long as nobody has arranged anything. */
export const USUAL_ARRANGEMENT: Arranged = { hour: 2, copy: null, at: 0 }

export const reportArrangementStream = defineStream<
  Arranged | null,
  ReportArrangementEvent,
  { reports: Arranged }
>({
  name: 'reports',
  initial: () => null,
  evolve: (_arranged, { hour, copy, at }: Recorded<ReportArrangementEvent>) => ({ hour, copy, at }),
  documents: {
    reports: {
      of: (arranged) => arranged,
      name: localized('月报安排', 'the report settings'),
      hasForm: is.fields<Arranged>({
        hour: is.number,
        copy: is.orNull(
          is.fields<NonNullable<Arranged['copy']>>({
            folder: is.words,
            formats: is.list(is.words),
            language: is.oneOf(['zh', 'en']),
          }),
        ),
        at: is.number,
      }),
    },
  },
})
