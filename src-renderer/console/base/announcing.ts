/**
 * Which alerts a screen reader is told of: each once, when it begins to wait for somebody, and
 * again only if it gets graver. What goes on waiting, and what ticks in it, is not repeated.
 */
import type { DeskAlert } from './alert-order.ts'

/** By id of what waits: its priority, 1 the gravest. */
export type Waiting = ReadonlyMap<string, number>
export type Announcement = {
  first: DeskAlert // the most urgent of those that are new
  others: number // that are new besides it
  grave: boolean // it interrupts whatever is being read
}

const waits = ({ alert }: DeskAlert): boolean =>
  alert.acknowledgedAt === null && alert.shelved === null
/** A life hangs on it, or nothing can be recorded; no drill. */
const isGrave = (desk: DeskAlert): boolean =>
  desk.incident ? desk.alert.priority === 1 && !desk.incident.drill : desk.alert.tone === 'fault'

/** `alerts` in their order. */
export const waitingOf = (alerts: readonly DeskAlert[]): Waiting =>
  new Map(alerts.filter(waits).map(({ alert }) => [alert.id, alert.priority]))

/** What is new since `before` was waiting; null if nothing is. `alerts` in their order. */
export function announcementOf(alerts: readonly DeskAlert[], before: Waiting): Announcement | null {
  const fresh = alerts.filter(
    (desk) => waits(desk) && desk.alert.priority < (before.get(desk.alert.id) ?? Infinity),
  )
  const [first] = fresh
  return first ? { first, others: fresh.length - 1, grave: fresh.some(isGrave) } : null
}
