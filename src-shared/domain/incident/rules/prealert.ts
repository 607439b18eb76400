/**
 * The pre-alert (预警启动, GB/T 29639): prepared and watched, not yet a response. Its colour is the
 * warning level (突发事件应对法 art. 63, 70) and nothing else: neither the response level nor the
 * severity.
 */
import { accept, unreachable, type Decision, type Meta } from '../../decision.ts'
import { noPrealert, noPrealertNow, sameWarning } from '../record/assessment-refusals.ts'
import type { Warning } from '../record/scales.ts'
import type { Incident, IncidentState } from '../record/state.ts'

export type SetPrealert = { type: 'SetPrealert'; warning: Warning; reason: string | null }
export type EndPrealert = { type: 'EndPrealert'; reason: string | null }

/** `before` is the colour that is raised or lowered, null where the pre-alert begins. */
export type PrealertSet = {
  type: 'PrealertSet'
  warning: Warning
  before: Warning | null
  reason: string | null
}
/** The danger has passed: the incident is being assessed again. */
export type PrealertEnded = {
  type: 'PrealertEnded'
  warning: Warning | null
  reason: string | null
}
export type PrealertEvent = PrealertSet | PrealertEnded

/** Before a response, and while the pre-alert stands. */
export const canPrealert = (state: IncidentState): boolean =>
  ['reported', 'verifying', 'assessing', 'prealert'].includes(state)

/** The colour in force: only while the incident is in pre-alert, whatever was said before. */
export const warningOf = (incident: Incident): Warning | null =>
  incident.state === 'prealert' ? (incident.warning ?? null) : null

/** Refused: any later state (`bad-move`), the colour that it has (`no-change`). */
export function setPrealert(
  incident: Incident,
  { warning, reason }: SetPrealert,
): Decision<PrealertEvent> {
  if (!canPrealert(incident.state)) return noPrealertNow(incident.state)
  const before = warningOf(incident)
  return before === warning
    ? sameWarning(warning)
    : accept({ type: 'PrealertSet', warning, before, reason })
}

/**
 * Refused where there is no pre-alert (`bad-move`). Activating a plan and closing end it by
 * themselves.
 */
export const endPrealert = (
  incident: Incident,
  { reason }: EndPrealert,
): Decision<PrealertEvent> =>
  incident.state === 'prealert'
    ? accept({ type: 'PrealertEnded', warning: warningOf(incident), reason })
    : noPrealert()

export function foldPrealert(incident: Incident, event: PrealertEvent & Meta): Incident {
  switch (event.type) {
    case 'PrealertSet':
      return {
        ...incident,
        state: 'prealert',
        warning: event.warning,
        moments: { prealert: event.at, ...incident.moments },
      }
    case 'PrealertEnded':
      return {
        ...incident,
        state: 'assessing',
        moments: { assessing: event.at, ...incident.moments },
      }
    default:
      return unreachable(event)
  }
}
