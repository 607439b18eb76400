/**
 * The duty roster as a sheet: days across, the posts of each shift down. A cell is named by its row
 * and column, from 0; heads of shifts are rows, too, in which nobody is entered.
 */
import type { DutyEntryRead, GapRead, ShiftRead } from '#shared/contract/duty.ts'
import { weekdayOf } from '../../../base/days.ts'

export type SheetRow = { shift: ShiftRead; postId: string | null } // null: the head of a shift
export type Cell = { row: number; column: number }
/** Where the keys go once a cell is entered; `fill`: all chosen cells get the same. */
export type Way = 'down' | 'right' | 'fill' | 'stay'
export type Entry = { date: string; shiftId: string; postId: string; persons: string[] }

const byBegin = (a: ShiftRead, b: ShiftRead): number =>
  a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : 0

export const rowsOf = (shifts: readonly ShiftRead[]): readonly SheetRow[] =>
  shifts
    .toSorted(byBegin)
    .flatMap((shift) => [
      { shift, postId: null },
      ...shift.posts.map((postId) => ({ shift, postId })),
    ])

export const keyOf = (date: string, shiftId: string, postId: string): string =>
  `${date} ${shiftId} ${postId}`
export const entryKey = ({ date, shiftId, postId }: Omit<Entry, 'persons'>): string =>
  keyOf(date, shiftId, postId)

export const runsOn = ({ weekdays }: ShiftRead, date: string): boolean =>
  weekdays === null || weekdays.includes(weekdayOf(date))

/** Ids of persons, by cell. */
export const personsByCell = (
  days: readonly DutyEntryRead[],
): ReadonlyMap<string, readonly string[]> =>
  new Map(days.map((entry) => [entryKey({ ...entry }), entry.persons.map(({ id }) => id)]))

/** How many are lacking, by cell; of a whole shift under its head. */
export const gapsByCell = (gaps: readonly GapRead[]): ReadonlyMap<string, number> =>
  new Map(
    gaps.map(({ date, shiftId, postId, lacking }) => [keyOf(date, shiftId, postId ?? ''), lacking]),
  )

/** A shift under its minimum is counted where none of its posts is: else it is the same person. */
export function countGaps(gaps: readonly GapRead[]): number {
  const posts = gaps.filter(({ postId }) => postId !== null)
  const withPosts = new Set(posts.map(({ date, shiftId }) => `${date} ${shiftId}`))
  const shifts = gaps.filter(
    ({ date, shiftId, postId }) => postId === null && !withPosts.has(`${date} ${shiftId}`),
  )
  return posts.length + shifts.length
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** The nearest row in which somebody can be entered, the way of `step`; -1: there is none. */
function postRow(rows: readonly SheetRow[], row: number, step: number): number {
  for (let at = row; at >= 0 && at < rows.length; at += step)
    if (rows[at]?.postId !== null) return at
  return -1
}

export const firstCell = (rows: readonly SheetRow[], column = 0): Cell | null => {
  const row = postRow(rows, 0, 1)
  return row < 0 ? null : { row, column }
}

/** So many rows and columns further, within the sheet and over the heads of shifts. */
export function movedBy(
  { row, column }: Cell,
  by: { rows?: number; columns?: number },
  rows: readonly SheetRow[],
  columns: number,
): Cell {
  const { rows: down = 0, columns: right = 0 } = by
  const step = down < 0 ? -1 : 1
  const wished = clamp(row + down, rows.length)
  const reached = postRow(rows, wished, step)
  return {
    row: reached >= 0 ? reached : postRow(rows, wished, -step),
    column: clamp(column + right, columns),
  }
}

/** All cells between two corners in which somebody can be entered, row by row. */
export function cellsBetween(a: Cell, b: Cell, rows: readonly SheetRow[]): readonly Cell[] {
  const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)]
  const [left, right] = [Math.min(a.column, b.column), Math.max(a.column, b.column)]
  const cells: Cell[] = []
  for (let row = top; row <= bottom; row++)
    if (rows[row]?.postId != null)
      for (let column = left; column <= right; column++) cells.push({ row, column })
  return cells
}

/** Cells with a gap, day by day; a shift under its minimum is met at its first post. */
const gapCells = (
  rows: readonly SheetRow[],
  dates: readonly string[],
  gaps: ReadonlyMap<string, number>,
): readonly Cell[] =>
  dates.flatMap((date, column) =>
    rows.flatMap(({ shift, postId }, row) => {
      if (postId === null) return []
      const isFirst = rows[row - 1]?.postId === null
      const isGap =
        gaps.has(keyOf(date, shift.id, postId)) || (isFirst && gaps.has(keyOf(date, shift.id, '')))
      return isGap ? [{ row, column }] : []
    }),
  )

/** The gap after `cell`, or before it; behind the last comes the first. Null: nobody is lacking. */
export function gapAfter(
  cell: Cell | null,
  step: 1 | -1,
  rows: readonly SheetRow[],
  dates: readonly string[],
  gaps: ReadonlyMap<string, number>,
): Cell | null {
  const cells = gapCells(rows, dates, gaps)
  const rank = ({ row, column }: Cell): number => column * rows.length + row
  const from = cell ? rank(cell) : -1
  const next =
    step > 0
      ? (cells.find((gap) => rank(gap) > from) ?? cells[0])
      : (cells.findLast((gap) => rank(gap) < from) ?? cells.at(-1))
  return next ?? null
}

/** What `cells` hold, to be put back or elsewhere. */
export const entriesOf = (
  cells: readonly Cell[],
  rows: readonly SheetRow[],
  dates: readonly string[],
  personsAt: (key: string) => readonly string[],
): Entry[] =>
  cells.flatMap(({ row, column }) => {
    const [sheetRow, date] = [rows[row], dates[column]]
    if (!sheetRow || sheetRow.postId === null || date === undefined) return []
    const { shift, postId } = sheetRow
    const key = keyOf(date, shift.id, postId)
    return runsOn(shift, date)
      ? [{ date, shiftId: shift.id, postId, persons: [...personsAt(key)] }]
      : []
  })
