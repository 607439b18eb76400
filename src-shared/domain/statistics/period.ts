/**
 * Spans of local dates: months, quarters, years, and what each is compared with. Dates are those of
 * the site and need no zone here.
 */
import { DAY_MS } from '../units.ts'

/** Local dates `2026-11-24`, both included. */
export type Period = { from: string; to: string }
export type PeriodKind = 'month' | 'quarter' | 'year'

const MONTHS_OF_YEAR = 12
const pad = (value: number, length = 2): string => String(value).padStart(length, '0')
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Whether there is such a day: 2026-02-29 is none. */
export const isDate = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(utc(date)) && dateOf(utc(date)) === date

export const dayAfter = (date: string): string => dateOf(utc(date) + DAY_MS)

/** Number of days, both ends included. */
export const daysIn = ({ from, to }: Period): number =>
  Math.round((utc(to) - utc(from)) / DAY_MS) + 1

/** Months counted from the year 0, so that one can reckon with them. */
const monthNumber = (date: string): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
const monthName = (month: number): string =>
  `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1)}`
const firstOf = (month: number): string => `${monthName(month)}-01`
const lastOf = (month: number): string => dateOf(utc(firstOf(month + 1)) - DAY_MS)
const months = (first: number, count: number): Period => ({
  from: firstOf(first),
  to: lastOf(first + count - 1),
})

/** The calendar months that a period touches, in order: `2026-11`. */
export const monthsOf = ({ from, to }: Period): string[] => {
  const first = monthNumber(from)
  return Array.from({ length: monthNumber(to) - first + 1 }, (_, n) => monthName(first + n))
}

/** Whether it is made of whole months. */
const isWhole = ({ from, to }: Period): boolean =>
  from.endsWith('-01') && to === lastOf(monthNumber(to))

/** `month` 2026-11, `quarter` 2026-Q4, `year` 2026; null for any other name. */
export function periodOf(kind: PeriodKind, name: string): Period | null {
  const [, year = '', part = ''] = /^(\d{4})(?:-(Q[1-4]|0[1-9]|1[0-2]))?$/.exec(name) ?? []
  const kindOfName: PeriodKind | null =
    year === '' ? null : part === '' ? 'year' : part.startsWith('Q') ? 'quarter' : 'month'
  if (kindOfName !== kind) return null
  const january = Number(year) * 12
  if (kind === 'year') return months(january, 12)
  return kind === 'quarter'
    ? months(january + (Number(part.slice(1)) - 1) * 3, 3)
    : months(january + Number(part) - 1, 1)
}

/** The month, quarter or year that has just these days; null for any other days. */
export function namedPeriod(period: Period): { kind: PeriodKind; name: string } | null {
  const [year, month] = [period.from.slice(0, 4), period.from.slice(0, 7)]
  const quarter = `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
  const named = [
    { kind: 'month', name: month },
    { kind: 'quarter', name: quarter },
    { kind: 'year', name: year },
  ] as const
  return (
    named.find(({ kind, name }) => {
      const days = periodOf(kind, name)
      return days?.from === period.from && days.to === period.to
    }) ?? null
  )
}

/**
 * What lies just before it: as many whole months if it is made of whole months, else as many days.
 */
export function previousPeriod(period: Period): Period {
  const count = monthsOf(period).length
  if (isWhole(period)) return months(monthNumber(period.from) - count, count)
  const last = utc(period.from) - DAY_MS
  return { from: dateOf(last - (daysIn(period) - 1) * DAY_MS), to: dateOf(last) }
}

/**
 * What follows it: {@link previousPeriod} of that is this one again, for any period of whole months
 * and any number of days.
 */
export function nextPeriod(period: Period): Period {
  const count = monthsOf(period).length
  if (isWhole(period)) return months(monthNumber(period.from) + count, count)
  const first = dayAfter(period.to)
  return { from: first, to: dateOf(utc(first) + (daysIn(period) - 1) * DAY_MS) }
}

/** The same day a year earlier; the 28th for the 29 February of a leap year. */
const lastYear = (date: string): string => {
  const day = `${pad(Number(date.slice(0, 4)) - 1, 4)}${date.slice(4)}`
  return isDate(day) ? day : lastOf(monthNumber(day))
}

/**
 * The same dates a year earlier. Whole months stay whole: all of February is compared with all of
 * February.
 */
export const yearBefore = (period: Period): Period =>
  isWhole(period)
    ? months(monthNumber(period.from) - 12, monthsOf(period).length)
    : { from: lastYear(period.from), to: lastYear(period.to) }

/** The same day so many months earlier; the last of a month that has no such day. */
const monthsBefore = (date: string, count: number): string => {
  const month = monthNumber(date) - count
  const day = `${monthName(month)}${date.slice(7)}`
  return isDate(day) ? day : lastOf(month)
}

/**
 * What a period is compared with: 环比, 同比. `sameDays`: it still runs, so only its days so far are.
 */
export type ComparedPeriods = { previous: Period; lastYear: Period; sameDays: boolean }

/**
 * Periods that are over are compared whole. A month, quarter or year that runs on `today` is
 * compared with as many days of the one before and of last year's: 1 to 26 November with 1 to 26
 * October.
 */
export function comparedWith(period: Period, today: string): ComparedPeriods {
  const [previous, lastYear] = [previousPeriod(period), yearBefore(period)]
  const sameDays = isWhole(period) && period.from <= today && today <= period.to
  if (!sameDays) return { previous, lastYear, sameDays }
  return {
    previous: { ...previous, to: monthsBefore(today, monthsOf(period).length) },
    lastYear: { ...lastYear, to: monthsBefore(today, MONTHS_OF_YEAR) },
    sameDays,
  }
}

/**
 * Whether the record speaks of all of a period. Of what lies before its first month `since`
 * (2026-08) it knows nothing, which is not nought.
 */
export const isRecorded = ({ from }: Period, since: string): boolean => from.slice(0, 7) >= since

/** From the first of January of the year in which it ends. */
export const yearToDate = ({ to }: Period): Period => ({ from: `${to.slice(0, 4)}-01-01`, to })

/** The month of a date and the twelve before it, whole. */
export const thirteenMonths = (date: string): Period => months(monthNumber(date) - 12, 13)
