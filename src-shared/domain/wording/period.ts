/** Words months and dates of the calendar, whatever the zone they are of. */
import { localized, type LocalizedText } from '../text.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The number of the month of a date or month: `2026-11-24` → 11. */
export const monthNumber = (date: string): number => Number(date.slice(5, 7))
/** The month alone, of a date or month: `11月`, `November`; what is no month stands for itself. */
export const monthName = (date: string): LocalizedText =>
  localized(`${monthNumber(date)}月`, MONTHS[monthNumber(date) - 1] ?? date)
/** For narrow places, without the words of a language around it: `11`, `Nov`. */
export const monthMark = (date: string): LocalizedText =>
  localized(String(monthNumber(date)), monthName(date).en.slice(0, 3))

/** `2026-11` → `2026年11月`, `November 2026`. */
export const monthText = (month: string): LocalizedText => {
  const [year, name] = [month.slice(0, 4), monthName(month)]
  return localized(`${year}年${name.zh}`, `${name.en} ${year}`)
}

/** A local date: `2026年11月3日`, `3 Nov 2026`. */
export const dateText = (date: string): LocalizedText =>
  localized(
    `${date.slice(0, 4)}年${monthName(date).zh}${Number(date.slice(8))}日`,
    `${Number(date.slice(8))} ${monthMark(date).en} ${date.slice(0, 4)}`,
  )
