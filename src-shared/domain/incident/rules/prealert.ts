/**
 * Sets and ends the pre-alert (预警启动, GB/T 29639): prepared and watched, not yet a response. Its
 * colour is the warning level (突发事件应对法 art. 63, 70), a scale of its own beside response level and
 * severity.
 */
import { accept, type Decision } from '../../decision.ts'
import type { EndPrealert, SetPrealert } from '../record/commands.ts'
import type { PrealertEnded, PrealertSet, Recorded } from '../record/events.ts'
import { noPrealert, noPrealertNow, sameWarning } from '../record/assessment-refusals.ts'
import type { Warning } from '../record/scales.ts'
import type { Incident, IncidentState } from '../record/state.ts'

/** Before a response, and while the pre-alert stands. */
export const canPrealert = (state: IncidentState): boolean =>
  ['reported', 'verifying', 'assessing', 'prealert'].includes(state)

/** The colour in force: only while the incident is in pre-alert. */
export const warningOf = (incident: Incident): Warning | null =>
  incident.state === 'prealert' ? (incident.warning ?? null) : null

/** Refused: any later state (`bad-move`), the colour that it has (`no-change`). */
export function setPrealert(
  incident: Incident,
  { warning, reason }: SetPrealert,
): Decision<PrealertSet> {
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
): Decision<PrealertEnded> =>
  incident.state === 'prealert'
    ? accept({ type: 'PrealertEnded', warning: warningOf(incident), reason })
    : noPrealert()

export const prealertSet = (
  incident: Incident,
  { warning, at }: Recorded<PrealertSet>,
): Incident => ({
  ...incident,
  state: 'prealert',
  warning,
  moments: { prealert: at, ...incident.moments },
})

export const prealertEnded = (incident: Incident, { at }: Recorded<PrealertEnded>): Incident => ({
  ...incident,
  state: 'assessing',
  moments: { assessing: at, ...incident.moments },
})
