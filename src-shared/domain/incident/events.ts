/** Everything that can be recorded of an incident. Past tense, plain JSON, never edited once released: a new shape is a new event or an upcast. */
import type { Text } from '../text.ts'
import type { Sealed } from '../sealed.ts'
import type { FactValue } from '../plan/plan.ts'
import type { Meta } from '../decision.ts'
import type { Alert, IncidentState, Limit, OnBehalfOf, Outcome, Standing, Told } from './state.ts'

export type IncidentReported = {
  type: 'IncidentReported'
  place: string
  narrative: Sealed
  incidentType: string | null
  category: string | null
  legalCategory: string | null
  channel: string | null
  reporter: Sealed | null
  occurredAt: number | null
  drill: boolean
}
/** What kind of incident it is became known after the report: by the plan that was activated. */
export type IncidentClassified = { type: 'IncidentClassified'; incidentType: string; category: string; legalCategory: string | null }
export type PlanActivated = {
  type: 'PlanActivated'
  planId: string
  revision: string
  level: number | null
  commander: string | null
  provisional: boolean
  supersedes: string | null
  stepIds: readonly string[]
}
export type FactAnswered = { type: 'FactAnswered'; key: string; planId: string | null; value: FactValue; question: Text }
export type StepChange = { stepId: string; standing: Standing; limit: Limit | null }
export type StepsChanged = { type: 'StepsChanged'; changes: readonly StepChange[] }
export type StepAccepted = { type: 'StepAccepted'; stepId: string; onBehalfOf: OnBehalfOf | null; reason?: string }
/** `automatic`: the station marked it, as a consequence of what a person asked for; the text says why. */
export type StepFinished = {
  type: 'StepFinished'
  stepId: string
  outcome: Outcome
  reason: string | null
  onBehalfOf: OnBehalfOf | null
  outOfOrder: boolean
  automatic?: Text
}
export type StepLate = { type: 'StepLate'; stepId: string; dueAt: number; lateByMs: number }
export type StepExplained = { type: 'StepExplained'; stepId: string; reason: string }
export type StepCorrected = { type: 'StepCorrected'; stepId: string; reason: string }
export type TimePassed = { type: 'TimePassed'; threshold: string }
export type AlertRaised = { type: 'AlertRaised'; alert: Omit<Alert, 'raisedAt' | 'told' | 'acknowledged' | 'silencedUntil'> }
export type AlertClimbed = { type: 'AlertClimbed'; alertId: string; told: Omit<Told, 'at'>; say: Text | null }
export type AlertAcknowledged = { type: 'AlertAcknowledged'; alertId: string }
export type AlertSilenced = { type: 'AlertSilenced'; alertId: string; until: number }
export type AlertCleared = { type: 'AlertCleared'; alertId: string; why: 'finished' | 'not-needed' | 'over' }
export type IncidentMoved = { type: 'IncidentMoved'; from: IncidentState; to: IncidentState; reason: string | null }
export type NoteAdded = { type: 'NoteAdded'; words: Sealed }

export type IncidentEvent =
  | IncidentReported | IncidentClassified | PlanActivated | FactAnswered | StepsChanged | StepAccepted | StepFinished | StepLate | StepExplained
  | StepCorrected | TimePassed | AlertRaised | AlertClimbed | AlertAcknowledged | AlertSilenced | AlertCleared | IncidentMoved | NoteAdded

/** An event as it stands in the record: with person and instant. */
export type Recorded<E> = E & Meta
