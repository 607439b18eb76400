/** Chooses the bars of the month from the station's figures. */
import { fitsByWord } from '#shared/charts/measure.ts'
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

/** The room for the name of a bar, in em: `width` and `letter` (the size of the names) in units. */
export const nameRoom = (width: number, perLine: number, letter: number): number =>
  width / perLine / letter - 0.2

type Band = { lines: number; perLine: number; width: number; letter: number }

/**
 * As many bars side by side, `perLine` at most, as leave each name room for its first word at
 * least: what gives way is added up, and no name is cut in the middle of a word.
 */
export function bandBars(
  byCategory: MonthFigures['byCategory'],
  { lines, perLine: most, width, letter }: Band,
  lang: 'zh' | 'en',
  rest: string,
): { bars: Bar[]; perLine: number } {
  for (let perLine = most; ; perLine--) {
    const bars = barsOf(byCategory, lines * perLine, lang, rest)
    const room = nameRoom(width, perLine, letter)
    if (perLine === 1 || bars.every(({ name }) => fitsByWord(name, room))) return { bars, perLine }
  }
}
