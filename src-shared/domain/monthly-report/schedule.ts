/**
 * Decides what the station does with reports by itself: which month it prepares next, and what it
 * copies.
 */
import { localMonth } from '../calendar.ts'
import type { Arranged } from '../report-arrangement/stream.ts'
import { previousPeriod } from '../statistics/period.ts'
import { isMonthOver, nextMonth, preparedAt } from './as-of.ts'
import type { ReportState } from './stream.ts'

/** A site whose reports nobody has prepared so far gets those of a year, not of its whole past. */
const MOST_AT_FIRST = 12

/** By month. */
export type ReportStates = ReadonlyMap<string, ReportState>
/** A copy that is still to be written: of the draft as it was prepared (null), or of an issue. */
export type PendingCopy = { month: string; issue: number | null }

const monthBefore = (month: string): string =>
  previousPeriod({ from: `${month}-01`, to: `${month}-01` }).from.slice(0, 7)
const monthsBefore = (month: string, count: number): string =>
  count === 0 ? month : monthsBefore(monthBefore(month), count - 1)

/**
 * The last month that was prepared until now (UTC ms), or null. A clock that had run ahead may have
 * prepared months that were not over: they do not count, and are prepared again.
 */
const lastPrepared = (states: ReportStates, now: number): string | null =>
  [...states]
    .filter(([, { prepared }]) => prepared !== null && prepared.at <= now)
    .reduce<string | null>((last, [month]) => (last === null || month > last ? month : last), null)

/**
 * The month that is prepared next, and when (UTC ms). `foundedAt` and `now` decide only for a site
 * of which no report was ever prepared.
 */
export function nextReport(
  states: ReportStates,
  { hour }: Pick<Arranged, 'hour'>,
  { foundedAt, now, zone }: { foundedAt: number; now: number; zone: string },
): { month: string; dueAt: number } {
  const last = lastPrepared(states, now)
  const first = localMonth(foundedAt, zone)
  const earliest = monthsBefore(localMonth(now, zone), MOST_AT_FIRST)
  const month = last === null ? (first > earliest ? first : earliest) : nextMonth(last)
  return { month, dueAt: preparedAt(month, hour, zone) }
}

/** Drafts until they are issued, and every issue, of what came after copying was arranged. */
export function pendingCopies(
  states: ReportStates,
  { copy, at }: Arranged,
): readonly PendingCopy[] {
  if (!copy) return []
  return [...states].flatMap(([month, { prepared, issues, copied }]): PendingCopy[] => [
    ...(prepared && prepared.at >= at && issues.length === 0 && !copied.includes('draft')
      ? [{ month, issue: null }]
      : []),
    ...issues
      .filter(({ number, issuedAt }) => issuedAt >= at && !copied.includes(String(number)))
      .map(({ number }) => ({ month, issue: number })),
  ])
}

/** The last month that was prepared until now (UTC ms), unless it has been issued. */
export function reportReady(states: ReportStates, now: number): string | null {
  const last = lastPrepared(states, now)
  return last !== null && (states.get(last)?.issues.length ?? 0) === 0 ? last : null
}

/**
 * running: the month is not over · draft: nobody has issued it · issued · corrected: it has a 更正.
 */
export type ReportStatus = 'running' | 'draft' | 'issued' | 'corrected'

/** `now` in UTC ms. */
export function statusOf(
  month: string,
  { issues }: ReportState,
  now: number,
  zone: string,
): ReportStatus {
  if (issues.length > 0) return issues.length > 1 ? 'corrected' : 'issued'
  return isMonthOver(month, now, zone) ? 'draft' : 'running'
}
