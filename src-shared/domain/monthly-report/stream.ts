/**
 * The streams of monthly reports, one for each month: what people wrote and signed, that the report
 * was prepared, and each issue with the whole document. An issue is never changed; a later one is a
 * correction with its number.
 */
import { unreachable, type Recorded } from '../decision.ts'
import type { ReportDocument } from '../document/document.ts'
import * as is from '../form.ts'
import type { ReadinessBasis } from '../readiness/basis.ts'
import { localized } from '../text.ts'
import { asRecorded, defineStream, type StoredBody } from '../event-stream.ts'
import { NOTHING_WRITTEN, type Signing, type Written } from './data.ts'

/**
 * What a document was drawn from, and what it came to. `check`: SHA-256 of its substance; `rules`:
 * of the program that drew it.
 */
export type Drawing = { position: number; asOf: number; check: string; rules: number }

/** `words` null: back to what the rules draft. */
export type ReportWritten = {
  type: 'ReportWritten'
  section: string
  words: readonly string[] | null
}
export type ReportSigned = { type: 'ReportSigned'; signing: Signing }
export type ReportPrepared = { type: 'ReportPrepared' } & Drawing
export type ReportIssued = {
  type: 'ReportIssued'
  number: number
  reason: string | null
  paper: ReportDocument
  written: Written
  recordSince?: string // the first month that the record spoke of then; absent in older issues
  basis?: ReadinessBasis // by which readiness was counted; absent in older issues
} & Drawing
/**
 * A copy in the folder that was arranged. `issue`: the number of what was copied, `draft` for the
 * draft as it was prepared.
 */
export type ReportCopied = {
  type: 'ReportCopied'
  issue: string
  name: string
  formats: readonly string[]
}
/** An incident of the month was put right after the issue: another one would differ. */
export type ReportDataChanged = { type: 'ReportDataChanged'; incidentId: string }
export type ReportEvent =
  ReportWritten | ReportSigned | ReportPrepared | ReportIssued | ReportCopied | ReportDataChanged

/**
 * `number` 0: as it was issued first; from 1 on: 更正 no. 1, 2 … `check`: SHA-256 of what is frozen.
 * `rules`: of the program that drew it.
 */
export type IssuedReport = Drawing & {
  number: number
  reason: string | null
  issuedAt: number
  by: string
}
/**
 * `version`: events of the stream when this was folded; `writtenAt`: by section, the one that wrote
 * it. `changedAt`: since when what the last issue was drawn from is known to have changed.
 */
export type ReportState = {
  version: number
  written: Written
  writtenAt: Readonly<Record<string, number>>
  prepared: (Drawing & { at: number }) | null
  issues: readonly IssuedReport[]
  copied: readonly string[]
  changedAt?: number
}
export const NO_REPORT: ReportState = {
  version: 0,
  written: NOTHING_WRITTEN,
  writtenAt: {},
  prepared: null,
  issues: [],
  copied: [],
}

function withWords(
  words: Written['words'],
  { section, words: paragraphs }: ReportWritten,
): Written['words'] {
  return paragraphs === null
    ? Object.fromEntries(Object.entries(words).filter(([id]) => id !== section))
    : { ...words, [section]: paragraphs }
}

function evolve(state: ReportState, event: Recorded<ReportEvent>): ReportState {
  const next = { ...state, version: state.version + 1 }
  switch (event.type) {
    case 'ReportWritten':
      return {
        ...next,
        written: { ...state.written, words: withWords(state.written.words, event) },
        writtenAt: { ...state.writtenAt, [event.section]: next.version },
      }
    case 'ReportSigned':
      return { ...next, written: { ...state.written, signing: event.signing } }
    case 'ReportPrepared': {
      const { position, asOf, check, rules, at } = event
      return { ...next, prepared: { position, asOf, check, rules, at } }
    }
    case 'ReportIssued': {
      const { number, reason, position, asOf, check, rules, at, by } = event
      const issue = { number, reason, issuedAt: at, by, position, asOf, check, rules }
      const issued = { ...next, issues: [...state.issues, issue] }
      delete issued.changedAt
      return issued
    }
    case 'ReportCopied':
      return { ...next, copied: [...state.copied, event.issue] }
    case 'ReportDataChanged':
      return { changedAt: event.at, ...next }
    default:
      return unreachable(event)
  }
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const drawing = {
  position: is.number,
  asOf: is.number,
  check: is.words,
  rules: is.number,
}
const reportForm = is.fields<ReportState>({
  version: is.number,
  written: is.fields<Written>({
    words: is.map(is.list(is.words)),
    signing: is.map(is.words),
  }),
  writtenAt: is.numbers,
  prepared: is.orNull(
    is.fields<NonNullable<ReportState['prepared']>>({ ...drawing, at: is.number }),
  ),
  issues: is.list(
    is.fields<IssuedReport>({
      ...drawing,
      number: is.number,
      reason: is.orNull(is.words),
      issuedAt: is.number,
      by: is.words,
    }),
  ),
  copied: is.list(is.words),
  changedAt: is.maybe(is.number),
})

export const reportStream = defineStream<ReportState, ReportEvent, { report: ReportState }>({
  name: 'report.',
  initial: () => NO_REPORT,
  evolve,
  documents: {
    report: {
      of: (state) => (state.version === 0 ? null : state),
      name: localized('月报', 'monthly reports'),
      // the id is the month, which is reckoned with
      hasForm: (body, id) => MONTH.test(id) && reportForm(body),
    },
  },
  version: ({ version }) => version,
})

/**
 * An issue as it stands in the record, with what people had written by then; null if there is no
 * such issue.
 */
export function issueIn(
  events: readonly StoredBody[],
  number: number,
): Recorded<ReportIssued> | null {
  const stored = events.find(
    ({ type, body }) => type === 'ReportIssued' && (body as { number?: number }).number === number,
  )
  return stored ? asRecorded<ReportIssued>(stored) : null
}
