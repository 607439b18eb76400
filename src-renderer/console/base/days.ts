/**
 * Local dates, the week or month in which one lies, and how a day is worded where its year is
 * plain.
 */
import { WEEKDAYS } from '#shared/charts/heatmap.ts'
import { weekday } from '#shared/domain/calendar.ts'
import { dayAfter, periodOf, type Period } from '#shared/domain/statistics/period.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { dateText, monthMark, monthName, monthText } from '#shared/domain/wording/period.ts'

export type Span = 'week' | 'month'

/** 1 is Monday. */
export const weekdayOf = (date: string): number => weekday(date) || 7

export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

const WITH_YEAR = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const IN_ONE = /^(\d{4})(\d{2})(\d{2})$/
const WITHOUT_YEAR = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/

/** ISO date, or null where no calendar has such a day. */
function dateOf(year: number, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return !Number.isNaN(Date.parse(date)) && daysAfter(date, 0) === date ? date : null
}

/**
 * The day that was typed, as an ISO date: `2026-11-3`, `2026/11/3`, `20261103`, `2026年11月3日`.
 * Without a year (`11-3`, `11月3日`) it is the one that lies nearest to `near`. Null: no day.
 */
export function typedDay(text: string, near: string): string | null {
  const typed = text.normalize('NFKC').trim()
  const whole = WITH_YEAR.exec(typed) ?? IN_ONE.exec(typed)
  if (whole) return dateOf(Number(whole[1]), whole[2] ?? '', whole[3] ?? '')
  const [, month = '', day = ''] = WITHOUT_YEAR.exec(typed) ?? []
  if (month === '') return null
  const year = Number(near.slice(0, 4))
  const away = (date: string): number => Math.abs(Date.parse(date) - Date.parse(near))
  const dates = [year - 1, year, year + 1].flatMap((each) => dateOf(each, month, day) ?? [])
  return dates.toSorted((a, b) => away(a) - away(b))[0] ?? null
}

/** The week from its Monday, or the month, in which a date lies. */
export function spanOf(span: Span, date: string): Period {
  const month = span === 'month' ? periodOf('month', date.slice(0, 7)) : null
  if (month) return month
  const from = daysAfter(date, 1 - weekdayOf(date))
  return { from, to: daysAfter(from, 6) }
}

export function datesOf({ from, to }: Period): readonly string[] {
  const dates: string[] = []
  for (let date = from; date <= to; date = dayAfter(date)) dates.push(date)
  return dates
}

/** By its number, 1 is Monday: `周一`, `Mon`. */
export const weekdayLabel = (day: number): LocalizedText =>
  localized(`周${WEEKDAYS.zh[day - 1] ?? ''}`, WEEKDAYS.en[day - 1] ?? '')
export const weekdayName = (date: string): LocalizedText => weekdayLabel(weekdayOf(date))

/** Without its year: `11月3日`, `3 Nov`. */
export const dayText = (date: string): LocalizedText =>
  localized(
    `${monthName(date).zh}${Number(date.slice(8))}日`,
    `${Number(date.slice(8))} ${monthMark(date).en}`,
  )

/** `2026年11月`, or the first and the last day of a week. */
export function spanText({ from, to }: Period, span: Span): LocalizedText {
  if (span === 'month') return monthText(from.slice(0, 7))
  const [first, last] = [dateText(from), dayText(to)]
  return localized(`${first.zh}至${last.zh}`, `${first.en} to ${last.en}`)
}
