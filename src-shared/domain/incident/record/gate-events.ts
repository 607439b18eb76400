/**
 * What a gate records: a step, a question or a start that is passed over, and why. It stays as it
 * is.
 */
import type { Guarded } from '../../sealed.ts'
import type { LocalizedText } from '../../text.ts'
import type { GateSubject, IncidentState } from './state.ts'

/** `what` is its name, so that the record reads by itself. */
export type GatePassed = GateSubject & {
  type: 'GatePassed'
  to: IncidentState
  what: LocalizedText
  reason: Guarded
}

/** By which name a reason is given for it. */
export const nameOfSubject = ({ stepId, factKey, planId }: GateSubject): string =>
  stepId ?? factKey ?? planId

export const isSameSubject = (a: GateSubject, b: GateSubject): boolean =>
  a.stepId === b.stepId && a.factKey === b.factKey && a.planId === b.planId
