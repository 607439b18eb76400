/**
 * A period in words: as a headline, as a neighbour, and the instant until which its figures are
 * drawn. Pure; the zone is the site's.
 */
import { daysIn, type Period } from '#shared/domain/statistics/period.ts'
import { localDate, localTime } from '#shared/domain/calendar.ts'
import type { Language } from '#renderer/ui/figure.ts'
import type { Asked } from './address.ts'

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
const monthOf = (date: string): number => Number(date.slice(5, 7))
const english = (date: string): string => MONTHS[monthOf(date) - 1] ?? date

/** A local date: `2026年11月3日`, `3 Nov 2026`. */
export const dateWords = (date: string, lang: Language): string =>
  lang === 'zh'
    ? `${Number(date.slice(0, 4))}年${monthOf(date)}月${Number(date.slice(8))}日`
    : `${Number(date.slice(8))} ${english(date).slice(0, 3)} ${date.slice(0, 4)}`

export function periodWords(
  { kind, name, period: { from, to } }: Pick<Asked, 'kind' | 'name' | 'period'>,
  lang: Language,
): string {
  const year = from.slice(0, 4)
  if (kind === 'year') return lang === 'zh' ? `${year}年` : year
  if (kind === 'quarter')
    return lang === 'zh' ? `${year}年第${name.slice(-1)}季度` : `Q${name.slice(-1)} ${year}`
  if (kind === 'month')
    return lang === 'zh' ? `${year}年${monthOf(from)}月` : `${english(from)} ${year}`
  if (from === to) return dateWords(from, lang)
  return lang === 'zh'
    ? `${dateWords(from, lang)}至${dateWords(to, lang)}`
    : `${dateWords(from, lang)} to ${dateWords(to, lang)}`
}

/** The period before or after, in few words: the year is known from the headline. */
export function neighbourWords(
  { kind, name, period }: Pick<Asked, 'kind' | 'name' | 'period'>,
  by: 1 | -1,
  lang: Language,
): string {
  if (kind === 'month')
    return lang === 'zh' ? `${monthOf(period.from)}月` : english(period.from).slice(0, 3)
  if (kind === 'quarter') return lang === 'zh' ? `第${name.slice(-1)}季度` : `Q${name.slice(-1)}`
  if (kind === 'year') return periodWords({ kind, name, period }, lang)
  const days = daysIn(period)
  return lang === 'zh'
    ? `${by === 1 ? '后' : '前'}${days}天`
    : `${days} days ${by === 1 ? 'after' : 'before'}`
}

/**
 * Of a month `2026-11` in a row of months: the number, in English the name; a January says its
 * year.
 */
export const monthMark = (month: string, lang: Language): string =>
  lang === 'zh' ? String(monthOf(month)) : english(month).slice(0, 3)

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
  const own = date.slice(0, 4) === year
  if (lang === 'zh')
    return `${own ? '' : `${date.slice(0, 4)}年`}${monthOf(date)}月${Number(date.slice(8))}日 ${time}`
  return `${Number(date.slice(8))} ${english(date).slice(0, 3)}${own ? '' : ` ${date.slice(0, 4)}`}, ${time}`
}

/** Which months a period touches at all, as `2026-11`. */
export const touches = ({ from, to }: Period, month: string): boolean =>
  month >= from.slice(0, 7) && month <= to.slice(0, 7)
