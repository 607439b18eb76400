/**
 * Who called about an incident after its report, what of their words is new, and which incidents
 * were merged into it.
 */
import type { FactValue } from '../../plan/plan.ts'
import type { ReportKind } from '../../plan/report-kind.ts'
import type { Guarded, Sealed } from '../../sealed.ts'
import type { PeopleKind, Severity } from './scales.ts'
import type { Counts } from './slices.ts'

/** An answer that a caller's words give to a question of a plan that runs. */
export type HeardAnswer = { planId: string; key: string; value: FactValue }

/**
 * What a caller tells that nobody had told before: shown and proposed, never set by itself.
 * `casualties`: at least so many. `planId`: what else it sounds like.
 */
export type CallerNews = {
  place?: Sealed
  casualties?: Counts
  atLeastOne?: readonly PeopleKind[]
  severity?: Severity
  planId?: string
  answers?: readonly HeardAnswer[]
}

/** `nth`: the report is the first. `parted`: it was filed as an incident of its own. */
export type Caller = {
  id: string
  nth: number
  at: number
  by: string
  narrative: Sealed
  reporter: Sealed | null
  channel: string | null
  news?: CallerNews
  parted?: { incidentId: string; number?: string; at: number; by: string; reason: Guarded }
}

/** A limit that was late when its incident was merged. Instants in UTC ms. */
export type CarriedLimit = {
  stepId: string
  planId: string
  clause: string
  startedAt: number
  dueAt: number
  doneAt: number | null
  endedAt: number | null
  lateAt: number | null
  toldAt?: number
  explained: boolean
  reason?: Guarded
  report?: ReportKind
  proposed?: true
}

/** `callers`: how many it had. `plans`: of its late limits. */
export type TakenIn = {
  incidentId: string
  number?: string
  callers: number
  late: readonly CarriedLimit[]
  plans: readonly { planId: string; revision: string }[]
  at: number
  by: string
  reason: Guarded
}

/** Where an incident went that was merged. */
export type MergedInto = { incidentId: string; number?: string; at: number; by: string }

type WithCallers = { callers?: readonly Caller[]; takenIn?: readonly TakenIn[] }

/** How many have called about it, the report and those of merged incidents included. */
export const callerCount = ({ callers = [], takenIn = [] }: WithCallers): number =>
  1 +
  callers.filter(({ parted }) => !parted).length +
  takenIn.reduce((sum, merged) => sum + merged.callers, 0)
