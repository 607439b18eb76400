/**
 * Reckons between instants and the wall time of the site: what a person chooses as day and time is
 * an instant only in the site's zone.
 */
import { DAY_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { localDate, localTime } from '#shared/domain/calendar.ts'

/**
 * UTC ms of `2026-10-01` `14:30` in an IANA zone, NaN if it is no day and time. A time that a
 * change of clocks leaves out is the one an hour on.
 */
export function instantOf(date: string, time: string, zone: string): number {
  const query = Date.parse(`${date}T${time}:00Z`)
  const offset = (at: number): number =>
    Date.parse(`${localDate(at, zone)}T${localTime(at, zone)}Z`) - Math.floor(at / 1000) * 1000
  if (!Number.isFinite(query)) return Number.NaN
  const first = query - offset(query)
  return query - offset(first)
}

/** Day and minute of an instant in a zone. */
export const wallOf = (at: number, zone: string): { date: string; time: string } => {
  const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS
  return { date: localDate(minute, zone), time: localTime(minute, zone).slice(0, 5) }
}

/** The date so many days on; a date has no zone. */
export const shiftDate = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
