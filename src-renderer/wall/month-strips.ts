/**
 * Works out what the calendar of thirteen months and the week by the hour are drawn of: squares on
 * a grid of seven lines, Monday first. Incidents are solid, larger where they are more, drills
 * hollow, days without any a dot: told apart by form, so that no colour need be seen.
 */
import { datePlus, daysBetween, isoWeekday } from '#shared/domain/duty/roster.ts'
import type { WallMonth } from '#shared/contract/wall.ts'

/** Paths of an SVG, in units. */
export type Strip = { incidents: string; drills: string; nothing: string }
/** `column`: of the week in which the month begins. */
export type MonthMarkAt = { month: string; column: number }

/** Shares of the pitch. */
const SIZES = [0.5, 0.7, 0.88] as const
const HOLLOW = 0.9
const DOT = 0.16
const LEAST_HOUR = 0.34

const square = (column: number, row: number, pitch: number, share: number): string => {
  const side = share * pitch
  const offset = (pitch - side) / 2
  const [x, y] = [column * pitch + offset, row * pitch + offset]
  return `M${round(x)} ${round(y)}h${round(side)}v${round(side)}h${round(-side)}z`
}
const round = (value: number): number => Math.round(value * 100) / 100

const sizeOf = (count: number): number => SIZES[Math.min(count, SIZES.length) - 1] ?? 0

type Days = WallMonth['byDay']

/** The column and the line of the day so many days after the first. */
const placeOf = ({ from }: Days, index: number): { column: number; row: number } => {
  const offset = isoWeekday(from) - 1 + index
  return { column: Math.floor(offset / 7), row: offset % 7 }
}

/** `recordSince`: before this month (2026-08) nothing is known, and nothing is drawn. */
export function calendarStrip(days: Days, recordSince: string, pitch: number): Strip {
  const paths = { incidents: '', drills: '', nothing: '' }
  days.incidents.forEach((incidents, index) => {
    if (datePlus(days.from, index).slice(0, 7) < recordSince) return
    const { column, row } = placeOf(days, index)
    const drills = days.drills[index] ?? 0
    if (drills > 0) paths.drills += square(column, row, pitch, HOLLOW)
    if (incidents > 0)
      paths.incidents += square(column, row, pitch, sizeOf(drills > 0 ? 1 : incidents))
    else if (drills === 0) paths.nothing += square(column, row, pitch, DOT)
  })
  return paths
}

/** Where each month begins, but for one whose first week has no room for its name. */
export function monthMarks(days: Days): readonly MonthMarkAt[] {
  const marks: MonthMarkAt[] = []
  days.incidents.forEach((_, index) => {
    const date = datePlus(days.from, index)
    if (!date.endsWith('-01')) return
    marks.push({ month: date.slice(0, 7), column: placeOf(days, index).column })
  })
  return marks
}

/** The column in which a month begins; none is before the first. */
export function columnOf(days: Days, month: string): number {
  const index = Math.max(0, daysBetween(days.from, `${month}-01`))
  return placeOf(days, index).column
}

/** How many weeks the calendar is long. */
export const weeksOf = (days: Days): number =>
  placeOf(days, Math.max(0, days.incidents.length - 1)).column + 1

/** The week by the hour: the area of a square is as large as its share of the most. */
export function hoursStrip(hours: WallMonth['byWeekdayHour'], pitch: number): Strip {
  const most = Math.max(1, ...hours.flat())
  const paths = { incidents: '', drills: '', nothing: '' }
  hours.forEach((ofDay, row) =>
    ofDay.forEach((count, hour) => {
      const share = Math.max(LEAST_HOUR, SIZES[2] * Math.sqrt(count / most))
      if (count > 0) paths.incidents += square(hour, row, pitch, share)
      else paths.nothing += square(hour, row, pitch, DOT)
    }),
  )
  return paths
}

/** How many of its days had an incident, or a drill. */
export const daysWith = (counts: readonly number[]): number =>
  counts.filter((count) => count > 0).length
