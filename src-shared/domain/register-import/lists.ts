/**
 * Reads the lists of every register as offices keep them: titles over the heads, sections between
 * rows, two lists side by side, notes at the foot.
 * What the words mean is for people-rows.ts, contact-rows.ts and their like.
 */
import { headRowBy, proposeBy, type Heads } from '../import/heads.ts'
import { LIST_HEADS, type ListField, type ListRegister } from './list-heads.ts'
import { planesOf, plainText, type CellPlace, type Sheet } from './sheet.ts'

export type Mapping = Readonly<Partial<Record<ListField, number>>>
/** `cells`: by field what the row says, with its place. */
export type ListRow = {
  row: number
  cells: Readonly<Partial<Record<ListField, { text: string; at: CellPlace }>>>
}
/**
 * `headRow`: its number in the file; 0 without any. `left`: rows that say something and are no
 * entry of the list.
 */
export type ListSheet = {
  headRow: number
  heads: readonly string[]
  mapping: Mapping
  rows: readonly ListRow[]
  left: readonly { row: number; text: string }[]
}

const LOOK = 15
/** `一、领导小组` */
const SECTION = /^[一二三四五六七八九十]+[、.,]/
const FOOT =
  /^[(（[【]?(?:注|备注|说明|附注|制表|审核|审批|填表|合计|总计|小计|示例|total|notes?\b|example)/i

/** After how many columns the heads come again: two lists side by side; null: they do not. */
function repeats(heads: readonly string[]): number | null {
  const texts = heads.map(plainText)
  const first = texts.findIndex((head) => head !== '')
  const again = texts.findIndex((head, column) => column > first && head === texts[first])
  if (first < 0 || again < 0) return null
  const same = texts
    .slice(first, again)
    .filter((head, n) => head !== '' && texts[again + n] === head)
  return same.length > 1 ? again - first : null
}

/**
 * Reads a list. `chosen`: a person's choice of the row of heads and of columns instead of what is
 * recognised.
 */
export function readList(
  sheet: Sheet,
  register: ListRegister,
  chosen: { headRow: number | null; mapping: Mapping | null },
): ListSheet {
  const { across, down } = planesOf(sheet)
  const known: Heads<ListField> = LIST_HEADS[register] as Heads<ListField>
  const first = sheet.rows.slice(0, LOOK)
  const headRow =
    chosen.headRow ??
    first[
      headRowBy(
        known,
        first.map(({ cells }) => cells),
        LOOK,
      )
    ]?.row ??
    0
  const heads = across.places.map((column) => across.text(headRow, column))
  const width = repeats(heads)
  const oneList =
    width === null ? heads : heads.slice(0, heads.findIndex((head) => head !== '') + width)
  const mapping: Mapping = chosen.mapping ?? Object.fromEntries(proposeBy(known, oneList))
  const shifts =
    width === null
      ? [0]
      : [0, width, 2 * width, 3 * width].filter((by) => heads.slice(by).some((head) => head !== ''))
  const rows: ListRow[] = []
  const left: { row: number; text: string }[] = []
  for (const { row, cells } of sheet.rows) {
    const texts = cells.filter((cell) => cell.trim() !== '')
    if (row === headRow) continue
    const start = texts[0] ?? ''
    const isHeadAgain =
      heads.some((head) => head !== '') &&
      across.places.every((column) => across.text(row, column) === heads[column])
    const column = cells.findIndex((cell) => cell.trim() !== '')
    // the name of a section stands alone, over the entries and not among them
    const isSection =
      texts.length === 1 &&
      across.places.length > 1 &&
      (!shifts.some((by) => column === (mapping.name ?? -1) + by) ||
        across.firstPlace(row, column + 1) === column ||
        SECTION.test(plainText(start)))
    if (row < headRow || isHeadAgain || FOOT.test(plainText(start)) || isSection) {
      if (!isHeadAgain) left.push({ row, text: texts.join(' ') })
      continue
    }
    for (const by of shifts) {
      const read: ListRow['cells'] = Object.fromEntries(
        Object.entries(mapping).flatMap(([field, column]) => {
          const text = across.text(row, column + by)
          // a name that is joined over rows is one entry
          const isGoingOn = field === 'name' && down.firstPlace(column + by, row) !== row
          return text === '' || isGoingOn
            ? []
            : [[field, { text, at: { row, column: column + by } }]]
        }),
      )
      if (Object.keys(read).length > 0) rows.push({ row, cells: read })
    }
  }
  return { headRow, heads, mapping, rows, left }
}
