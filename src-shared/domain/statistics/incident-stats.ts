/**
 * Defines what statistics keep of one incident: codes, numbers, instants and its limits. No name,
 * and no words but the reason why a limit was late.
 */
import type { Counts, ImpactNumbers } from '../incident/record/slices.ts'
import type { ReportClock } from '../incident/record/report-clocks.ts'
import type { AlertLogEntry } from '../incident/record/state.ts'
import type { Severity } from '../incident/record/scales.ts'
import type { Sealed } from '../sealed.ts'
import type { ReportKind } from '../plan/report-kind.ts'

/** What counts as the place where somebody's home lies in no area that anybody named. */
export const NO_AREA = '地址已封存'

/**
 * One limit of one step. Instants in UTC ms; `doneAt` is a completion, `endedAt` any other end
 * (skipped, not applicable, cancelled).
 */
export type LimitStats = {
  stepId: string
  planId: string
  clause: string
  startedAt: number
  dueAt: number
  doneAt: number | null
  endedAt: number | null
  lateAt: number | null // lateness once recorded stays, whatever a wrong clock says afterwards
  toldAt?: number // that it was done at `doneAt` was said only then
  explained: boolean
  reason?: string // why it was late, as somebody said; a seal in a sentence since it is sealed
  report?: ReportKind // it is the limit of a report
  proposed?: true // no source sets it: it counts apart
}

/**
 * One clock of attention: a step or a question that somebody had to take in hand. Instants in UTC
 * ms; `doneAt`: somebody took it or answered, `endedAt`: it was no longer needed.
 */
export type NudgeStats = {
  stepId: string | null
  factKey: string | null
  planId: string
  startedAt: number
  dueAt: number
  doneAt: number | null
  endedAt: number | null
}

/** One report that the law wants. Instants in UTC ms, as of a limit. */
export type LawReportStats = Omit<ReportClock, 'source'>

/**
 * What became of an incident afterwards. `open`: the due days (dates of the site) of aftercare that
 * nobody has finished; what was withdrawn is nowhere. `evaluations`: of plans, with how many of
 * them came after their term. `lessons`: how many its reviews have.
 */
export type AftermathStats = {
  done: number
  open: readonly string[]
  agreedFen: number
  paidFen: number
  reviewed: boolean
  passedOver: boolean // it was archived without the review that its level asks for
  lessons: number
  evaluations: { done: number; late: number }
}

/** What decides how a limit counts. */
export type LimitEnd = Pick<LimitStats, 'dueAt' | 'doneAt' | 'endedAt' | 'lateAt' | 'toldAt'>

/**
 * One incident as the figures see it. `counted` is false for false reports, for those merged into
 * another one, and for those whose import was withdrawn.
 */
export type IncidentStats = {
  incidentId: string
  number?: string // the short one; absent of imported ones, and of those from before there were any
  // local calendar month of occurredAt, else receivedAt, in the site's zone: `2026-11`
  month: string
  at: number // that instant
  drill: boolean
  counted: boolean
  falseReport: boolean
  category: string | null
  legalCategory: string | null
  type: string | null
  level: number | null
  place: string
  address?: Sealed // where the place is somebody's home; `place` is then the area that it lies in
  channel: string | null
  state: string
  moments: Readonly<Record<string, number>>
  limits: readonly LimitStats[]
  // what people said of it; absent where nobody did, and in stats from before it could be said
  severity?: Severity
  casualties?: Counts
  loss?: number // yuan
  impact?: ImpactNumbers
  // absent where there is none
  // in the order in which they were activated
  plans?: readonly { planId: string; revision: string }[]
  alerts?: readonly AlertLogEntry[] // in the order in which they were raised
  nudges?: readonly NudgeStats[] // in the order in which their clocks began
  lawReports?: readonly LawReportStats[] // that the law wants, in the order in which they began
  // pieces, and how many of them need not be kept any longer
  evidence?: { kept: number; mayGo: number }
  aftermath?: AftermathStats
  // a past one from a file; withdrawn with its import, it counts nowhere
  imported?: 'counted' | 'withdrawn'
  // to questions that are asked for statistics alone: `plan|question` → options
  answers?: Readonly<Record<string, readonly string[]>>
}
