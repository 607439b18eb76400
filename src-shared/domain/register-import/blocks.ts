/**
 * Finds where the days of a roster stand: in a row with the days across, in a column with the days
 * down, several times on one sheet, or as weekdays only.
 */
import { titleOf } from './block-titles.ts'
import { dayHead, monthHead, type DayHead, type MonthHead } from './day-heads.ts'
import { dayNumber, daysIn, weekdaysIn, type Seen } from './day-lines.ts'
import { fewDaysIn } from './few-days.ts'
import type { Plane } from './sheet.ts'

/** A run of days: the line that they stand in, its places with their heads, and the lines below. */
export type Block = {
  plane: Plane
  dateLine: number
  days: readonly { place: number; head: DayHead }[]
  /** From the line after the days to the one before the next block. */
  lines: readonly number[]
  title: MonthHead | null
}

/** A longer text is a title, not the month over some days. */
const LONGEST_MONTH = 8

/** With the places between two days that have none of their own, as a file of text joins cells. */
function withGaps(
  plane: Plane,
  dateLine: number,
  lines: readonly number[],
  seen: readonly Seen[],
): Block['days'] {
  const gaps = seen
    .slice(1)
    .map(
      ({ place }, index) =>
        plane.places.indexOf(place) - plane.places.indexOf(seen[index]?.place ?? place) - 1,
    )
  const widest = Math.max(0, ...gaps)
  return seen.flatMap(({ place, head }, index) => {
    const from = plane.places.indexOf(place)
    const until = seen[index + 1] ? from + (gaps[index] ?? 0) : from + widest
    const blank = plane.places
      .slice(from + 1, until + 1)
      .filter(
        (next) =>
          plane.text(dateLine, next) === '' && lines.some((line) => plane.text(line, next) !== ''),
      )
    return [place, ...blank].map((at) => ({ place: at, head }))
  })
}

/** Each day with the month that stands over it, where a line of months does so. */
function withMonths(plane: Plane, above: number | undefined, days: Block['days']): Block['days'] {
  if (above === undefined) return days
  const months = days.map(({ place }) => {
    const text = plane.text(above, place)
    const month =
      text === '' || text.length > LONGEST_MONTH || dayHead(text) ? null : monthHead(text)
    return month?.month == null ? null : month
  })
  if (!months.some((month) => month !== null)) return days
  let current: MonthHead | null = null
  return days.map(({ place, head }, index) => {
    current = months[index] ?? current
    return head.month === null && current
      ? { place, head: { ...head, month: current.month, year: current.year ?? head.year } }
      : { place, head }
  })
}

/** Weekdays that stand in a line beside the days. */
function withWeekdays(
  plane: Plane,
  lines: readonly (number | undefined)[],
  days: Block['days'],
): Block['days'] {
  for (const line of lines) {
    if (line === undefined) continue
    const beside = days.map(({ place }) => dayHead(plane.text(line, place)))
    const weekdays = beside.filter((head) => head !== null && head.day === null)
    if (weekdays.length >= Math.max(2, days.length * 0.6))
      return days.map(({ place, head }, index) => ({
        place,
        head: { ...head, weekday: head.weekday ?? beside[index]?.weekday ?? null },
      }))
  }
  return days
}

function blocksOf(
  plane: Plane,
  dated: ReadonlyMap<number, readonly Seen[]>,
  names: readonly string[],
): readonly Block[] {
  const heads = [...dated.keys()]
  let before: MonthHead | null = null
  return heads.map((dateLine, index) => {
    const from = plane.lines.indexOf(dateLine)
    const next = heads[index + 1]
    const until = next === undefined ? plane.lines.length : plane.lines.indexOf(next)
    const lines = plane.lines.slice(from + 1, until)
    const days = withGaps(plane, dateLine, lines, dated.get(dateLine) ?? [])
    const above = plane.lines[from - 1]
    const title = titleOf({ plane, dateLine, first: days[0]?.place }, names) ?? before
    before = title
    return {
      plane,
      dateLine,
      days: withWeekdays(
        plane,
        [plane.lines[from + 1], above, plane.lines[from + 2]],
        withMonths(plane, above, days),
      ),
      lines,
      title,
    }
  })
}

const datedLines = (
  plane: Plane,
  read: (plane: Plane, line: number) => readonly Seen[],
): ReadonlyMap<number, readonly Seen[]> =>
  new Map(
    plane.lines.flatMap((line): [number, readonly Seen[]][] => {
      const seen = read(plane, line)
      return seen.length > 0 ? [[line, seen]] : []
    }),
  )

/** How many days stand in a line, on average. */
const length = (dated: ReadonlyMap<number, readonly Seen[]>): number =>
  [...dated.values()].reduce(
    (sum, seen) => sum + new Set(seen.map(({ head }) => dayNumber(head))).size,
    0,
  ) / Math.max(1, dated.size)

/**
 * The blocks of a sheet, the way on which longer runs of days stand; none: no day was recognised.
 * `names`: of sheet and file, which may tell the month.
 */
export function findBlocks(
  planes: { across: Plane; down: Plane },
  names: readonly string[],
): readonly Block[] {
  const fewDays = (plane: Plane, line: number): readonly Seen[] => fewDaysIn(plane, line, names)
  for (const read of [daysIn, weekdaysIn, fewDays]) {
    const [across, down] = [datedLines(planes.across, read), datedLines(planes.down, read)]
    if (across.size === 0 && down.size === 0) continue
    return length(across) >= length(down)
      ? blocksOf(planes.across, across, names)
      : blocksOf(planes.down, down, names)
  }
  return []
}
