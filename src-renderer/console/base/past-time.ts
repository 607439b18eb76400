/** Reads a time of day as it is told of something that has happened: the last such instant. */
import { instantOf, localDate, localTime } from '#shared/domain/calendar.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'

/**
 * `14:40`, `14：40`, `1440` or `9:05` as UTC ms, today or, if that is still to come, yesterday; null
 * if it is no time.
 */
export function pastTime(typed: string, now: number, zone: string): number | null {
  const match = /^(\d{1,2})[:：]?(\d{2})$/.exec(typed.trim())
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || hour > 23 || minute > 59) return null
  const ofDay = hour * HOUR_MS + minute * MINUTE_MS
  const today = instantOf(localDate(now, zone), ofDay, zone)
  return today <= now ? today : instantOf(localDate(now - DAY_MS, zone), ofDay, zone)
}

/** An instant as it may be typed again: `14:40`. */
export const typedTime = (at: number, zone: string): string => localTime(at, zone).slice(0, 5)

/** The last instant (UTC ms) of a day as typed, `2026-12-31`; null if there is no such day. */
export function endOfDay(typed: string, zone: string): number | null {
  const day = typed.trim()
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00Z`))
  const end = isDay ? instantOf(day, DAY_MS, zone) - 1 : null
  return end !== null && localDate(end, zone) === day ? end : null
}
