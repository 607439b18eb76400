/** Chooses the lines of the month's table: a category each, beside what it is compared with. */
import type { CategoryCounts } from '#shared/contract/wall.ts'
import type { Summed } from './month-bars.ts'

/** Null: there is nothing to compare with. */
export type MonthRow = {
  name: string
  now: number
  previous: number | null
  lastYear: number | null
}

type Figures = Omit<MonthRow, 'name'>

const added = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a + b
const sumOf = (rows: readonly Figures[]): Figures =>
  rows.reduce((sum, row) => ({
    now: sum.now + row.now,
    previous: added(sum.previous, row.previous),
    lastYear: added(sum.lastYear, row.lastYear),
  }))

/** The larger this month first; of equals the one that was larger before. */
const byWeight = (a: Figures, b: Figures): number =>
  b.now - a.now || (b.previous ?? 0) - (a.previous ?? 0) || (b.lastYear ?? 0) - (a.lastYear ?? 0)

/**
 * At most `most` lines, in the order of the station. Where categories are more the smallest are
 * added up in the last line, named by how many they are; of those that are alike in all figures all
 * are, or none: no place in a list decides.
 */
export function monthRows(
  categories: readonly CategoryCounts[],
  most: number,
  lang: 'zh' | 'en',
  { rest, all }: Summed,
): readonly MonthRow[] {
  const rows = categories.map(({ name, now, previous, lastYear }) => ({
    ...{ name: name[lang], now, previous, lastYear },
  }))
  if (rows.length <= most) return rows
  const border = rows.toSorted(byWeight)[most - 1]
  const isProminent = (row: MonthRow): boolean => border !== undefined && byWeight(row, border) < 0
  const prominent = rows.filter(isProminent)
  const others = rows.filter((row) => !isProminent(row))
  const name = (prominent.length > 0 ? rest : all)(others.length)
  return [...prominent, { name, ...sumOf(others) }]
}
