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

/**
 * The same, and with a day in front of it as a paper has it: `11-26 14:40`, `11月26日 14:40` or
 * `2026-11-26 14:40`, a day without its year in the last twelve months; null if it is none, or is
 * still to come.
 */
export function paperTime(typed: string, now: number, zone: string): number | null {
  const match = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?\s*(\d{1,2})[:：](\d{2})$/.exec(
    typed.trim(),
  )
  if (!match) return pastTime(typed, now, zone)
  const [, year, ...rest] = match
  const [month, day, hour, minute] = rest.map(Number) as [number, number, number, number]
  if (hour > 23 || minute > 59) return null
  const thisYear = Number(localDate(now, zone).slice(0, 4))
  const two = (n: number): string => String(n).padStart(2, '0')
  const at = (ofYear: number): number | null => {
    const date = `${ofYear}-${two(month)}-${two(day)}`
    if (Number.isNaN(Date.parse(`${date}T00:00Z`))) return null
    const instant = instantOf(date, hour * HOUR_MS + minute * MINUTE_MS, zone)
    return localDate(instant, zone) === date && instant <= now ? instant : null
  }
  return year ? at(Number(year)) : (at(thisYear) ?? at(thisYear - 1))
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
