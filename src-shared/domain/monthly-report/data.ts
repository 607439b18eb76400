/**
 * Defines what a monthly report is made of: figures that statistics gave, the stats of its month's
 * incidents, names, and what people wrote.
 */
import type { ActionRead } from '../corrective-action/draw.ts'
import type { ReadinessBasis } from '../readiness/basis.ts'
import type { ReadinessFigures } from '../readiness/figures.ts'
import type { ActionFigures } from '../statistics/actions.ts'
import type { WarningFigures } from '../statistics/warnings.ts'
import type { IncidentStats } from '../statistics/incident-stats.ts'
import type { PeriodStatistics } from '../statistics/figures.ts'
import type { FigureNames } from '../statistics/names.ts'
import type { EmergencySpan } from '../station/adoptions.ts'
import type { LocalizedText } from '../text.ts'
import type { Warning } from '../incident/record/scales.ts'

/**
 * The figures of a month and what they are compared with; `drills` are those of the month with
 * drills alone. `sameDays`: the month still runs and is compared with the same days before;
 * `recordSince`: the first month that the record speaks of, `2026-08`.
 */
export type ReportFigures = {
  now: PeriodStatistics
  previous: PeriodStatistics
  lastYear: PeriodStatistics
  yearToDate: PeriodStatistics
  drills: PeriodStatistics
  sameDays: boolean
  recordSince: string
  trend: readonly { month: string; incidents: number }[] // thirteen months, this one last
}

/** An entry of the revision record of a plan (制/修/废), `at` in UTC ms. */
export type PlanChange = {
  planId: string
  title: LocalizedText
  kind: 'made' | 'revised' | 'abolished'
  number: string | null
  at: number
}
/**
 * A plan whose evaluation is due until the end of the next month: three years after it was made or
 * revised last. `dueOn`: local date.
 */
export type EvaluationDue = {
  planId: string
  title: LocalizedText
  approvedOn: string
  dueOn: string
}

/**
 * A warning from outside that was in force. `until`: UTC ms when it was or will be over; null:
 * nobody knows. `told`: how often somebody was, `incidents`: how many came of it.
 */
export type MonthWarning = {
  kind: string
  warning: Warning
  area: string
  publisher: string
  startsAt: number
  until: number | null
  told: number
  incidents: number
}

export type MonthReportData = {
  month: string // 2026-11
  site: LocalizedText
  zone: string
  position: number // of the record that all of it is drawn from
  asOf: number // UTC ms, see as-of.ts
  figures: ReportFigures
  stats: readonly IncidentStats[] // of all incidents of the month, drills and false reports too
  names: FigureNames
  emergencies: readonly EmergencySpan[] // of the month, as far as they were adopted
  warnings: MonthWarnings
  // shipped: some are in force as they came with the program
  // the response level that a plan begins with, by revision; none where it has none
  usualLevels: Readonly<Record<string, number>>
  plans: { changes: readonly PlanChange[]; evaluations: readonly EvaluationDue[]; shipped: boolean }
  actions: MonthActions
  readiness: ReadinessFigures
  basis: ReadinessBasis // by which it was counted
}

/** The warnings of a month: its figures, and those in force at some instant of it. */
export type MonthWarnings = { figures: WarningFigures; rows: readonly MonthWarning[] }

/**
 * The corrective actions of a month: its figures, and as they stood at its end (of a running one:
 * now) those that are left, overdue ones first, then those that ended in it.
 */
export type MonthActions = { figures: ActionFigures; rows: readonly ActionRead[] }

/**
 * Who made, checked and signed the report, and whom it goes to; an empty text is a blank to be
 * filled by hand.
 */
export const SIGNING = [
  'number',
  'compiledBy',
  'reviewedBy',
  'approvedBy',
  'sentTo',
  'copiedTo',
] as const
export type Signing = Readonly<Record<(typeof SIGNING)[number], string>>
export const UNSIGNED: Signing = {
  number: '',
  compiledBy: '',
  reviewedBy: '',
  approvedBy: '',
  sentTo: '',
  copiedTo: '',
}

/** `words`: by section, one text a paragraph, in place of the drafted ones. */
export type Written = { words: Readonly<Record<string, readonly string[]>>; signing: Signing }
export const NOTHING_WRITTEN: Written = { words: {}, signing: UNSIGNED }

/**
 * What an issue of the report says of itself. `number` 0: the report as it was issued first, from 1
 * on a correction; `check`: SHA-256 in hex.
 */
export type Issue = { number: number; reason: string | null; at: number; check: string }
