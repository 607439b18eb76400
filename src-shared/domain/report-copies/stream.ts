/**
 * The stream of who gets the written report of an incident, and who a copy, by its severity, as the
 * site has set it last.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { SEVERITIES, type Severity } from '../incident/record/scales.ts'
import { localized } from '../text.ts'

/** Posts and bodies by their names; `to` empty: nobody in particular. */
export type ReportCopies = { to: string; copies: Readonly<Record<Severity, readonly string[]>> }
export type ReportCopiesSet = { type: 'ReportCopiesSet' } & ReportCopies

const areNames = is.list(is.words)
const areCopies = is.fields<ReportCopies['copies']>(
  Object.fromEntries(SEVERITIES.map((severity) => [severity, areNames])) as Record<
    Severity,
    is.Form
  >,
)

/** Null while nobody has set any. */
export const reportCopiesStream = defineStream<
  ReportCopies | null,
  ReportCopiesSet,
  { 'report-copies': ReportCopies }
>({
  name: 'report-copies',
  initial: () => null,
  evolve: (_before, { to, copies }: Recorded<ReportCopiesSet>) => ({ to, copies }),
  documents: {
    'report-copies': {
      of: (copies) => copies,
      name: localized('书面报告的收件人', 'who gets written reports'),
      hasForm: is.fields<ReportCopies>({ to: is.words, copies: areCopies }),
    },
  },
})
