/**
 * Defines what can be asked of the figures of a period, and their shapes. What each figure is in
 * words stands in definitions.ts.
 */
import type { AlertPerformance } from './alerts.ts'
import type { ReportClockKind } from '../incident/record/report-clocks.ts'
import type { ReportKind } from '../plan/report-kind.ts'
import type { LimitStats } from './incident-stats.ts'
import type { NONE, TimeName } from './metrics.ts'
import type { Period } from './period.ts'
import type { Spread } from './spread.ts'
import type { Sealed } from '../sealed.ts'
import type { Counts } from './tally.ts'

/**
 * What of a period is looked at. `none` is what has no code. `type` takes in what lies under it.
 * `drill` true: drills instead of real incidents.
 */
export type Filter = {
  type?: string
  category?: string
  level?: number | typeof NONE
  place?: string
  drill?: boolean
}
export type Query = Period & { filter?: Filter }
/**
 * What the figures need to know besides stats and time. `placeName`: the name by which a place is
 * counted, so that two spellings of it are one; absent: as it was recorded.
 */
export type FigureContext = { zone: string; placeName?: (place: string) => string }

export type LimitCounts = { due: number; met: number; late: number }
export type ReportCounts = { due: number; onTime: number; late: number }
export type LawReportCounts = Readonly<Record<ReportClockKind, LimitCounts>>
export type ClauseCounts = LimitCounts & { clause: string; planId: string }
export type LateLimit = Omit<LimitStats, 'reason' | 'lateAt' | 'report' | 'toldAt' | 'proposed'> & {
  incidentId: string
  number?: string // the short one of its incident, where it has any
  place: string
  address?: Sealed // as of its incident
  type: string | null
  reason: string | null // sealed, it stands there as in a sentence
}

export type PeriodStatistics = Period & {
  incidents: number
  drills: number
  drillsDone: number
  falseReports: number
  imported: number // of the incidents
  byCategory: Counts // keys are codes, or `none`
  byLegalCategory: Counts
  byType: Counts
  byLevel: Counts
  bySeverity: Counts
  byPlace: Counts
  byChannel: Counts
  byWeekdayHour: readonly (readonly number[])[] // [Monday first][hour of the day], local
  byMonth: readonly { month: string; incidents: number }[] // every month that the period touches
  categoryByLevel: Readonly<Record<string, Counts>>
  byAnswer: Readonly<Record<string, Counts>> // `plan|question` → by option
  casualties: { dead: number; serious: number; minor: number; missing: number }
  evacuated: number // people
  loss: number // yuan
  // `metAsTold`: of those met, what was told only after the limit had passed. `proposed`: limits
  // that no source sets; they are in no other figure
  limits: LimitCounts & { metAsTold: number; proposed: LimitCounts }
  // what somebody had to take in hand, by the site's times of attention: never limits
  nudges: LimitCounts
  byClause: readonly ClauseCounts[] // by clause and plan, in their order
  lateList: readonly LateLimit[] // by the instant they were due
  times: Readonly<Record<TimeName, Spread>>
  // `law`: those that the law wants, by its own clocks; they are no steps of plans
  reports: Readonly<Record<ReportKind, ReportCounts>> & { law: LawReportCounts }
  alerts: AlertPerformance
  evidence: { kept: number; mayGo: number }
  // without what was withdrawn; `agreed` and `paid` in yuan
  aftercare: {
    opened: number
    done: number
    open: number
    overdue: number
    agreed: number
    paid: number
  }
  reviews: { done: number; passedOver: number } // incidents
  evaluations: { done: number; late: number } // plans that ran
}
