/** Decides who gets written reports, and who a copy of them. */
import { isSame } from '../canonical.ts'
import { accept, type Accepted } from '../decision.ts'
import type { ReportCopies, ReportCopiesSet } from './stream.ts'

export type SetReportCopies = { type: 'SetReportCopies' } & ReportCopies

/** Setting what is set changes nothing. */
export function decideReportCopies(
  before: ReportCopies | null,
  { to, copies }: SetReportCopies,
): Accepted<ReportCopiesSet> {
  const set = { to, copies }
  return isSame(before, set) ? accept() : accept({ type: 'ReportCopiesSet', ...set })
}
