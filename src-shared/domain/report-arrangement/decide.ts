/** Decides what may be arranged about monthly reports. */
import { accept, type Decision } from '../decision.ts'
import type { PathStyle } from '../folder-path.ts'
import { refuseFolder } from '../folder-refusals.ts'
import type { ReportArrangement, ReportArrangementEvent } from './stream.ts'

export type ArrangeReports = { type: 'ArrangeReports' } & ReportArrangement
export type ReportArrangementCommand = ArrangeReports

/**
 * From then on; what was prepared and issued before is not copied. Refuses `folder-not-whole`: a
 * folder that depends on where the program was started, or of another kind of machine, and
 * `folder-on-network`.
 */
export const decideReportArrangement = (
  { hour, copy }: ReportArrangementCommand,
  { pathStyle }: { pathStyle: PathStyle },
): Decision<ReportArrangementEvent> =>
  (copy && refuseFolder(copy.folder, pathStyle)) ?? accept({ type: 'ReportsArranged', hour, copy })
