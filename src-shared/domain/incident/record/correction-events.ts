/**
 * What can be recorded of corrections: what was reported is put right, a move or a command is taken
 * back, a plan is ended. Past tense, plain JSON, as every event.
 */
import type { Guarded, Sealed } from '../../sealed.ts'
import type { Incident, IncidentState, StepRun } from './state.ts'

/** What a report says, as far as it can be put right. With a sealed place comes its area. */
export type ReportedPart = {
  place: Guarded
  area: string
  placeId: string
  incidentType: string | null
  category: string | null
  legalCategory: string | null
  channel: string | null
  reporter: Sealed | null
  narrative: Sealed | null
  occurredAt: number | null
}
/** `now` and `before` speak of the same parts; both stay in the record. */
export type ReportAmended = {
  type: 'ReportAmended'
  now: Partial<ReportedPart>
  before: Partial<ReportedPart>
  reason: Guarded
}

/**
 * The incident is as it was before the move to `from`: steps that the move had left out are open
 * again. `forgets`: that it reached `from` for the first time then counts no more.
 */
export type IncidentMovedBack = {
  type: 'IncidentMovedBack'
  from: IncidentState
  to: IncidentState
  reopened: readonly string[]
  forgets: boolean
  reason: Guarded
}
/**
 * A plan was ended by a person; the bases that it brought end with it. `last`: no plan is left, and
 * the incident is being assessed again.
 */
export type PlanStopped = {
  type: 'PlanStopped'
  planId: string
  ends: readonly string[]
  last: boolean
  reason: Guarded
}
/**
 * What a command did is as if it had not been: `parts` of the record and `steps` as they would
 * stand without it, null for what would not be there. `undone`: the id of the command.
 */
export type CommandUndone = {
  type: 'CommandUndone'
  undone: string
  steps: Readonly<Record<string, StepRun | null>>
  parts: Partial<{ [K in keyof Incident]: Incident[K] | null }>
}

export type CorrectionEvent = ReportAmended | IncidentMovedBack | PlanStopped | CommandUndone
