/** Says how one limit counts, for the board as for the figures. */
import type { LimitEnd } from './incident-stats.ts'

export type LimitResult = 'met' | 'late' | 'running' | 'not-counted'

/**
 * How one limit counts at `now` (UTC ms). met: done at or before dueAt. late: the rest whose dueAt
 * has passed; once recorded it stays, unless the step was done at the very instant of dueAt.
 * Skipped, not applicable or cancelled before dueAt counts nowhere.
 */
export function limitResult(
  { dueAt, doneAt, endedAt, lateAt }: LimitEnd,
  now: number,
): LimitResult {
  if (doneAt === dueAt && (lateAt === null || lateAt === dueAt)) return 'met'
  if (lateAt !== null) return 'late'
  if (doneAt !== null) return doneAt < dueAt ? 'met' : 'late'
  if (endedAt !== null) return endedAt < dueAt ? 'not-counted' : 'late'
  return now >= dueAt ? 'late' : 'running'
}
