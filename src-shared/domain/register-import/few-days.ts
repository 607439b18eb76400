/**
 * Reads a short run of plain numbers (27, 28, 29, 30) as days where something else on the sheet
 * makes it plain that they are: weekdays beside them, a month over them, or a head such as 姓名. A
 * row of counts has none of these.
 */
import { titleOf } from './block-titles.ts'
import { dayHead, isExplicitDay } from './day-heads.ts'
import { dayNumber, seenIn, type Seen } from './day-lines.ts'
import { isDayColumn, roleOf } from './roles.ts'
import { plainText, type Plane } from './sheet.ts'

const FEWEST_WITH_WEEKDAYS = 2
const FEWEST = 3
/** The last day of the shortest month: after it a 1 goes on. */
const SHORTEST_MONTH = 28
const COUNTS =
  /合计|小计|总计|共计|总数|人数|人次|次数|天数|数量|应到|实到|^(?:sum|total|count|number)\b/i
const HEADS = ['person', 'shift', 'post']

const distinct = (seen: readonly Seen[]): number =>
  new Set(seen.map(({ head }) => dayNumber(head))).size

/** What stands in a line before the first day, the nearest last. */
const labelsBefore = (plane: Plane, line: number, first: number): readonly string[] =>
  plane.places
    .filter((place) => place < first)
    .map((place) => plainText(plane.text(line, place)))
    .filter((text) => text !== '')

/** Plain numbers that follow one another without a gap, nothing else between them; or none. */
function runIn(plane: Plane, line: number): readonly Seen[] {
  const days = seenIn(plane, line).filter(({ head }) => head.day !== null)
  const [first, last] = [days[0]?.place ?? 0, days.at(-1)?.place ?? 0]
  const between = plane.places.filter(
    (place) => place >= first && place <= last && plane.text(line, place) !== '',
  )
  const follows = days.slice(1).every(({ head }, index) => {
    const before = days[index]?.head.day ?? 0
    const step = (head.day ?? 0) - before
    return step === 0 || step === 1 || (head.day === 1 && before >= SHORTEST_MONTH)
  })
  const isRun =
    distinct(days) >= FEWEST_WITH_WEEKDAYS &&
    follows &&
    between.length === days.length &&
    days.every(({ text }) => !isExplicitDay(text)) &&
    !labelsBefore(plane, line, first).some((label) => COUNTS.test(label))
  return isRun ? days : []
}

const isWeekdayLine = (plane: Plane, line: number | undefined, days: readonly Seen[]): boolean =>
  line !== undefined &&
  days.every(({ place }) => {
    const head = dayHead(plane.text(line, place))
    return head !== null && head.day === null
  })

/** Whether weekdays stand right after the line, or before it and after no other days. */
function hasWeekdays(plane: Plane, line: number, days: readonly Seen[]): boolean {
  const at = plane.lines.indexOf(line)
  const above = plane.lines[at - 2]
  return (
    isWeekdayLine(plane, plane.lines[at + 1], days) ||
    (isWeekdayLine(plane, plane.lines[at - 1], days) &&
      (above === undefined || runIn(plane, above).length === 0))
  )
}

/** Whether names or marks stand below the days: below counts there are counts, if anything. */
const saysMore = (plane: Plane, line: number, days: readonly Seen[]): boolean =>
  plane.lines
    .slice(plane.lines.indexOf(line) + 1)
    .some((below) =>
      days.some(
        ({ place }) =>
          /[^\d\s.]/.test(plane.text(below, place)) && dayHead(plane.text(below, place)) === null,
      ),
    )

/**
 * The days of a line that is too short to be one by itself, or none. `names`: of sheet and file.
 */
export function fewDaysIn(plane: Plane, line: number, names: readonly string[]): readonly Seen[] {
  const days = runIn(plane, line)
  if (days.length === 0 || !saysMore(plane, line, days)) return []
  if (hasWeekdays(plane, line, days)) return days
  const before = plane.lines.slice(0, plane.lines.indexOf(line))
  const isFirst = before.every((other) => runIn(plane, other).length === 0)
  if (!plane.across || !isFirst || distinct(days) < FEWEST) return []
  const first = days[0]?.place
  const head = labelsBefore(plane, line, first ?? 0).at(-1) ?? ''
  const isHeaded = HEADS.includes(roleOf(head) ?? '') || isDayColumn(head)
  const month = titleOf({ plane, dateLine: line, first }, names)?.month ?? null
  return isHeaded || month !== null ? days : []
}
