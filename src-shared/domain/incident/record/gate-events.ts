/**
 * What a gate records: a step, a question or a start that is passed over, and why. It stays as it
 * is.
 */
import type { Guarded } from '../../sealed.ts'
import type { LocalizedText } from '../../text.ts'
import type { IncidentState } from './state.ts'

/** A step, a question or a plan that nobody has confirmed: the first name that is there says it. */
export type GateSubject = { stepId: string | null; factKey: string | null; planId: string }

/** `what` is its name, so that the record reads by itself. */
export type GatePassed = GateSubject & {
  type: 'GatePassed'
  to: IncidentState
  what: LocalizedText
  reason: Guarded
}

/** What is kept of it until its subject changes or the move is taken back. `at` in UTC ms. */
export type PassedOver = GateSubject & {
  to: IncidentState
  reason: Guarded
  at: number
  by: string
}

/** By which name a reason is given for it. */
export const nameOfSubject = ({ stepId, factKey, planId }: GateSubject): string =>
  stepId ?? factKey ?? planId

export const isSameSubject = (a: GateSubject, b: GateSubject): boolean =>
  a.stepId === b.stepId && a.factKey === b.factKey && a.planId === b.planId
