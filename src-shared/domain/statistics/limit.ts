/** Says how one limit counts, for the board as for the figures. */
import type { LimitEnd } from './incident-stats.ts'

export type LimitResult = 'met' | 'late' | 'running' | 'not-counted'

/**
 * How one limit counts at `now` (UTC ms). met: done at or before dueAt. late: the rest whose dueAt
 * has passed; once recorded it stays, unless the step was done at the very instant of dueAt, or it
 * is told afterwards that it was done in time.
 * Skipped, not applicable or cancelled before dueAt counts nowhere.
 */
export function limitResult(
  { dueAt, doneAt, endedAt, lateAt, toldAt }: LimitEnd,
  now: number,
): LimitResult {
  if (toldAt !== undefined && doneAt !== null) return doneAt <= dueAt ? 'met' : 'late'
  if (doneAt === dueAt && (lateAt === null || lateAt === dueAt)) return 'met'
  if (lateAt !== null) return 'late'
  if (doneAt !== null) return doneAt < dueAt ? 'met' : 'late'
  if (endedAt !== null) return endedAt < dueAt ? 'not-counted' : 'late'
  return now >= dueAt ? 'late' : 'running'
}

/** Whether it is met only by what was told after it had passed. */
export const isMetAsTold = (limit: LimitEnd, now: number): boolean =>
  limit.toldAt !== undefined && limit.toldAt > limit.dueAt && limitResult(limit, now) === 'met'
