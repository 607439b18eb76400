/**
 * Folds what becomes of an alert into the log that stays after it is cleared: for the figures
 * alone. Believes every fact, refuses none.
 */
import type { AlertFact } from '../../statistics/incident-stats.ts'
import type { AlertRaised, Recorded } from '../record/events.ts'
import type { Incident } from '../record/state.ts'

export const loggedRaised = (
  incident: Incident,
  { alert, at }: Recorded<AlertRaised>,
): readonly AlertFact[] => [
  ...(incident.alertLog ?? []),
  {
    stepId: alert.stepId,
    priority: alert.priority,
    raisedAt: at,
    acknowledgedAt: null,
    clearedAt: null,
  },
]

/** The n-th alert of an incident bears its number after the last dot of its id. */
export function logged(
  incident: Incident,
  alertId: string,
  part: Partial<Pick<AlertFact, 'acknowledgedAt' | 'clearedAt'>>,
): Pick<Incident, 'alertLog'> {
  const nth = Number(alertId.slice(alertId.lastIndexOf('.') + 1)) - 1
  return incident.alertLog
    ? { alertLog: incident.alertLog.map((one, n) => (n === nth ? { ...one, ...part } : one)) }
    : {}
}
