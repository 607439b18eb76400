/**
 * Leaves what is late to its own alert, since one thing has one alert: its clock runs on, and joins
 * the incident's alert of attention only after somebody has acknowledged that it is late.
 */
import { SOUND_SPACING_MS } from '../../attention/times.ts'
import { sameSubject, type AttentionClock } from '../record/attention.ts'
import type { AttentionDue, Recorded } from '../record/events.ts'
import type { Alert, Incident } from '../record/state.ts'
import { joinsAt, nextAsked, withClocks } from './attention-clocks.ts'

const lateAlert = ({ stepId }: AttentionClock, { alerts }: Incident): Alert | undefined =>
  stepId === null
    ? undefined
    : alerts.find((alert) => alert.kind === 'late' && alert.stepId === stepId)

/** Is it asked for by the incident's alert of attention, as the record stands? */
export function isMember(clock: AttentionClock, incident: Incident): boolean {
  if (clock.joinedAt === null) return false
  const late = lateAlert(clock, incident)
  return !late || (late.acknowledged !== null && clock.joinedAt > late.acknowledged.at)
}

/** It joins after what was acknowledged before it, also where the clock was put back since. */
export const attentionDue = (
  incident: Incident,
  { members, at }: Recorded<AttentionDue>,
): Incident =>
  withClocks(incident, (clock) => {
    if (!members.some((member) => sameSubject(member, clock))) return clock
    const acknowledged = lateAlert(clock, incident)?.acknowledged
    return { ...clock, joinedAt: acknowledged ? Math.max(at, acknowledged.at + 1) : at }
  })

/**
 * When it joins the incident's alert (UTC ms); null while its own alert asks for it. Once that is
 * acknowledged only life safety is asked for again: three minutes later, and what is taken when its
 * time has come again.
 */
export function memberFrom(
  clock: AttentionClock,
  lifeSafety: boolean,
  incident: Incident,
): number | null {
  const at = joinsAt(clock, lifeSafety, incident)
  const late = lateAlert(clock, incident)
  if (!late) return at
  if (!late.acknowledged || !lifeSafety) return null
  const acknowledgedAt = late.acknowledged.at
  if (clock.kind === 'taken') return at > acknowledgedAt ? at : nextAsked(clock, acknowledgedAt)
  return Math.max(at, acknowledgedAt + SOUND_SPACING_MS)
}
