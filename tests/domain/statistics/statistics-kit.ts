/** The figures of November 2026, as they stand early in December. */
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import {
  periodStatistics,
  type PeriodStatistics,
  type Query,
} from '#shared/domain/statistics/statistics.ts'
import { ZONE, at } from '../../kit/incident-stats.ts'

export const NOW = at('2026-12-05T00:00:00')

export const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

export const figuresOf = (
  allStats: readonly IncidentStats[],
  query: Query = NOVEMBER,
  now = NOW,
  zone = ZONE,
): PeriodStatistics => periodStatistics(query, allStats, now, { zone })
