/**
 * Lists every alert that was ever raised of an incident, with what became of it, from its events.
 */
import type { IncidentEvent, Recorded } from '../incident/record/events.ts'
import type { Alert } from '../incident/record/state.ts'

/** Instants in UTC ms, null while it has not happened. `notified`: how many posts were notified. */
export type AlertRecord = Pick<
  Alert,
  'id' | 'kind' | 'priority' | 'stepId' | 'cause' | 'raisedAt'
> & {
  notified: number
  acknowledgedAt: number | null
  acknowledgedBy: string | null
  clearedAt: number | null
}

const changed = (
  alerts: readonly AlertRecord[],
  id: string,
  part: (alert: AlertRecord) => Partial<AlertRecord>,
): AlertRecord[] => alerts.map((alert) => (alert.id === id ? { ...alert, ...part(alert) } : alert))

/** What was undone has neither acknowledged nor cleared it. */
function asRestored(alert: AlertRecord, restored: readonly Alert[]): AlertRecord {
  const then = restored.find(({ id }) => id === alert.id)
  return then
    ? {
        ...alert,
        acknowledgedAt: then.acknowledged?.at ?? null,
        acknowledgedBy: then.acknowledged?.by ?? null,
        clearedAt: null,
      }
    : alert
}

/** In the order in which they were raised. */
export const alertsOf = (events: readonly Recorded<IncidentEvent>[]): readonly AlertRecord[] =>
  events.reduce<readonly AlertRecord[]>((alerts, event) => {
    switch (event.type) {
      case 'AlertRaised': {
        const { id, kind, priority, stepId, cause } = event.alert
        return [
          ...alerts,
          {
            id,
            kind,
            priority,
            stepId,
            cause,
            raisedAt: event.at,
            notified: 0,
            acknowledgedAt: null,
            acknowledgedBy: null,
            clearedAt: null,
          },
        ]
      }
      case 'AlertClimbed':
        return event.told.skipped.length > 0
          ? alerts
          : changed(alerts, event.alertId, ({ notified }) => ({ notified: notified + 1 }))
      case 'AlertAcknowledged':
        return changed(alerts, event.alertId, () => ({
          acknowledgedAt: event.at,
          acknowledgedBy: event.by,
        }))
      case 'CommandUndone':
        return alerts.map((alert) => asRestored(alert, event.parts.alerts ?? []))
      case 'AlertCleared':
        return changed(alerts, event.alertId, () => ({ clearedAt: event.at }))
      default:
        return alerts
    }
  }, [])
