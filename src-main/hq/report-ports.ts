/** The interface by which HQ keeps its monthly reports. Instants are UTC ms. */
import type { GroupReportLine } from '#shared/contract/hq-replies.ts'

/** A report without what it says. `serial` null: a draft; it is of its month. */
export type KeptReport = Omit<GroupReportLine, 'issues'>
/** An issue without its bytes, and with them. */
export type IssueLine = GroupReportLine['issues'][number]
export type KeptIssue = IssueLine & { paper: string }

export interface ReportStore {
  /** The latest first, with their issues in order. */
  reports(): Promise<readonly GroupReportLine[]>
  /** Null: there is none. */
  report(id: string): Promise<KeptReport | null>
  /** In order. */
  issuesOf(id: string): Promise<readonly IssueLine[]>
  /** The bytes of an issue, some 3 MB over 5,000 sites; null: there is no such issue. */
  paperOf(id: string, number: number): Promise<string | null>
  addReport(report: Omit<KeptReport, 'serial'>): Promise<void>
  /** A draft alone; whether there was one. */
  dropDraft(id: string): Promise<boolean>
  /**
   * The serial number of its report, which the first issue gives. Null: another issue has this
   * number, or the report is gone; nothing was written.
   */
  addIssue(id: string, issue: KeptIssue): Promise<number | null>
}
