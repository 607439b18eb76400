/**
 * Words a period of the site's calendar: as a headline, as a neighbour, and by the months that
 * it touches.
 */
import { daysIn, namedPeriod, type Period } from '#shared/domain/statistics/period.ts'
import { dateText, monthMark, monthName, monthText } from '#shared/domain/wording/period.ts'
import type { Language } from '#renderer/ui/figure.ts'
import type { PeriodQuery } from './address.ts'

type Shown = Pick<PeriodQuery, 'kind' | 'name' | 'period'>

/** Days that are just those of a month, quarter or year go by its name. */
const asNamed = (shown: Shown): Shown =>
  shown.kind === 'range' ? { ...shown, ...namedPeriod(shown.period) } : shown

export function periodWords(shown: Shown, lang: Language): string {
  const {
    kind,
    name,
    period: { from, to },
  } = asNamed(shown)
  const year = from.slice(0, 4)
  if (kind === 'year') return lang === 'zh' ? `${year}年` : year
  if (kind === 'quarter')
    return lang === 'zh' ? `${year}年第${name.slice(-1)}季度` : `Q${name.slice(-1)} ${year}`
  if (kind === 'month') return monthText(from.slice(0, 7))[lang]
  if (from === to) return dateText(from)[lang]
  return lang === 'zh'
    ? `${dateText(from)[lang]}至${dateText(to)[lang]}`
    : `${dateText(from)[lang]} to ${dateText(to)[lang]}`
}

/** The period before or after, in few words: the year is known from the headline. */
export function neighbourWords(shown: Shown, by: 1 | -1, lang: Language): string {
  const { kind, name, period } = asNamed(shown)
  if (kind === 'month') return lang === 'zh' ? monthName(period.from).zh : monthMark(period.from).en
  if (kind === 'quarter') return lang === 'zh' ? `第${name.slice(-1)}季度` : `Q${name.slice(-1)}`
  if (kind === 'year') return periodWords({ kind, name, period }, lang)
  const days = daysIn(period)
  return lang === 'zh'
    ? `${by === 1 ? '后' : '前'}${days}天`
    : `${days} days ${by === 1 ? 'after' : 'before'}`
}

/** Which months a period touches at all, as `2026-11`. */
export const touches = ({ from, to }: Period, month: string): boolean =>
  month >= from.slice(0, 7) && month <= to.slice(0, 7)
