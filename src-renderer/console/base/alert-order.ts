/**
 * Orders the alerts: highest on top, none dropped; in a flood grouped by incident (ISA-18.2).
 */
import { FLOOD_WINDOW_MS } from '#shared/domain/statistics/flood.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { BoardAlert, BoardFault, BoardIncident } from '#shared/domain/board/types.ts'

/** `incident` null: the station itself is at fault. */
export type DeskAlert =
  { alert: BoardAlert; incident: BoardIncident } | { alert: BoardFault; incident: null }
// null: not grouped, or the station's own
export type AlertGroup = { incident: BoardIncident | null; alerts: readonly DeskAlert[] }

/** `place`: of its incident in the order of urgency; what concerns no incident stands behind. */
const rank = ({ alert, incident }: DeskAlert, place: number): readonly number[] => [
  alert.acknowledgedAt === null ? 0 : 1,
  incident?.drill ? 1 : 0,
  alert.priority,
  place,
  alert.raisedAt,
]

const compare = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((value, place) => value !== b[place])
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0)
}

/**
 * Not acknowledged before acknowledged, real before drills, then by priority, then as urgent as
 * their incidents (in whose order they come), then the oldest.
 */
export function inAlertOrder(
  incidents: readonly BoardIncident[],
  faults: readonly BoardFault[] = [],
): readonly DeskAlert[] {
  const ofStation = faults.map((alert): DeskAlert => ({ alert, incident: null }))
  const ranked = [
    ...ofStation.map((desk) => ({ desk, place: incidents.length })),
    ...incidents.flatMap((incident, place) =>
      incident.alerts.map((alert): { desk: DeskAlert; place: number } => ({
        desk: { alert, incident },
        place,
      })),
    ),
  ]
  return ranked
    .sort((a, b) => compare(rank(a.desk, a.place), rank(b.desk, b.place)))
    .map(({ desk }) => desk)
}

/** So many incidents that are asked after stand by themselves; the rest is one line. */
const ASKED = 3
const isAsked = ({ alert }: DeskAlert): boolean =>
  alert.acknowledgedAt === null && alert.stepId === null && alert.kind !== 'fault'

/** `alerts` in order, without those that stand together in one line: `folded`. */
export function foldAsked(alerts: readonly DeskAlert[]): {
  shown: readonly DeskAlert[]
  folded: readonly DeskAlert[]
} {
  const folded = alerts.filter(isAsked).slice(ASKED)
  return { shown: alerts.filter((alert) => !folded.includes(alert)), folded }
}

/** It stands longer than a day: left over, and said so. */
export const isStale = ({ raisedAt }: Pick<BoardAlert, 'raisedAt'>, now: number): boolean =>
  now - raisedAt > DAY_MS

/** The one that F8 silences and acknowledges. */
export const topAlert = (alerts: readonly DeskAlert[]): DeskAlert | null =>
  alerts.find(({ alert }) => alert.acknowledgedAt === null) ?? null

/**
 * What F8 acknowledges: the top one and, where no life hangs on it, what else of its incident is in
 * sight and no life hangs on.
 */
export function acknowledgedByKey(
  alerts: readonly DeskAlert[],
  isInSight: (id: string) => boolean,
): readonly DeskAlert[] {
  const top = topAlert(alerts)
  if (!top?.incident || top.alert.priority === 1) return top ? [top] : []
  return alerts.filter(
    (desk) =>
      desk === top ||
      (desk.incident === top.incident &&
        desk.alert.priority > 1 &&
        desk.alert.acknowledgedAt === null &&
        desk.alert.shelved === null &&
        isInSight(desk.alert.id)),
  )
}

/**
 * What one press acknowledges of alerts of one incident that stand in one line: the highest alone
 * where life hangs on it, else all that no life hangs on and nobody has shelved.
 */
export function acknowledgedTogether(alerts: readonly DeskAlert[]): readonly DeskAlert[] {
  const top = topAlert(alerts)
  if (!top || top.alert.priority === 1) return top ? [top] : []
  return alerts.filter(
    ({ alert }) =>
      alert.acknowledgedAt === null &&
      (alert === top.alert || (alert.priority > 1 && alert.shelved === null)),
  )
}

/** Raised within the last ten minutes. */
export const recentCount = (alerts: readonly DeskAlert[], now: number): number =>
  alerts.filter(({ alert }) => now - alert.raisedAt < FLOOD_WINDOW_MS).length

/**
 * One group without a head, or in a flood one group an incident; the incident of the highest alert
 * first.
 */
export function alertGroups(alerts: readonly DeskAlert[], flood: boolean): readonly AlertGroup[] {
  if (!flood) return alerts.length > 0 ? [{ incident: null, alerts }] : []
  const incidents = [...new Set(alerts.map(({ incident }) => incident))]
  return incidents.map((incident) => ({
    incident,
    alerts: alerts.filter((alert) => alert.incident === incident),
  }))
}
