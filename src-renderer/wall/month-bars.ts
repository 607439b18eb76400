/** Chooses the bars of the month from the station's figures. */
import { emsOf } from '#shared/charts/measure.ts'
import type { MonthFigures } from '#shared/domain/board/types.ts'

export type Bar = { name: string; count: number }

/** What stands for the categories that have no bar of their own: 其余3类; all of them: 共8类. */
export type Summed = { rest: (categories: number) => string; all: (categories: number) => string }

/**
 * One bar a category that has incidents, in the site's own order, at most `most`. Where they are
 * more the smallest are added up, named by how many they are, so that the bars always make up the
 * month; of those that are as large as each other all are, or none: no place in a list decides.
 */
export function barsOf(
  byCategory: MonthFigures['byCategory'],
  most: number,
  lang: 'zh' | 'en',
  { rest, all }: Summed,
): Bar[] {
  const bars = byCategory.flatMap(({ name, count }) =>
    count > 0 ? [{ name: name[lang], count }] : [],
  )
  if (bars.length <= most) return bars
  const border = bars.map(({ count }) => count).toSorted((a, b) => b - a)[most - 1] ?? 0
  const prominent = bars.filter(({ count }) => count > border)
  const others = bars.filter(({ count }) => count <= border)
  const count = others.reduce((sum, bar) => sum + bar.count, 0)
  return [...prominent, { name: (prominent.length > 0 ? rest : all)(others.length), count }]
}

/** The room for the name of a bar in a slot of `width` units; `letter` is the size of the names. */
export const nameRoom = (width: number, letter: number): number => width / letter - 0.2

type Band = { lines: number; perLine: number; width: number; letter: number }

/** No bar has less room than this (units): one that is longer would say more by its name. */
const LEAST_SLOT = 186

/**
 * Widths in units of so many bars side by side, all of them alike if every name fits so; on a
 * single line else as the names need. Null where they do not fit.
 */
function slotsOf(
  names: readonly string[],
  perLine: number,
  { lines, width, letter }: Band,
): number[] | null {
  const alike = width / perLine
  if (names.every((name) => emsOf(name) <= nameRoom(alike, letter)))
    return Array<number>(perLine).fill(alike)
  if (lines > 1) return null
  const needs = names.map((name) => Math.max(LEAST_SLOT, (emsOf(name) + 0.5) * letter))
  const spare = width - needs.reduce((sum, need) => sum + need, 0)
  return spare < 0 ? null : needs.map((need) => need + spare / needs.length)
}

/**
 * As many bars side by side, `perLine` at most, as leave each name whole; what gives way is added
 * up. `slots`: the widths of those on a line, in units.
 */
export function bandBars(
  byCategory: MonthFigures['byCategory'],
  band: Band,
  lang: 'zh' | 'en',
  summed: Summed,
): { bars: Bar[]; slots: number[] } {
  for (let most = band.perLine; ; most--) {
    const bars = barsOf(byCategory, band.lines * most, lang, summed)
    const perLine = band.lines > 1 ? most : Math.max(1, bars.length)
    const names = bars.map(({ name }) => name)
    const slots = slotsOf(names, perLine, band)
    if (slots) return { bars, slots }
    if (most === 1) return { bars, slots: [band.width] }
  }
}
