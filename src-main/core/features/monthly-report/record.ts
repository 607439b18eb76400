/**
 * What became of the report of a month: what people wrote and signed, that it was prepared, and
 * each issue with the whole paper. Folded from the events of one stream a month; an issue is never
 * changed, a later one is a correction with its number.
 */
import type { IssuedReport } from '#shared/contract/report.ts'
import { unreachable } from '#shared/domain/decision.ts'
import type { Paper } from '#shared/domain/document/document.ts'
import { NOTHING_WRITTEN, type Signing, type Written } from '#shared/domain/monthly-report/data.ts'
import type { Json, StoredEvent } from '../../ports.ts'

const STREAM = 'report.'
export const reportStream = (month: string): string => `${STREAM}${month}`
/** The month of such a stream, or null. */
export const monthOfStream = (stream: string): string | null =>
  stream.startsWith(STREAM) ? stream.slice(STREAM.length) : null

/**
 * What a paper was drawn from, and what it came to. `check`: SHA-256 of its substance; `rules`: of
 * the program that drew it.
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
  paper: Paper
  written: Written
} & Drawing
/**
 * A copy in the folder that was arranged: of the draft as it was prepared, or of the issue of this
 * number.
 */
export type ReportCopied = {
  type: 'ReportCopied'
  issue: string
  name: string
  formats: readonly string[]
}
export type ReportEvent =
  ReportWritten | ReportSigned | ReportPrepared | ReportIssued | ReportCopied

/**
 * `version`: events of the stream when this was folded; `writtenAt`: by section, the one that wrote
 * it.
 */
export type ReportState = {
  version: number
  written: Written
  writtenAt: Readonly<Record<string, number>>
  prepared: (Drawing & { at: number }) | null
  issues: readonly IssuedReport[]
  copied: readonly string[]
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
  { section, words: own }: ReportWritten,
): Written['words'] {
  return own === null
    ? Object.fromEntries(Object.entries(words).filter(([id]) => id !== section))
    : { ...words, [section]: own }
}

/** The state after one more event. Believes every fact, refuses none. */
export function foldReport(
  state: ReportState,
  event: ReportEvent,
  { at, by }: { at: number; by: string },
): ReportState {
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
      const { position, asOf, check, rules } = event
      return { ...next, prepared: { position, asOf, check, rules, at } }
    }
    case 'ReportIssued': {
      const { number, reason, position, asOf, check, rules } = event
      return {
        ...next,
        issues: [
          ...state.issues,
          { number, reason, issuedAt: at, by, position, asOf, check, rules },
        ],
      }
    }
    case 'ReportCopied':
      return { ...next, copied: [...state.copied, event.issue] }
    default:
      return unreachable(event)
  }
}

export const asReportEvent = ({ type, body }: StoredEvent): ReportEvent =>
  ({ type, ...(body as object) }) as ReportEvent

/** The state from all events of a month's stream, in order. */
export const replayReport = (events: readonly StoredEvent[]): ReportState =>
  events.reduce((state, event) => foldReport(state, asReportEvent(event), event), NO_REPORT)

/**
 * An issue as it stands in the record, with what people had written by then; null if there is no
 * such issue.
 */
export function issueIn(
  events: readonly StoredEvent[],
  number: number,
): (ReportIssued & { at: number }) | null {
  const found = events.find(
    (event) =>
      event.type === 'ReportIssued' && (event.body as { number?: number }).number === number,
  )
  const event = found && asReportEvent(found)
  return found && event?.type === 'ReportIssued' ? { ...event, at: found.at } : null
}

/** What was arranged last about all reports, with its instant; null if nothing ever was. */
export function arrangementOf(events: readonly StoredEvent[]): Json | null {
  const last = events.findLast(({ type }) => type === 'ReportsArranged')
  return last ? { ...(last.body as Record<string, Json>), at: last.at } : null
}
