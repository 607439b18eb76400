/**
 * The streams of what other systems reported, one for each of their own ids: a system that sends
 * again gets the same incident and the same answer.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'

/** Which system reports, and by what id it knows the event. */
export type Source = { system: string; id: string }
/** `answer`: as it was given first. */
export type ReportTaken = { type: 'ReportTaken'; incidentId: string; answer: object }
export type TakenReport = Pick<ReportTaken, 'incidentId' | 'answer'> & { events: number }

/** Null until it was reported; the first report holds. */
export const reportSourceStream = defineStream<
  TakenReport | null,
  ReportTaken,
  { 'report-source': TakenReport }
>({
  name: 'report-source.',
  initial: () => null,
  evolve: (taken, { incidentId, answer }: Recorded<ReportTaken>) =>
    taken ? { ...taken, events: taken.events + 1 } : { incidentId, answer, events: 1 },
  documents: {
    'report-source': {
      of: (taken) => taken,
      name: localized('其他系统的上报', 'the reports of other systems'),
      hasForm: is.fields<TakenReport>({
        incidentId: is.words,
        answer: (value) => typeof value === 'object' && value !== null,
        events: is.number,
      }),
    },
  },
  loading: 'on-demand',
  version: (taken) => taken?.events ?? 0,
})
