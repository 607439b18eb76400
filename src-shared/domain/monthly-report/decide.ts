/**
 * Decides how the report of a month goes on: written, signed, prepared, issued, copied. The first
 * issue freezes what the draft says; each later one is a correction, and says why.
 */
import { isSame } from '../canonical.ts'
import { accept, unreachable, type Decision, type Meta } from '../decision.ts'
import { isBegun, isMonthOver } from './as-of.ts'
import { checkOf, type Digest } from './check.ts'
import type { MonthReportData, Signing } from './data.ts'
import { monthDocument } from './document.ts'
import { DOCUMENT_RULES } from './rules.ts'
import {
  correctionReason,
  monthNotBegun,
  monthNotOver,
  nothingToCorrect,
  reportChanged,
  reportStale,
} from './report-refusals.ts'
import type { Drawing, ReportEvent, ReportState } from './stream.ts'

/**
 * `basedOn`: the change of the report that wrote the section when its author opened it, 0 for none;
 * null: he does not say.
 */
export type WriteSection = {
  type: 'WriteSection'
  section: string
  words: readonly string[] | null
  basedOn: number | null
}
export type SignReport = { type: 'SignReport'; signing: Signing }
/**
 * `check`: of the draft that its author has seen; null: he does not say. `data`: what the report is
 * made of, null for a month that is not over. `lastSigning`: of the issue before, null if there is
 * none.
 */
export type IssueReport = {
  type: 'IssueReport'
  check: string | null
  reason: string | null
  data: MonthReportData | null
  lastSigning: Signing | null
}
/** The station has drawn the draft of a month that is over. */
export type PrepareReport = { type: 'PrepareReport'; drawing: Drawing }
/** The station has copied the draft (`issue` = `draft`) or the issue of this number. */
export type NoteCopy = {
  type: 'NoteCopy'
  issue: string
  name: string
  formats: readonly string[]
}
/** An incident of the month was put right. */
export type NoteChange = { type: 'NoteChange'; incidentId: string }
export type ReportCommand =
  WriteSection | SignReport | IssueReport | PrepareReport | NoteCopy | NoteChange

/** `now` (UTC ms): the instant of which the command's data were read. */
export type ReportWorld = { month: string; now: number; zone: string; digest: Digest }

function write(
  state: ReportState,
  { section, words, basedOn }: WriteSection,
): Decision<ReportEvent> {
  if (basedOn !== null && (state.writtenAt[section] ?? 0) !== basedOn) return reportStale()
  return accept({ type: 'ReportWritten', section, words })
}

function issue(
  state: ReportState,
  { check: seen, reason, data, lastSigning }: IssueReport,
  { at }: Meta,
  { month, now, zone, digest }: ReportWorld,
): Decision<ReportEvent> {
  if (!data || !isMonthOver(month, now, zone)) return monthNotOver(month)
  const check = checkOf(monthDocument(data, state.written, null), digest)
  if (seen !== null && seen !== check) return reportChanged()
  const number = state.issues.length
  if (number > 0 && reason === null) return correctionReason()
  if (state.issues.at(-1)?.check === check && isSame(lastSigning, state.written.signing))
    return nothingToCorrect()
  return accept({
    type: 'ReportIssued',
    number,
    reason,
    paper: monthDocument(data, state.written, { number, reason, at, check }),
    written: state.written,
    recordSince: data.figures.recordSince,
    basis: data.basis,
    position: data.position,
    asOf: data.asOf,
    check,
    rules: DOCUMENT_RULES,
  })
}

/**
 * Nothing follows if the report was prepared, or the issue copied, before; what a clock that had
 * run ahead has prepared in the future is prepared again. Of a month that was not issued no change
 * is noted, of an issued one the first since. Refusals: `month-not-begun`,
 * `month-not-over`, `report-stale`, `report-changed`, `reason-needed`, `nothing-changed`.
 */
export function decideReport(
  state: ReportState,
  command: ReportCommand,
  meta: Meta,
  world: ReportWorld,
): Decision<ReportEvent> {
  const { month, now, zone } = world
  switch (command.type) {
    case 'WriteSection':
      return isBegun(month, now, zone) ? write(state, command) : monthNotBegun(month)
    case 'SignReport':
      return isBegun(month, now, zone)
        ? accept({ type: 'ReportSigned', signing: command.signing })
        : monthNotBegun(month)
    case 'IssueReport':
      return isBegun(month, now, zone) ? issue(state, command, meta, world) : monthNotBegun(month)
    case 'PrepareReport':
      return state.prepared && state.prepared.at <= meta.at
        ? accept()
        : accept({ type: 'ReportPrepared', ...command.drawing })
    case 'NoteCopy': {
      const { issue: copied, name, formats } = command
      return state.copied.includes(copied)
        ? accept()
        : accept({ type: 'ReportCopied', issue: copied, name, formats })
    }
    case 'NoteChange':
      return state.issues.length === 0 || state.changedAt !== undefined
        ? accept()
        : accept({ type: 'ReportDataChanged', incidentId: command.incidentId })
    default:
      return unreachable(command)
  }
}
