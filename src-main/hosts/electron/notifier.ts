/**
 * Shows the system's own notifications, second to the alarm on the screens, and logs their fate.
 */
import { Notification } from 'electron'
import type { Log, Notice, Notifier } from '#main/core/ports.ts'
import type { Language } from '#shared/contract/bridge.ts'
import { notificationOptions } from './notification-options.ts'

export type Notifications = Notifier & {
  /** Closes the notifications of acknowledged alerts. `open`: ids of the unacknowledged alerts. */
  settle(open: ReadonlySet<string>): void
  stop(): void
}

const SHOWN_WITHIN = 5_000 // ms; a system silent until then has most likely shown nothing

/** `open` shows the incident of a notification that somebody has clicked. */
export function createNotifications(
  language: () => Language,
  open: (incidentId: string) => void,
  log: Log,
): Notifications {
  const shown = new Map<string, Notification>() // a collected notification would lose its click

  function show(notice: Notice): Promise<void> {
    const { alertId, incidentId } = notice
    shown.get(alertId)?.close() // the same alert again, for the next post
    const notification = new Notification(notificationOptions(notice, language()))
    shown.set(alertId, notification)
    const forget = (): void => {
      if (shown.get(alertId) === notification) shown.delete(alertId)
    }
    notification.on('click', () => open(incidentId))
    notification.on('close', () => {
      forget()
      log.info('notification-closed', { alertId })
    })
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error('the system has not said that it shows the notification')),
        SHOWN_WITHIN,
      )
      notification.once('show', () => {
        clearTimeout(timer)
        resolve()
      })
      notification.once('failed', (_event, why) => {
        clearTimeout(timer)
        forget()
        reject(new Error(`notification failed: ${why}`))
      })
      notification.show()
    })
  }

  return {
    notify: async (notice) => {
      if (!Notification.isSupported()) throw new Error('this desktop shows no notifications')
      await show(notice)
    },
    settle(openAlerts) {
      for (const [alertId, notification] of shown)
        if (!openAlerts.has(alertId)) notification.close()
    },
    stop() {
      for (const notification of shown.values()) notification.close()
      shown.clear()
    },
  }
}
