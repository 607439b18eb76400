/**
 * Orders the alerts: highest on top, none dropped; in a flood grouped by incident (ISA-18.2).
 */
import type { BoardAlert, BoardFault, BoardIncident } from '#shared/domain/board/types.ts'

/** `incident` null: the station itself is at fault. */
export type DeskAlert =
  { alert: BoardAlert; incident: BoardIncident } | { alert: BoardFault; incident: null }
// null: not grouped, or the station's own
export type AlertGroup = { incident: BoardIncident | null; alerts: readonly DeskAlert[] }

const RECENT_MS = 10 * 60_000
const FLOOD_ON = 10
const FLOOD_OFF = 5

const rank = ({ alert, incident }: DeskAlert): readonly number[] => [
  alert.acknowledgedAt === null ? 0 : 1,
  incident?.drill ? 1 : 0,
  alert.priority,
  alert.raisedAt,
]

const compare = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((value, place) => value !== b[place])
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0)
}

/** Not acknowledged before acknowledged, real before drills, then by priority, then the oldest. */
export const inAlertOrder = (
  incidents: readonly BoardIncident[],
  faults: readonly BoardFault[] = [],
): readonly DeskAlert[] =>
  [
    ...incidents.flatMap((incident) => incident.alerts.map((alert) => ({ alert, incident }))),
    ...faults.map((alert) => ({ alert, incident: null })),
  ].sort((a, b) => compare(rank(a), rank(b)))

/** The one that F8 acknowledges. */
export const topAlert = (alerts: readonly DeskAlert[]): DeskAlert | null =>
  alerts.find(({ alert }) => alert.acknowledgedAt === null) ?? null

/** Raised within the last ten minutes. */
export const recentCount = (alerts: readonly DeskAlert[], now: number): number =>
  alerts.filter(({ alert }) => now - alert.raisedAt < RECENT_MS).length

/** A flood begins above ten in ten minutes and ends below five. */
export const isFlood = (was: boolean, recent: number): boolean =>
  was ? recent >= FLOOD_OFF : recent > FLOOD_ON

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
