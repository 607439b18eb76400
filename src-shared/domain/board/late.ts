/**
 * What of an incident is late: its limits that have passed, and the one thing that matters in it
 * where nobody has taken or answered that in time. Rows, cells, headers and lists all ask here, so
 * that none counts what another does not show.
 */
import { matterOf } from './matter.ts'
import type { BoardIncident, BoardStep } from './types.ts'

/** Its limit has passed at `now` (UTC ms), and it is not finished. */
export const isPast = ({ state, dueAt }: BoardStep, now: number): boolean =>
  (state === 'open' || state === 'accepted') && dueAt !== null && dueAt <= now

/** Its limits that have passed at `now` (UTC ms) and are not finished. */
export const lateLimits = ({ steps }: Pick<BoardIncident, 'steps'>, now: number): number =>
  steps.filter((step) => isPast(step, now)).length

/** Somebody should have taken or answered what matters in it; until an alert says so it is not. */
const isUnheeded = (incident: BoardIncident, now: number): boolean => {
  if (incident.alerts.every(({ acknowledgedAt }) => acknowledgedAt !== null)) return false
  const matter = matterOf(incident, now)
  return matter?.standing === 'late' && matter.kind !== 'limit'
}

/**
 * How much of it is late at `now` (UTC ms): each limit, and what nobody has in hand, which is one
 * alert however many steps it is about.
 */
export const lateIn = (incident: BoardIncident, now: number): number =>
  lateLimits(incident, now) + Number(isUnheeded(incident, now))

/** It stands inverse wherever it stands: somebody must act now. */
export const isLate = (incident: BoardIncident, now: number): boolean =>
  lateLimits(incident, now) > 0 || isUnheeded(incident, now)
