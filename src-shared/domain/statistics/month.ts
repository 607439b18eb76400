/**
 * The figures of one month, as wall, board and lists show them: a view of the one count behind
 * every figure.
 */
import type { IncidentStats } from './incident-stats.ts'
import { tallyOf, type Counts, type Tally } from './tally.ts'

export { limitResult as limitStanding, type LimitResult as LimitStanding } from './limit.ts'
export type { Counts } from './tally.ts'

export type MonthStatistics = {
  month: string
  incidents: number // real ones; drills, false reports and merged ones are out
  byCategory: Counts // keys are codes of the site's categories, or `none`
  byLegalCategory: Counts
  byType: Counts
  byLevel: Counts
  limits: { due: number; met: number; late: number }
  drills: number
  falseReports: number
}

/**
 * The figures of a month from its tally. A limit that still runs is late from the instant `now`
 * (UTC ms) at which it is due.
 */
export function monthOfTally(month: string, tally: Tally, now: number): MonthStatistics {
  const {
    incidents,
    drills,
    falseReports,
    byCategory,
    byLegalCategory,
    byType,
    byLevel,
    met,
    open,
  } = tally
  const late = tally.late + open.filter((dueAt) => now >= dueAt).length
  return {
    month,
    incidents,
    byCategory,
    byLegalCategory,
    byType,
    byLevel,
    limits: { due: met + late, met, late },
    drills,
    falseReports,
  }
}

/**
 * The figures of one local calendar month from the stats of its incidents. `allStats` may hold
 * other months: they are left out. A limit belongs to the month of its incident; a drill enters
 * `drills` and nothing else.
 */
export const monthStatistics = (
  month: string,
  allStats: readonly IncidentStats[],
  now: number,
): MonthStatistics =>
  monthOfTally(month, tallyOf(allStats.filter((stats) => stats.month === month)), now)
