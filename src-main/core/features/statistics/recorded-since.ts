/** Says with which month the record begins: before it there are no figures, which is not nought. */
import { localMonth } from '#shared/domain/calendar.ts'
import { monthsOf } from '#shared/domain/statistics/period.ts'
import type { QueryContext } from '../handler.ts'

/**
 * The month `2026-08` in which the site was founded, or an earlier one of which incidents were
 * entered later or brought in from a table, and not withdrawn.
 */
export async function recordedSince({
  journal,
  memory,
  reports,
  now,
}: Pick<QueryContext, 'journal' | 'memory' | 'reports' | 'now'>): Promise<string> {
  const founded = localMonth(reports.foundedAt ?? now(), memory.site.zone)
  const first = await journal.firstMonth()
  if (first === null || first >= founded) return founded
  for (const month of monthsOf({ from: `${first}-01`, to: `${founded}-01` })) {
    const { incidents, drills, falseReports } = await journal.tally(month)
    if (incidents + drills + falseReports > 0) return month
  }
  return founded
}
