/** What has happened since the beginning of yesterday, in a few numbers: for a sentence. */
import { localDate, startOfDate } from '../calendar.ts'
import { DAY_MS } from '../units.ts'
import type { IncidentStats } from './incident-stats.ts'
import { COUNTS, isIn, type Frame } from './metrics.ts'
import type { Period } from './period.ts'

/**
 * `incidents`, `drills`, `falseReports`: those of yesterday and today, as for any period; `late`:
 * limits of these incidents; `closed`: real incidents that were closed since then.
 */
export type SinceYesterday = {
  incidents: number
  drills: number
  falseReports: number
  late: number
  closed: number
}

/** Yesterday and today; `now` in UTC ms. */
export function sinceYesterday(now: number, zone: string): Period {
  const to = localDate(now, zone)
  const from = new Date(Date.parse(`${to}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
  return { from, to }
}

/** `allStats`: also of incidents that occurred before, as far as their closing is to be counted. */
export function happenedSince(
  { from, to }: Period,
  allStats: readonly IncidentStats[],
  now: number,
  zone: string,
): SinceYesterday {
  const frame: Frame = { now, zone, drill: false }
  const start = startOfDate(from, zone)
  const ofPeriod = allStats.filter(({ at }) => {
    const date = localDate(at, zone)
    return from <= date && date <= to
  })
  const count = (metric: 'incidents' | 'drills' | 'falseReports' | 'limits.late'): number =>
    ofPeriod.reduce((sum, stats) => sum + COUNTS[metric](stats, frame).length, 0)
  return {
    incidents: count('incidents'),
    drills: count('drills'),
    falseReports: count('falseReports'),
    late: count('limits.late'),
    closed: allStats.filter(
      (stats) => isIn(stats, frame) && (stats.moments['closed'] ?? -Infinity) >= start,
    ).length,
  }
}
