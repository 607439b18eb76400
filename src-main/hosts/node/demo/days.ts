/** Chooses the days on which the sample incidents lie; the present and the zone are arguments. */
import { DAY_MS } from '#shared/domain/units.ts'
import { localDate } from '#shared/domain/calendar.ts'

const YOUNG = 10 // days: a younger month has room for too few
const REACH = 35

/**
 * The local days before today, of this month or, while the month is young, of the last 35 days;
 * oldest first, as `2026-11-24`.
 */
export function daysBefore(now: number, zone: string): string[] {
  const today = localDate(now, zone)
  const dayOfMonth = Number(today.slice(8))
  const count = dayOfMonth > YOUNG ? dayOfMonth - 1 : REACH
  const noon = Date.parse(`${today}T12:00:00Z`)
  return Array.from({ length: count }, (_, i) =>
    new Date(noon - (count - i) * DAY_MS).toISOString().slice(0, 10),
  )
}

/**
 * The days of the month that lies just before a day, up to it: all of October before `2026-11-01`,
 * 1 to 26 January before `2026-01-27`.
 */
export function monthBefore(date: string): string[] {
  const last = new Date(Date.parse(`${date}T12:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
  return Array.from(
    { length: Number(last.slice(8)) },
    (_, i) => `${last.slice(0, 8)}${String(i + 1).padStart(2, '0')}`,
  )
}

/**
 * UTC ms of a local day at so many minutes after midnight. Right outside the hour in which a zone
 * changes its clocks.
 */
export function localInstant(date: string, minutes: number, zone: string): number {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(asIfUtc)
  const offset = Date.parse(`${shown.replace(' ', 'T')}Z`) - asIfUtc
  return asIfUtc - offset
}
