/** The one function behind every monthly figure. Wall, lists, reports and export call it; nothing else counts. */
import type { IncidentFact, LimitEnd } from './fact.ts'

export type Counts = Readonly<Record<string, number>>
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

export type LimitStanding = 'met' | 'late' | 'running' | 'not-counted'

/**
 * How one limit counts at `now` (UTC ms). met: done at or before dueAt. late: the rest whose dueAt has passed; once recorded it stays,
 * unless the step was done at the very instant of dueAt. Skipped, not applicable or cancelled before dueAt counts nowhere (design §2).
 */
export function limitStanding({ dueAt, doneAt, endedAt, lateAt }: LimitEnd, now: number): LimitStanding {
  if (doneAt === dueAt && (lateAt === null || lateAt === dueAt)) return 'met'
  if (lateAt !== null) return 'late'
  if (doneAt !== null) return doneAt < dueAt ? 'met' : 'late'
  if (endedAt !== null) return endedAt < dueAt ? 'not-counted' : 'late'
  return now >= dueAt ? 'late' : 'running'
}

const count = (facts: readonly IncidentFact[], key: (fact: IncidentFact) => string | null): Counts => {
  const counts: Record<string, number> = {}
  for (const fact of facts) {
    const at = key(fact) ?? 'none'
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

/**
 * The figures of one local calendar month from the facts of its incidents. `facts` may hold other months: they are left out.
 * A limit belongs to the month of its incident; a drill enters `drills` and nothing else.
 */
export function monthStatistics(month: string, facts: readonly IncidentFact[], now: number): MonthStatistics {
  const all = facts.filter((fact) => fact.month === month)
  const real = all.filter((fact) => !fact.drill && fact.counted)
  const standings = real.flatMap((fact) => fact.limits.map((limit) => limitStanding(limit, now)))
  const met = standings.filter((standing) => standing === 'met').length
  const late = standings.filter((standing) => standing === 'late').length
  return {
    month,
    incidents: real.length,
    byCategory: count(real, (fact) => fact.category),
    byLegalCategory: count(real, (fact) => fact.legalCategory),
    byType: count(real, (fact) => fact.type),
    byLevel: count(real, (fact) => fact.level === null ? null : String(fact.level)),
    limits: { due: met + late, met, late },
    drills: all.filter((fact) => fact.drill && fact.counted).length,
    falseReports: all.filter((fact) => fact.falseReport && !fact.drill).length
  }
}
