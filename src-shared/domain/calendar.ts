/** Workdays and holidays by the local date of an instant. Pure: the zone and the published years are arguments. */
import type { DayKind } from './plan/plan.ts'

/** What a year's notice says: extra days off and make-up workdays (调休), as local dates `2026-10-10`. `published` false: only holidays fixed by law. */
export type CalendarYear = { published: boolean; holidays: readonly string[]; workdays: readonly string[] }
export type WorkCalendar = Readonly<Record<string, CalendarYear>>
export type DayJudgement = { date: string; day: DayKind; unpublished: boolean }

const formats = new Map<string, Intl.DateTimeFormat>()

/** The local date of an instant (UTC ms) in an IANA zone, as `2026-11-24`. */
export function localDate(at: number, zone: string): string {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(zone, format)
  }
  return format.format(at)
}

/** The local time of day of an instant, as `14:32:08`. */
export const localTime = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at)

/** The local calendar month of an instant, as `2026-11`: the month that an incident is counted in (design §3 Statistics). */
export const localMonth = (at: number, zone: string): string => localDate(at, zone).slice(0, 7)

/** 0 = Sunday. A local date has the same weekday everywhere, so UTC may reckon it. */
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

/**
 * Is this local date a workday? A holiday is every day that is not one: weekends included, make-up days excluded (S09-80).
 * A year whose notice is not out counts weekends and the holidays fixed by law, and says so by `unpublished`.
 */
export function judgeDay(at: number, zone: string, calendar: WorkCalendar): DayJudgement {
  const date = localDate(at, zone)
  const year = calendar[date.slice(0, 4)]
  const unpublished = !year?.published
  if (year?.workdays.includes(date)) return { date, day: 'workday', unpublished }
  const weekend = weekday(date) === 0 || weekday(date) === 6
  return { date, day: weekend || year?.holidays.includes(date) ? 'holiday' : 'workday', unpublished }
}
