/**
 * Workdays and holidays by the local date of an instant. Pure: the zone and the published years are
 * arguments.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS } from './units.ts'
import type { DayKind } from './plan/plan.ts'

/**
 * What a year's notice says: extra days off and make-up workdays (调休), as local dates `2026-10-10`.
 * `published` false: only holidays fixed by law.
 */
export type CalendarYear = {
  published: boolean
  holidays: readonly string[]
  workdays: readonly string[]
}
export type WorkCalendar = Readonly<Record<string, CalendarYear>>
export type DayJudgement = { date: string; day: DayKind; unpublished: boolean }

const formats = new Map<string, Intl.DateTimeFormat>()

/** No zone has changed its date within such a span (ms) since then (UTC ms). */
const QUARTER_MS = 15 * 60_000
const QUARTERS_FROM = Date.UTC(2000, 0)
/** The date of the quarter of an hour that was asked for last, by zone: mostly it is again. */
const lastDates = new Map<string, { quarter: number; date: string }>()

/** The local date of an instant (UTC ms) in an IANA zone, as `2026-11-24`. */
export function localDate(at: number, zone: string): string {
  if (!(at >= QUARTERS_FROM)) return formattedDate(at, zone)
  const quarter = Math.floor(at / QUARTER_MS)
  const last = lastDates.get(zone)
  if (last?.quarter === quarter) return last.date
  const date = formattedDate(at, zone)
  lastDates.set(zone, { quarter, date })
  return date
}

function formattedDate(at: number, zone: string): string {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formats.set(zone, format)
  }
  return format.format(at)
}

/** The local time of day of an instant, as `14:32:08`. */
export const localTime = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at)

/**
 * The local calendar month of an instant, as `2026-11`: the month that an incident is counted in.
 */
export const localMonth = (at: number, zone: string): string => localDate(at, zone).slice(0, 7)

const minutes = new Map<string, Intl.DateTimeFormat>()

/** Local time as if it were UTC (ms), to the minute below. */
function shownMinute(at: number, zone: string): number {
  let format = minutes.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    minutes.set(zone, format)
  }
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`) // 2026-11-24 14:32
}

/**
 * How far a zone is ahead of UTC (ms) when a day of UTC begins. Kept, since thousands of incidents
 * lie on the same days.
 */
const offsets = new Map<string, Map<number, number>>()

function offsetOn(day: number, zone: string): number {
  const known = offsets.get(zone) ?? new Map<number, number>()
  offsets.set(zone, known)
  let offset = known.get(day)
  if (offset === undefined)
    known.set(day, (offset = shownMinute(day * DAY_MS, zone) - day * DAY_MS))
  return offset
}

/**
 * The local time of an instant as if it were UTC (ms), for anyone who writes it in pieces or as a
 * number.
 */
export function localAsUtc(at: number, zone: string): number {
  const day = Math.floor(at / DAY_MS)
  const offset = offsetOn(day, zone)
  if (offsetOn(day + 1, zone) === offset) return at + offset
  // the clocks change on this day
  return shownMinute(at, zone) + at - Math.floor(at / MINUTE_MS) * MINUTE_MS
}

/**
 * Local date and hour of the day (0 to 23) of an instant. In the hour that a zone repeats, both
 * times are that hour.
 */
export function localHour(at: number, zone: string): { date: string; hour: number } {
  const shown = new Date(localAsUtc(at, zone)).toISOString()
  return { date: shown.slice(0, 10), hour: Number(shown.slice(11, 13)) }
}

/**
 * The instant (UTC ms) of a local date and time of day (ms since its midnight, as the clock shows
 * it). Of a time that comes twice the first one; one that the zone leaves out is as much later.
 */
export function instantOf(date: string, time: number, zone: string): number {
  const local = Date.parse(`${date}T00:00:00Z`) + time
  const day = Math.floor(local / DAY_MS)
  const [before, after] = [offsetOn(day - 1, zone), offsetOn(day + 2, zone)]
  const at = local - Math.max(before, after)
  if (before === after || shownMinute(at, zone) === Math.floor(local / MINUTE_MS) * MINUTE_MS)
    return at
  const later = local - Math.min(before, after)
  return shownMinute(later, zone) === Math.floor(local / MINUTE_MS) * MINUTE_MS
    ? later
    : local - before
}

/**
 * The first instant (UTC ms) of a local date: 00:00, or what comes after it where a zone leaves
 * that out.
 */
export function startOfDate(date: string, zone: string): number {
  const utc = Date.parse(`${date}T00:00:00Z`)
  // local time is between 12 hours behind UTC and 14 ahead of it
  let [before, from] = [utc - 15 * HOUR_MS, utc + 13 * HOUR_MS]
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (localDate(middle, zone) < date) before = middle
    else from = middle
  }
  return from
}

/** 0 = Sunday. A local date has the same weekday everywhere, so UTC may reckon it. */
export const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

/**
 * Is this local date a workday? A holiday is every day that is not one: weekends included, make-up
 * days excluded (S09-80). A year whose notice is not out counts weekends and the holidays fixed by
 * law, and says so by `unpublished`.
 */
export function judgeDate(date: string, calendar: WorkCalendar): DayJudgement {
  const year = calendar[date.slice(0, 4)]
  const unpublished = !year?.published
  if (year?.workdays.includes(date)) return { date, day: 'workday', unpublished }
  const weekend = weekday(date) === 0 || weekday(date) === 6
  return {
    date,
    day: weekend || year?.holidays.includes(date) ? 'holiday' : 'workday',
    unpublished,
  }
}

/** The same of the local date of an instant (UTC ms). */
export const judgeDay = (at: number, zone: string, calendar: WorkCalendar): DayJudgement =>
  judgeDate(localDate(at, zone), calendar)
