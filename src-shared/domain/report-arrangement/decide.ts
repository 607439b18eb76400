/** Decides what may be arranged about monthly reports. */
import { accept, refuse, type Decision, type Refusal } from '../decision.ts'
import { isWholePath } from '../folder-path.ts'
import { localized } from '../text.ts'
import type { ReportArrangement, ReportArrangementEvent } from './stream.ts'

export type ArrangeReports = { type: 'ArrangeReports' } & ReportArrangement
export type ReportArrangementCommand = ArrangeReports

const folderNotWhole = (): Refusal =>
  refuse(
    'folder-not-whole',
    localized(
      '请写完整路径，例如 /home/值班/月报 或 D:\\月报',
      'Write the whole path, such as /home/duty/reports or D:\\reports',
    ),
  )

/**
 * From then on; what was prepared and issued before is not copied. Refuses `folder-not-whole`: a
 * folder that depends on where the program was started.
 */
export const decideReportArrangement = ({
  hour,
  copy,
}: ReportArrangementCommand): Decision<ReportArrangementEvent> =>
  copy && !isWholePath(copy.folder)
    ? folderNotWhole()
    : accept({ type: 'ReportsArranged', hour, copy })
