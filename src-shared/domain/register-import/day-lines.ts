/** Finds the days in one line of a roster, across or down. */
import { dayHead, isExplicitDay, type DayHead } from './day-heads.ts'
import { isDayColumn } from './roles.ts'
import type { Plane } from './sheet.ts'

const FEWEST_PLAIN = 5
const FEWEST_EXPLICIT = 2
const FEWEST_WEEKDAYS = 5

/** A cell that says a day or a weekday. */
export type Seen = { place: number; text: string; head: DayHead }

/** Days in one order: later ones are greater. */
export const dayNumber = ({ year, month, day }: DayHead): number =>
  (year ?? 0) * 372 + ((month ?? 1) - 1) * 31 + (day ?? 0)

/** Whether days follow one another, beginning again at most once for each month. */
function follow(seen: readonly Seen[], fewest: number): boolean {
  const plain = seen.every(({ text }) => !isExplicitDay(text))
  const steps = seen.slice(1).map(({ head }, index) => {
    const before = seen[index]?.head
    const step = dayNumber(head) - (before ? dayNumber(before) : 0)
    return plain
      ? step === 0 || step === 1 || head.day === 1
      : step >= 0 || head.month !== before?.month || (head.month === null && head.day === 1)
  })
  const days = new Set(seen.map(({ head }) => dayNumber(head))).size
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

/** Every cell of a line that says a day or a weekday, in their order. */
export const seenIn = (plane: Plane, line: number): readonly Seen[] =>
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
export function daysIn(plane: Plane, line: number): readonly Seen[] {
  const days = seenIn(plane, line).filter(({ head }) => head.day !== null)
  const [first] = days
  const isNamed = plane.places.some(
    (place) => first && place < first.place && isDayColumn(plane.text(line, place)),
  )
  if (!follow(days, isNamed && !plane.across ? 1 : FEWEST_EXPLICIT)) return []
  const isPlain = days.every(({ text }) => !isExplicitDay(text))
  return plane.across || !isPlain || isNamed ? days : []
}

/** The weekdays of a line in which all of a working week stand, or none. */
export function weekdaysIn(plane: Plane, line: number): readonly Seen[] {
  const days = seenIn(plane, line).filter(({ head }) => head.day === null)
  return new Set(days.map(({ head }) => head.weekday)).size >= FEWEST_WEEKDAYS ? days : []
}
