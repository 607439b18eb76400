/** Words an instant for a line of a table: the day with its month, and the time. */
import { localDate, localTime } from '#shared/domain/calendar.ts'
import { monthMark, monthName } from '#shared/domain/wording/period.ts'
import type { Language } from '#renderer/ui/figure.ts'

/**
 * An instant (UTC ms): `11月24日 14:32`, `24 Nov, 14:32`; with the year where it is not that of the
 * period.
 */
export function instantWords(
  at: number,
  zone: string,
  lang: Language,
  year: string | null = null,
): string {
  const [date, time] = [localDate(at, zone), localTime(at, zone).slice(0, 5)]
  const sameYear = date.slice(0, 4) === year
  if (lang === 'zh')
    return `${sameYear ? '' : `${date.slice(0, 4)}年`}${monthName(date).zh}${Number(date.slice(8))}日 ${time}`
  return `${Number(date.slice(8))} ${monthMark(date).en}${sameYear ? '' : ` ${date.slice(0, 4)}`}, ${time}`
}
