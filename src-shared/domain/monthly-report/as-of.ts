/**
 * The instants that a report stands on: as of when its figures are drawn, and when it is prepared.
 * Pure: record, clock and zone are arguments.
 */
import { HOUR_MS } from '../units.ts'
import { localDate, localHour, localMonth, startOfDate } from '../calendar.ts'
import { dayAfter, periodOf } from '../statistics/period.ts'

/** The last day of a month `2026-11`. */
export const lastDay = (month: string): string => periodOf('month', month)?.to ?? `${month}-28`

/** The month after `2026-11`. */
export const nextMonth = (month: string): string => dayAfter(lastDay(month)).slice(0, 7)

/** The instant (UTC ms) at which a month is over: the first one of the next, in the site's zone. */
export const endOfMonth = (month: string, zone: string): number =>
  startOfDate(dayAfter(lastDay(month)), zone)

/** Whether a month has begun at `now` (UTC ms). */
export const isBegun = (month: string, now: number, zone: string): boolean =>
  month <= localMonth(now, zone)

/** Whether a month is over at `now` (UTC ms). */
export const isMonthOver = (month: string, now: number, zone: string): boolean =>
  month < localMonth(now, zone)

/**
 * As of when the figures of a month are drawn (UTC ms), by which limits that still run are judged.
 * A month that is over: the later one of its end and the last event of the record, so that two
 * looks at the same record give the same figures to the last unit, whenever they are taken. The
 * running month: now.
 *
 * @param lastEventAt instant of the last event of the record, null if it has none
 */
export const asOf = (
  month: string,
  lastEventAt: number | null,
  now: number,
  zone: string,
): number =>
  isMonthOver(month, now, zone) ? Math.max(endOfMonth(month, zone), lastEventAt ?? 0) : now

/**
 * When the report of a month is prepared (UTC ms): on the first day after it, as soon as the site's
 * clocks show this hour (0 to 23), or what comes after it where the zone leaves that out.
 */
export function preparedAt(month: string, hour: number, zone: string): number {
  const date = dayAfter(lastDay(month))
  const start = startOfDate(date, zone)
  let [before, from] = [start - 1, start + 26 * HOUR_MS]
  const reached = (at: number): boolean =>
    localDate(at, zone) > date || localHour(at, zone).hour >= hour
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (reached(middle)) from = middle
    else before = middle
  }
  return from
}
