/** Finds the month of a run of days: in the cells over it, or in the names of sheet and file. */
import { dayHead, monthHead, type MonthHead } from './day-heads.ts'
import type { Plane } from './sheet.ts'

/** How many lines above a block may tell its month. */
const TITLE_LINES = 8

/** Of several titles, the nearest first: one with a month before one with a year only. */
const bestOf = (titles: readonly MonthHead[], names: readonly string[]): MonthHead | null => {
  const all = [...titles, ...names.flatMap((name) => monthHead(name) ?? [])]
  const month = all.find((title) => title.month !== null)
  const year = month?.year ?? all.find((title) => title.year !== null)?.year ?? null
  return month ? { ...month, year } : (all[0] ?? null)
}

/**
 * What the cells over the days say of their month: of a row of them, or of a column; else what the
 * names of sheet and file say. Null: none does.
 */
export function titleOf(
  block: { plane: Plane; dateLine: number; first: number | undefined },
  names: readonly string[],
): MonthHead | null {
  const { plane, dateLine, first } = block
  const cells = plane.across
    ? plane.lines
        .slice(0, plane.lines.indexOf(dateLine))
        .slice(-TITLE_LINES)
        .toReversed()
        .flatMap((line) => plane.places.map((place) => plane.text(line, place)))
    : plane.places
        .filter((place) => first !== undefined && place < first)
        .toReversed()
        .flatMap((place) => plane.lines.map((line) => plane.text(line, place)))
  const titles = cells.flatMap((text) =>
    text === '' || dayHead(text)?.day != null ? [] : (monthHead(text) ?? []),
  )
  return bestOf(titles, names)
}
