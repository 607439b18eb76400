/**
 * Counts how well the alarms themselves behaved, by the rows of ISA-18.2 that the record can fill.
 */
import { FLOOD_OFF, FLOOD_ON, FLOOD_WINDOW_MS } from './flood.ts'
import { DAY_MS, MINUTE_MS } from '../units.ts'
import type { AlertKind, AlertLogEntry } from '../incident/record/state.ts'
import { spread } from './spread.ts'

/**
 * Spans in which somebody acknowledged: 60 s, then the next post is told; 120 s, then the
 * one above.
 */
export const ACKNOWLEDGED_MS = { s60: MINUTE_MS, s120: 2 * MINUTE_MS } as const
/** An alert that stands longer than this is stale. */
const STALE_MS = DAY_MS
/** So many steps are named as those with the most alerts. */
const MOST_FREQUENT = 10

export type AlertPerformance = {
  raised: number
  acknowledged: number
  // s120 includes s60; raised = s120 + later + never
  acknowledgedWithin: { s60: number; s120: number; later: number; never: number }
  medianAck: number | null // ms from raised to acknowledged
  p90Ack: number | null
  standing: number // stood for more than 24 hours
  // a flood begins with the eleventh alert within ten minutes and ends when fewer than five are
  // left in them
  floods: number
  floodMs: number // how long the floods lasted together
  peak: number // most alerts within any ten minutes
  perDay: number | null // mean of the days that have begun, to two places; null if none has
  byPriority: Readonly<Record<string, number>>
  byKind: Readonly<Record<string, number>>
  // the ten steps with the most alerts, most first
  frequent: readonly { stepId: string; raised: number }[]
}

/**
 * The kind of a logged alert. Entries of older programs name none: those of priority 3 were of a
 * step that nobody recorded, all others of a limit.
 */
export const alertKindOf = ({ kind, priority }: AlertLogEntry): AlertKind =>
  kind ?? (priority === 3 ? 'not-recorded' : 'late')

/** From raised to acknowledged, in ms; null while nobody has acknowledged it. */
export const ackMs = ({ raisedAt, acknowledgedAt }: AlertLogEntry): number | null =>
  acknowledgedAt === null ? null : Math.max(0, acknowledgedAt - raisedAt)

/** Whether it stood for more than 24 hours, if it has not been cleared until `now` (UTC ms). */
export const isStale = ({ raisedAt, clearedAt }: AlertLogEntry, now: number): boolean =>
  (clearedAt ?? now) - raisedAt > STALE_MS

/** Floods over all alerts, and the most within ten minutes. `raised`: instants, in order. */
export function floodsIn(raised: readonly number[]): {
  floods: number
  floodMs: number
  peak: number
} {
  let [floods, floodMs, peak] = [0, 0, 0]
  let began: number | null = null
  let oldest = 0
  raised.forEach((at, n) => {
    while ((raised[oldest] ?? at) <= at - FLOOD_WINDOW_MS) oldest += 1
    const within = n - oldest + 1
    peak = Math.max(peak, within)
    if (began === null && within > FLOOD_ON) {
      began = at
      floods += 1
    }
    // the fifth from the end leaves the window: four are left
    const calm = (raised[n - FLOOD_OFF + 1] ?? at) + FLOOD_WINDOW_MS
    if (began !== null && (raised[n + 1] ?? Infinity) >= calm) {
      floodMs += calm - began
      began = null
    }
  })
  return { floods, floodMs, peak }
}

/** `alerts` in any order; `days`: how many days of the period have begun. */
export function alertPerformance(
  alerts: readonly AlertLogEntry[],
  days: number,
): Omit<
  AlertPerformance,
  'byPriority' | 'byKind' | 'raised' | 'acknowledged' | 'acknowledgedWithin' | 'standing'
> {
  const times = spread(alerts.flatMap((alert) => ackMs(alert) ?? []))
  const ofSteps = alerts.filter(({ stepId }) => stepId !== '')
  const steps = Map.groupBy(ofSteps, ({ stepId }) => stepId)
  return {
    medianAck: times.median,
    p90Ack: times.p90,
    ...floodsIn(alerts.map(({ raisedAt }) => raisedAt).sort((a, b) => a - b)),
    perDay: days === 0 ? null : Math.round((alerts.length / days) * 100) / 100,
    frequent: [...steps]
      .map(([stepId, alertsOfStep]) => ({ stepId, raised: alertsOfStep.length }))
      .sort((a, b) => b.raised - a.raised || (a.stepId < b.stepId ? -1 : 1))
      .slice(0, MOST_FREQUENT),
  }
}
