/**
 * The clocks of the law for reports to the authorities: the rules that come with the installation,
 * each with its source, and what is recorded of a clock that runs by one of them.
 */
import type { LocalizedText } from '../../text.ts'
import type { PeopleKind, Severity } from './scales.ts'

/**
 * Of the rules of a list the first that fits holds. What is left out is no condition: `types` are
 * codes of the type tree, with all below them, `siteKinds` kinds of site, `legal` the category by
 * law, `severities` as judged, else as casualties and loss suggest, `exceptSeverities` as judged
 * alone; of `people` one number that is reached is enough. `withinMs`: for the first report;
 * `everyMs`: at the latest from one to the next; `changesDays`: so long after it occurred changes
 * of casualties are reported.
 */
export type ReportRule = {
  id: string
  source: LocalizedText
  withinMs: number
  everyMs?: number
  changesDays?: number
  types?: readonly string[]
  siteKinds?: readonly string[]
  legal?: string
  severities?: readonly Severity[]
  exceptSeverities?: readonly Severity[]
  people?: Readonly<Partial<Record<PeopleKind, number>>>
}

/** The first report, those that follow it, and that casualties have changed since the last. */
export const REPORT_CLOCKS = ['first', 'followUp', 'changes'] as const
export type ReportClockKind = (typeof REPORT_CLOCKS)[number]

/**
 * Instants in UTC ms. `doneAt`: the report went out; `endedAt`: it was no longer needed; `lateAt`:
 * that it is late was recorded.
 */
export type ReportClock = {
  kind: ReportClockKind
  ruleId: string
  source: LocalizedText
  startedAt: number
  dueAt: number
  doneAt: number | null
  endedAt: number | null
  lateAt: number | null
}

/** A clock begins, or takes the place of the one of its kind that runs. */
export type ReportClockSet = {
  type: 'ReportClockSet'
} & Omit<ReportClock, 'endedAt' | 'lateAt'>
/** Nothing has to be reported by it any more. */
export type ReportClockDropped = { type: 'ReportClockDropped'; kind: ReportClockKind }
export type ReportLate = { type: 'ReportLate'; kind: ReportClockKind; dueAt: number }
export type ReportClockEvent = ReportClockSet | ReportClockDropped | ReportLate

export const isRunning = ({ doneAt, endedAt }: ReportClock): boolean =>
  doneAt === null && endedAt === null

/** The one of a kind that runs. */
export const runningClock = (
  clocks: readonly ReportClock[] | undefined,
  kind: ReportClockKind,
): ReportClock | undefined => clocks?.find((clock) => clock.kind === kind && isRunning(clock))
