/** What can be recorded of alerts, calls and attention: past tense, plain JSON, as every event. */
import type { LocalizedText } from '../../text.ts'
import type { Sealed } from '../../sealed.ts'
import type { FactValue } from '../../plan/plan.ts'
import type { ClockSubject } from './attention.ts'
import type { Alert, Callee, CallOutcome, Notified } from './state.ts'

/** `quietUntil`: it is shown at once and begins to sound then. */
export type AlertRaised = {
  type: 'AlertRaised'
  alert: Omit<Alert, 'raisedAt' | 'soundedAt' | 'told' | 'acknowledged' | 'silencedUntil'>
  quietUntil?: number
}
export type AlertClimbed = {
  type: 'AlertClimbed'
  alertId: string
  told: Omit<Notified, 'at'>
  say: LocalizedText | null
}
export type AlertAcknowledged = { type: 'AlertAcknowledged'; alertId: string }
export type AlertSilenced = { type: 'AlertSilenced'; alertId: string; until: number }
/** Put off: it comes back by itself, and at once when it gets worse. `until` in UTC ms. */
export type AlertShelved = {
  type: 'AlertShelved'
  alertId: string
  until: number
  forMs: number
  reason: Sealed
}
export type AlertCleared = {
  type: 'AlertCleared'
  alertId: string
  why: 'finished' | 'not-needed' | 'over'
}
type AlertText = Pick<Alert, 'kind' | 'priority' | 'cause' | 'action' | 'owner' | 'ladder'>
/** The incident's attention concerns something else now; it stands as it stood. */
export type AlertChanged = { type: 'AlertChanged'; alertId: string } & AlertText
/** It begins to sound anew, as nobody has acted since it was acknowledged. */
export type AlertRenewed = { type: 'AlertRenewed'; alertId: string } & AlertText

/** `calledAt` in UTC ms. */
export type CallRecorded = {
  type: 'CallRecorded'
  stepId: string | null
  to: Callee
  outcome: CallOutcome
  words: Sealed | null
  calledAt: number
}
/** A clock that begins now and runs for `every` ms. */
export type ClockBegun = ClockSubject & {
  every: number
  quiet?: true
  assumed?: true
  since?: number // what it runs from (UTC ms), where the clock was put back since and it lies ahead
}
/** `taken`: somebody took the step or answered; else it is no longer needed. */
export type ClockEnded = ClockSubject & { taken: boolean }
/** Clocks of attention that begin and end. The first such event begins the incident's attention. */
export type AttentionChanged = {
  type: 'AttentionChanged'
  begins: readonly ClockBegun[]
  ends: readonly ClockEnded[]
}
/** Clocks that have come due: what they run for is asked for by the incident's one alert. */
export type AttentionDue = { type: 'AttentionDue'; members: readonly ClockSubject[] }
/** Nobody has answered in time: this opens steps of life safety until somebody does. */
export type AnswerAssumed = {
  type: 'AnswerAssumed'
  key: string
  planId: string
  value: FactValue
  question: LocalizedText
}
