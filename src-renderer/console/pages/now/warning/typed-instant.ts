/** Reads the times of a warning as they are typed: a time of day, or a date with one. */
import { instantOf, localDate, localTime } from '#shared/domain/calendar.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'

const NEAR_MS = 12 * HOUR_MS
const DATED = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})\s+(\d{1,2})[:：](\d{2})$/
const TIME = /^(\d{1,2})[:：]?(\d{2})$/

const isTime = (hour: number, minute: number): boolean => hour <= 23 && minute <= 59
const two = (part: string | undefined): string => (part ?? '').padStart(2, '0')

/** A time of day alone: the nearest such instant, or with `ahead` the next. */
function ofDay(time: number, now: number, zone: string, ahead: boolean): number {
  const today = instantOf(localDate(now, zone), time, zone)
  const [tomorrow, yesterday] = [DAY_MS, -DAY_MS].map((by) =>
    instantOf(localDate(now + by, zone), time, zone),
  ) as [number, number]
  if (ahead) return today > now ? today : tomorrow
  if (today - now > NEAR_MS) return yesterday
  return now - today > NEAR_MS ? tomorrow : today
}

/**
 * `14:40`, `11-28 08:00` or `2026-11-28 08:00` as UTC ms; null if it is none. A time of day alone
 * is the nearest one, or with `ahead` the next; a date without a year is of this one.
 */
export function typedInstant(
  typed: string,
  now: number,
  zone: string,
  ahead = false,
): number | null {
  const words = typed.trim()
  const [, year, month, day, hour, minute] = DATED.exec(words) ?? []
  if (month !== undefined) {
    const date = `${year ?? localDate(now, zone).slice(0, 4)}-${two(month)}-${two(day)}`
    const isDay = new Date(`${date}T00:00Z`).toJSON()?.slice(0, 10) === date
    if (!isDay || !isTime(Number(hour), Number(minute))) return null
    return instantOf(date, Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS, zone)
  }
  const [, hours, minutes] = TIME.exec(words) ?? []
  if (hours === undefined || !isTime(Number(hours), Number(minutes))) return null
  return ofDay(Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS, now, zone, ahead)
}

/** An instant as it may be typed again: `2026-11-28 08:00`. */
export const typedAgain = (at: number, zone: string): string =>
  `${localDate(at, zone)} ${localTime(at, zone).slice(0, 5)}`
