/**
 * Finds where the days of a roster stand: in a row with the days across, in a column with the days
 * down, several times on one sheet, or as weekdays only.
 */
import { dayHead, isExplicitDay, monthHead, type DayHead, type MonthHead } from './day-heads.ts'
import { isDayColumn } from './roles.ts'
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

const FEWEST_PLAIN = 5
const FEWEST_EXPLICIT = 2
const FEWEST_WEEKDAYS = 5
/** A longer text is a title, not the month over some days. */
const LONGEST_MONTH = 8
/** How many lines above a block may tell its month. */
const TITLE_LINES = 8

type Seen = { place: number; text: string; head: DayHead }

const number = ({ year, month, day }: DayHead): number =>
  (year ?? 0) * 372 + ((month ?? 1) - 1) * 31 + (day ?? 0)

/** Whether days follow one another, beginning again at most once for each month. */
function follow(seen: readonly Seen[], fewest: number): boolean {
  const plain = seen.every(({ text }) => !isExplicitDay(text))
  const steps = seen.slice(1).map(({ head }, index) => {
    const before = seen[index]?.head
    const step = number(head) - (before ? number(before) : 0)
    return plain
      ? step === 0 || step === 1 || head.day === 1
      : step >= 0 || head.month !== before?.month || (head.month === null && head.day === 1)
  })
  const days = new Set(seen.map(({ head }) => number(head))).size
  return (
    days >= (plain ? FEWEST_PLAIN : fewest) &&
    steps.filter((fits) => !fits).length <= Math.floor(steps.length / 20)
  )
}

/** 11.10 that a spreadsheet has taken for a number is 11.1 there: after the 9th it is the 10th. */
function mended(seen: readonly Seen[]): readonly Seen[] {
  let before: DayHead | null = null
  return seen.map((item) => {
    const { text, head } = item
    const day = head.day ?? 0
    const isTen =
      /^\d{1,2}\.[123]$/.test(text) && before?.month === head.month && before.day === day * 10 - 1
    const next: DayHead = isTen ? { ...head, day: day * 10 } : head
    before = next
    return { ...item, head: next }
  })
}

const seenIn = (plane: Plane, line: number): readonly Seen[] =>
  mended(
    plane.places.flatMap((place) => {
      const text = plane.text(line, place)
      const head = text === '' ? null : dayHead(text)
      return head ? [{ place, text, head }] : []
    }),
  )

/**
 * The days of a line, or none. Numbers alone down a column need a head that says what they are;
 * with that head a single day is enough.
 */
function daysIn(plane: Plane, line: number): readonly Seen[] {
  const days = seenIn(plane, line).filter(({ head }) => head.day !== null)
  const [first] = days
  const isNamed = plane.places.some(
    (place) => first && place < first.place && isDayColumn(plane.text(line, place)),
  )
  if (!follow(days, isNamed && !plane.across ? 1 : FEWEST_EXPLICIT)) return []
  const isPlain = days.every(({ text }) => !isExplicitDay(text))
  return plane.across || !isPlain || isNamed ? days : []
}

function weekdaysIn(plane: Plane, line: number): readonly Seen[] {
  const days = seenIn(plane, line).filter(({ head }) => head.day === null)
  return new Set(days.map(({ head }) => head.weekday)).size >= FEWEST_WEEKDAYS ? days : []
}

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

/** Of several titles, the nearest first: one with a month before one with a year only. */
const bestOf = (titles: readonly MonthHead[], names: readonly string[]): MonthHead | null => {
  const all = [...titles, ...names.flatMap((name) => monthHead(name) ?? [])]
  const month = all.find((title) => title.month !== null)
  const year = month?.year ?? all.find((title) => title.year !== null)?.year ?? null
  return month ? { ...month, year } : (all[0] ?? null)
}

/** What the cells over the days say of their month: of a row of them, or of a column. */
function titleOf(
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
    (sum, seen) => sum + new Set(seen.map(({ head }) => number(head))).size,
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
  for (const read of [daysIn, weekdaysIn]) {
    const [across, down] = [datedLines(planes.across, read), datedLines(planes.down, read)]
    if (across.size === 0 && down.size === 0) continue
    return length(across) >= length(down)
      ? blocksOf(planes.across, across, names)
      : blocksOf(planes.down, down, names)
  }
  return []
}
