/** What a form hands down, as sites read it: the text of a document, or a calendar of one year. */
import { isDate } from '#shared/domain/statistics/period.ts'

/** Whether a text is a whole document as sites export it; what is in it the site checks. */
export const isWholeDocument = (text: string): boolean =>
  /["']?format["']?\s*:\s*["']?vigil-document\/1\b/.test(text)

export type Days = { days: readonly string[]; bad: readonly string[] }

/** Days as somebody types them (2027-01-01), parted by blanks or marks; `bad`: none of `year`. */
export function daysIn(words: string, year: string): Days {
  const days = [...new Set(words.split(/[\s、,，;；]+/).filter((word) => word !== ''))].sort()
  return { days, bad: days.filter((day) => !isDate(day) || !day.startsWith(`${year}-`)) }
}
