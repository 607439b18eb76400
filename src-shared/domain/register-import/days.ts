/**
 * Gives the days of a roster their dates: a day without a month takes that of its title, and goes
 * on into the next month where the numbers begin again. What no sheet says is asked for.
 */
import { isDate } from '../statistics/period.ts'
import { weekday as weekdayOf } from '../calendar.ts'
import { DAY_MS } from '../units.ts'
import type { DayHead, MonthHead } from './day-heads.ts'

/**
 * What a person has chosen where the sheet says nothing. `month`, `year`: of the first day;
 * `first`: the date of the first weekday.
 */
export type ChosenDays = { year: number | null; month: number | null; first: string | null }
/** What must be chosen before the days have dates. */
export type DaysLack = 'year' | 'month' | 'first'

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')
const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
/** 1 is Monday. */
export const weekdayOfDate = (date: string): number => weekdayOf(date) || 7

/** Whether the numbers of days begin again: 26 … 31, 1 … 25. */
const beginsAgain = (heads: readonly DayHead[]): boolean =>
  heads.some(
    ({ day, month }, index) => month === null && day !== null && day < (heads[index - 1]?.day ?? 0),
  )

function ofWeekdays(
  heads: readonly DayHead[],
  title: MonthHead | null,
  chosen: ChosenDays,
): readonly string[] | DaysLack {
  const year = title?.year ?? chosen.year
  const named =
    title?.month != null && title.day !== null && year !== null
      ? `${pad(year, 4)}-${pad(title.month)}-${pad(title.day)}`
      : null
  const first = chosen.first ?? named
  if (first === null || !isDate(first))
    return title?.day != null && year === null ? 'year' : 'first'
  let date = first
  return heads.map(({ weekday }, index) => {
    const days = ((weekday ?? 1) - weekdayOfDate(date) + 7) % 7
    // a weekday that comes again is that of the next week
    date = later(date, index > 0 && days === 0 && heads[index - 1]?.weekday !== weekday ? 7 : days)
    return date
  })
}

/**
 * The local date of each head, null where there is no such day (the 31st of a short month);
 * `heads` in their order, at least one. `title`: the month above them, null without any.
 */
export function datesOf(
  heads: readonly DayHead[],
  title: MonthHead | null,
  chosen: ChosenDays,
): readonly (string | null)[] | DaysLack {
  if (heads.every(({ day }) => day === null)) return ofWeekdays(heads, title, chosen)
  const [first] = heads
  // of 26 … 31, 1 … 25 under 11月 nobody can say which of two months the 26th lies in
  const ofTitle = beginsAgain(heads) ? null : (title?.month ?? null)
  const firstMonth = first?.month ?? chosen.month ?? ofTitle
  if (firstMonth === null) return 'month'
  const firstYear = first?.year ?? chosen.year ?? title?.year ?? null
  if (firstYear === null) return 'year'
  let [year, month, day] = [firstYear, firstMonth, 0]
  return heads.map((head) => {
    const before = month
    const newMonth = head.month ?? (head.day !== null && head.day < day ? (month % 12) + 1 : month)
    year = head.year ?? (newMonth < before ? year + 1 : year)
    month = newMonth
    day = head.day ?? day
    const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
    return head.day !== null && isDate(date) ? date : null
  })
}

/** Where a weekday that is written beside a date is another one than that of the date. */
export const wrongWeekday = (
  heads: readonly DayHead[],
  dates: readonly (string | null)[],
): number | null => {
  const index = heads.findIndex(({ weekday }, n) => {
    const date = dates[n] ?? null
    return weekday !== null && date !== null && weekdayOfDate(date) !== weekday
  })
  return index < 0 ? null : index
}
