/** The interface by which HQ keeps its monthly reports. Instants are UTC ms. */
import type { GroupReportLine } from '#shared/contract/hq-replies.ts'

/** A report without what it says. `serial` null: a draft; it is of its month. */
export type KeptReport = Omit<GroupReportLine, 'issues'>
/** An issue with its bytes. */
export type KeptIssue = GroupReportLine['issues'][number] & { paper: string }

export interface ReportStore {
  /** The latest first, with their issues in order. */
  reports(): Promise<readonly GroupReportLine[]>
  /** Null: there is none. */
  report(id: string): Promise<KeptReport | null>
  issuesOf(id: string): Promise<readonly KeptIssue[]>
  addReport(report: Omit<KeptReport, 'serial'>): Promise<void>
  /** A draft alone; whether there was one. */
  dropDraft(id: string): Promise<boolean>
  /**
   * The serial number of its report, which the first issue gives. Null: another issue has this
   * number, or the report is gone; nothing was written.
   */
  addIssue(id: string, issue: KeptIssue): Promise<number | null>
}
