/**
 * Tells the lines of a roster apart: those whose cells are read day by day, those that name shifts
 * or posts for the lines after them, and what is no part of it: totals, notes, signatures.
 */
import type { Block } from './blocks.ts'
import { dayHead } from './day-heads.ts'
import { roleOf, type ColumnRole } from './roles.ts'
import { plainText } from './sheet.ts'

export type Roles = ReadonlyMap<number, ColumnRole>
/** A place beside the days whose cells name somebody or something. */
export type LabelPlace = { place: number; head: string; role: ColumnRole }
/** `role`: of a column, where the days run down. */
export type Line = {
  line: number
  kind: 'cells' | 'labels' | 'skip'
  head: string
  role: ColumnRole
}

const NOT_ROSTER =
  /^(?:[[(（【]?(?:注|备注|附注|说明|备\s*注)[\])）】]?(?:[:：\d].*|\s*)$|示例|例[:：]|example\b|注意事项|制表|审核|审批|批准|填表|拟稿|值班要求|要求[:：]|联系人|值班电话|合计|小计|总计|共计|人数|应到|实到|sum\b|total\b|notes?\b|prepared by|approved by)/i
const LONGEST_LABEL = 40

const dayPlaces = ({ days }: Block): ReadonlySet<number> => new Set(days.map(({ place }) => place))

/** What a line says on a day; joined cells that begin before the days are a note, not a day's. */
export const cellOn = ({ plane, days }: Block, line: number, place: number): string =>
  plane.firstPlace(line, place) < (days[0]?.place ?? 0) ? '' : plane.text(line, place)

const isWeekdayLine = (block: Block, line: number): boolean => {
  const cells = block.days
    .map(({ place }) => cellOn(block, line, place))
    .filter((cell) => cell !== '')
  const weekdays = cells.filter((cell) => dayHead(cell)?.day === null)
  return cells.length > 1 && weekdays.length >= cells.length * 0.6
}

/** Whether the days of a block are parted below their heads: 白 | 夜 under each. */
const isParted = ({ days, plane, dateLine }: Block): boolean =>
  days.some(
    ({ place }) =>
      plane.text(dateLine, place) === '' || plane.firstPlace(dateLine, place) !== place,
  )

/** The places beside the days, in order, by their heads or as a person has said. */
export function labelPlacesOf(
  block: Block,
  roles: Roles,
  heads: readonly number[],
): readonly LabelPlace[] {
  const { plane, dateLine, days, lines } = block
  const [first, last] = [days[0]?.place ?? 0, days.at(-1)?.place ?? 0]
  const dated = dayPlaces(block)
  return plane.places.flatMap((place): LabelPlace[] => {
    if (dated.has(place)) return []
    const texts = lines
      .filter((line) => !heads.includes(line))
      .map((line) => plane.text(line, place))
    const filled = new Set(texts.filter((text) => text !== ''))
    const head =
      [dateLine, ...heads].map((line) => plane.text(line, place)).find((text) => text !== '') ?? ''
    if (!plane.across) {
      // a row of heads: a title says the same in every column, or nothing in most
      const says = texts.filter((text) => text !== '').length
      const isHead =
        place < first && new Set([head, ...filled]).size > 1 && says * 2 >= lines.length
      return isHead ? [{ place, head, role: 'label' }] : []
    }
    if (filled.size === 0) return []
    const role = roles.get(place) ?? roleOf(head)
    // a column of weekdays names nobody, and what stands behind the days sums them up
    if (role === 'weekday' || (place > last && role === null))
      return [{ place, head, role: 'skip' }]
    return [{ place, head, role: role ?? 'label' }]
  })
}

/** The lines right after the days that belong to their head: weekdays, shifts of parted days. */
export function headLinesOf(block: Block): readonly number[] {
  const { plane, lines } = block
  if (!plane.across) return []
  const heads: number[] = []
  for (const line of lines.slice(0, 3)) {
    if (isWeekdayLine(block, line)) heads.push(line)
    else if (isParted(block) && !heads.some((head) => !isWeekdayLine(block, head))) heads.push(line)
    else break
  }
  return heads
}

/** Every line of a block with what it is. */
export function linesOf(
  block: Block,
  roles: Roles,
  heads: readonly number[],
  places: readonly LabelPlace[],
): readonly Line[] {
  const { plane, lines, days } = block
  return lines.map((line): Line => {
    const labels = places.map(({ place }) => plane.text(line, place)).filter((text) => text !== '')
    const head = labels.at(-1) ?? ''
    if (isWeekdayLine(block, line)) return { line, kind: 'skip', head, role: 'weekday' }
    if (!plane.across) {
      const role =
        roles.get(line) ?? labels.map(roleOf).findLast((known) => known !== null) ?? 'cells'
      const kind =
        role === 'skip' || role === 'weekday'
          ? 'skip'
          : role === 'cells' || role === 'person'
            ? 'cells'
            : 'labels'
      return { line, kind, head, role: role === 'person' ? 'cells' : role }
    }
    if (heads.includes(line)) return { line, kind: 'labels', head, role: 'label' }
    const cells = days.map(({ place }) => cellOn(block, line, place))
    const isEmpty = cells.every((cell) => cell === '')
    const text =
      plane.places.map((place) => plane.text(line, place)).find((cell) => cell !== '') ?? ''
    const isOutside =
      labels.some((label) => NOT_ROSTER.test(plainText(label))) ||
      NOT_ROSTER.test(plainText(text)) ||
      (isEmpty && (labels.length < 2 || text.length > LONGEST_LABEL))
    return { line, kind: isOutside ? 'skip' : 'cells', head, role: 'cells' }
  })
}
