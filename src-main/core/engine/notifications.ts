/**
 * Shows the system's own notification for every alert that somebody must hear of, after the alarm
 * on the screens.
 */
import { localized } from '#shared/domain/text.ts'
import type { Alert, Incident } from '#shared/domain/incident/record/state.ts'
import { shown, type Open } from '#shared/domain/sealed.ts'
import type { Log, Notice, Notifier } from '../ports.ts'

const noticeOf = (incident: Incident, alert: Alert, open: Open): Notice => {
  const { number } = incident
  const place = shown(incident.place, open)
  const [zh, en] = number ? [`${place}（${number}）`, `${place} (${number})`] : [place, place]
  const mark = incident.drill ? localized('【演练】', 'EXERCISE: ') : localized('', '')
  return {
    title: localized(`${mark.zh}${zh} ${alert.cause.zh}`, `${mark.en}${en}: ${alert.cause.en}`),
    body: alert.action,
    drill: incident.drill,
    priority: alert.priority,
    incidentId: incident.id,
    alertId: alert.id,
  }
}

/** `incident` is null once it has left the board. */
export type Notifications = { update: (id: string, incident: Incident | null) => void }

/**
 * Looks at an incident after it was saved: each unacknowledged alert is notified once for every
 * post that it reaches.
 */
export function createNotifications(notifier: Notifier, log: Log, open: Open): Notifications {
  const notified = new Map<string, number>() // alert id → posts that it had reached then
  return {
    update(id, incident) {
      const alerts = incident?.alerts ?? []
      for (const alert of alerts) {
        if (!incident || alert.acknowledged || (notified.get(alert.id) ?? -1) >= alert.told.length)
          continue
        notified.set(alert.id, alert.told.length)
        Promise.resolve()
          .then(() => notifier.notify(noticeOf(incident, alert, open)))
          .catch((error: unknown) => log.error('notification-failed', error, { alertId: alert.id }))
      }
      for (const alertId of notified.keys())
        if (alertId.startsWith(`${id}.`) && !alerts.some((alert) => alert.id === alertId))
          notified.delete(alertId)
    },
  }
}
