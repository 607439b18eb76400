/** Chooses the bars of the month from the station's figures. */
import type { MonthFigures } from '#shared/domain/board/types.ts'

export type Bar = { name: string; count: number }

/**
 * One bar a category in the site's own order, at most `most`: categories without an incident give
 * way first, and what still does not fit is added up as `rest`, so that the bars always make up the
 * month.
 */
export function barsOf(
  byCategory: MonthFigures['byCategory'],
  most: number,
  lang: 'zh' | 'en',
  rest: string,
): Bar[] {
  const bars = byCategory.map(({ name, count }) => ({ name: name[lang], count }))
  if (bars.length <= most) return bars
  const needsRest = bars.filter(({ count }) => count > 0).length > most
  const shown = new Set(
    bars.toSorted((a, b) => b.count - a.count).slice(0, needsRest ? most - 1 : most),
  )
  const prominent = bars.filter((bar) => shown.has(bar))
  if (!needsRest) return prominent
  return [
    ...prominent,
    { name: rest, count: bars.reduce((sum, bar) => (shown.has(bar) ? sum : sum + bar.count), 0) },
  ]
}
