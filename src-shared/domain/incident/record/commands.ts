/**
 * Everything that can be asked of an incident. Imperative; a person's, already checked against the
 * contract, or the station's own.
 */
import type { Sealed } from '../../sealed.ts'
import type { FactValue, Plan } from '../../plan/plan.ts'
import type { ImportCommand } from '../rules/imported.ts'
import type { JudgingCommand } from '../rules/index.ts'
import type { IncidentState, OnBehalfOf, Outcome } from './state.ts'

/** A type of the site's tree with the category it lies under. */
export type IncidentTypeRef = { code: string; category: string; legal: string | null }

export type ReportIncident = {
  type: 'ReportIncident'
  place: string
  narrative: Sealed
  incidentType: IncidentTypeRef | null
  channel: string | null
  reporter: Sealed | null
  occurredAt: number | null
  drill: boolean
}
/**
 * The plan comes whole: what runs is this text, whatever is edited afterwards. `classify` is the
 * type of a plan that answers exactly one: an incident without a type takes it. `provisional` null:
 * as the plan says.
 */
export type ActivatePlan = {
  type: 'ActivatePlan'
  plan: Plan
  classify?: IncidentTypeRef | null
  level: number | null
  commander: string | null
  provisional: boolean | null
  supersedes: string | null
}
export type ConfirmActivation = {
  type: 'ConfirmActivation'
  planId: string
  confirmed: boolean
  reason: string | null
}
export type DismissProposal = { type: 'DismissProposal'; planId: string; reason: string | null }
export type AnswerFact = {
  type: 'AnswerFact'
  key: string
  planId: string | null
  value: FactValue
}
export type AcceptStep = {
  type: 'AcceptStep'
  stepId: string
  reason: string | null
  onBehalfOf: OnBehalfOf | null
}
export type FinishStep = {
  type: 'FinishStep'
  stepId: string
  outcome: Outcome
  reason: string | null
  onBehalfOf: OnBehalfOf | null
}
export type ExplainStep = { type: 'ExplainStep'; stepId: string; reason: string }
export type CorrectStep = { type: 'CorrectStep'; stepId: string; reason: string }
export type MoveIncident = { type: 'MoveIncident'; to: IncidentState; reason: string | null }
export type AcknowledgeAlert = { type: 'AcknowledgeAlert'; alertId: string }
export type SilenceAlert = { type: 'SilenceAlert'; alertId: string; forMs: number }
export type AddNote = { type: 'AddNote'; words: Sealed }
/**
 * Sent by the ticker: the deadlines (by key) that either clock says are due. Sending it again
 * changes nothing.
 */
export type CheckDeadlines = { type: 'CheckDeadlines'; due: readonly string[] }

export type IncidentCommand =
  | ReportIncident
  | ActivatePlan
  | ConfirmActivation
  | DismissProposal
  | AnswerFact
  | AcceptStep
  | FinishStep
  | ExplainStep
  | CorrectStep
  | MoveIncident
  | AcknowledgeAlert
  | SilenceAlert
  | AddNote
  | CheckDeadlines
  | JudgingCommand
  | ImportCommand
