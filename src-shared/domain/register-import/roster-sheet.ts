/**
 * Reads the sheet of a duty roster as offices keep it: every cell with its day and with what stands
 * beside and above it, still in the words of the sheet. Which of the site's people, posts and
 * shifts these are is for roster-rows.ts.
 */
import { findBlocks, type Block } from './blocks.ts'
import { datesOf, wrongWeekday, type ChosenDays, type DaysLack } from './days.ts'
import { isMark, legendIn } from './marks.ts'
import { roleOf, type ColumnRole } from './roles.ts'
import {
  cellOn,
  headLinesOf,
  labelPlacesOf,
  linesOf,
  type LabelPlace,
  type Line,
  type Roles,
} from './roster-lines.ts'
import { planesOf, type CellPlace, type Sheet } from './sheet.ts'

export type Label = { text: string; at: CellPlace }
/**
 * A cell that says something. `person`: whose row or column it is, where cells hold marks; `label`s
 * name shifts and posts, the nearest last.
 */
export type RosterCell = {
  at: { row: number; column: number }
  date: string
  text: string
  person: Label | null
  labels: readonly Label[]
}
/** A column that is no day, as it was read. */
export type RosterColumn = { column: number; head: string; sample: string; role: ColumnRole }
export type CellKind = 'marks' | 'names'

/**
 * `cells`: whether they hold marks or names; null: no day was found at all. `lacks`: what has to be
 * chosen before days have dates; without them there are no cells. `dates`: every date of the sheet,
 * in order. `wrongDay`: a weekday that is not that of its date. `noSuchDay`: days that the month
 * has not, though something stands in them. `left`: rows that are no part of the roster.
 */
export type RosterSheet = {
  across: boolean
  cells: CellKind | null
  columns: readonly RosterColumn[]
  lacks: DaysLack | null
  dates: readonly string[]
  wrongDay: { at: CellPlace; date: string } | null
  noSuchDay: readonly CellPlace[]
  body: readonly RosterCell[]
  left: readonly { row: number; text: string }[]
  legend: ReadonlyMap<string, string>
}
/**
 * What a person has said of the sheet. `isPerson`, `isShift`: whether somebody, or a shift, of the
 * register has this name.
 */
export type HowRead = {
  fileName: string
  roles: Roles
  cells: CellKind | null
  chosen: ChosenDays
  isPerson: (name: string) => boolean
  isShift: (name: string) => boolean
}

type Part = {
  block: Block
  places: readonly LabelPlace[]
  lines: readonly Line[]
}

const partOf = (block: Block, roles: Roles): Part => {
  const heads = headLinesOf(block)
  const places = labelPlacesOf(block, roles, heads)
  return { block, places, lines: linesOf(block, roles, heads, places) }
}

const textsOf = ({ block, lines }: Part): readonly string[] =>
  lines
    .filter(({ kind }) => kind === 'cells')
    .flatMap(({ line }) => block.days.map(({ place }) => cellOn(block, line, place)))
    .filter((text) => text !== '')

function kindOfCells(parts: readonly Part[], { isPerson, isShift }: HowRead): CellKind {
  const texts = parts.flatMap(textsOf)
  const marks = texts.filter((text) => isShift(text) || (isMark(text) && !isPerson(text))).length
  return marks * 2 > texts.length ? 'marks' : 'names'
}

/** Which of the places beside the days names whose row it is, where cells hold marks. */
function withPerson(part: Part, cells: CellKind, isPerson: (name: string) => boolean): Part {
  const { block, places, lines } = part
  if (cells !== 'marks' || !block.plane.across || places.some(({ role }) => role === 'person'))
    return part
  const named = (place: number): number =>
    lines.filter(({ line, kind }) => kind === 'cells' && isPerson(block.plane.text(line, place)))
      .length
  const free = places.filter(({ role }) => role === 'label')
  const best = free.toSorted((a, b) => named(b.place) - named(a.place) || b.place - a.place)[0]
  return {
    ...part,
    places: places.map((place) => (place === best ? { ...place, role: 'person' } : place)),
  }
}

const SAYS_WHAT: readonly ColumnRole[] = ['shift', 'post', 'label']

/** The texts beside and above the cells of a block; a blank below a name means the same again. */
function labelsOf(part: Part) {
  const { block, places, lines } = part
  const { plane } = block
  const dated = block.days.map(({ place }) => place)
  const at = (line: number, place: number): CellPlace => plane.at(line, place)
  const labelLines = lines.filter(({ kind }) => kind === 'labels')
  const above = new Map<number, Label[]>(dated.map((place) => [place, []]))
  for (const { line } of labelLines) {
    let last: Label | null = null
    for (const place of dated) {
      const text = plane.text(line, place)
      if (text !== '') last = { text, at: at(line, place) }
      else if (plane.across) last = null
      if (last) above.get(place)?.push(last)
    }
  }
  const beside = new Map<number, Label[]>()
  const last = new Map<number, Label>()
  for (const { line, kind } of lines) {
    if (kind !== 'cells') continue
    const labels = places.flatMap(({ place, role }): Label[] => {
      if (!SAYS_WHAT.includes(role)) return []
      const text = plane.text(line, place)
      if (text !== '' && !(role === 'label' && roleOf(text) !== null)) {
        const label = { text, at: at(line, place) }
        last.set(place, label)
        return [label]
      }
      const before = text === '' && plane.across ? last.get(place) : undefined
      return before ? [before] : []
    })
    beside.set(line, labels)
  }
  return { above, beside }
}

/** The cells of a block on their dates; a day without a date has none. */
function cellsOf(part: Part, cells: CellKind, dates: readonly (string | null)[]): RosterCell[] {
  const { block, places, lines } = part
  const { plane, days } = block
  const { above, beside } = labelsOf(part)
  const personPlace = places.find(({ role }) => role === 'person')?.place
  return lines
    .filter(({ kind }) => kind === 'cells')
    .flatMap(({ line, head }) =>
      days.flatMap(({ place }, index): RosterCell[] => {
        const date = dates[index] ?? null
        const text = cellOn(block, line, place)
        if (date === null || text === '') return []
        const labels = [...(beside.get(line) ?? []), ...(above.get(place) ?? [])]
        const at = plane.at(line, place)
        if (cells === 'names') return [{ at, date, text, person: null, labels }]
        const person =
          personPlace === undefined
            ? plane.across || head === ''
              ? null
              : { text: head, at: plane.at(line, places.at(-1)?.place ?? place) }
            : { text: plane.text(line, personPlace), at: plane.at(line, personPlace) }
        if (person === null || person.text === '') return []
        return [
          {
            at,
            date,
            text,
            person,
            labels: labels.filter(({ text: label }) => label !== person.text),
          },
        ]
      }),
    )
}

function columnsOf(parts: readonly Part[]): readonly RosterColumn[] {
  const columns = new Map<number, RosterColumn>()
  for (const { block, places, lines } of parts) {
    const { plane } = block
    if (plane.across)
      for (const { place, head, role } of places) {
        const sample = lines
          .filter(({ kind }) => kind === 'cells')
          .map(({ line }) => plane.text(line, place))
          .find((text) => text !== '')
        if (!columns.has(place))
          columns.set(place, { column: place, head, sample: sample ?? '', role })
      }
    else
      for (const { line, head, role } of lines) {
        const sample = block.days
          .map(({ place }) => plane.text(line, place))
          .find((text) => text !== '')
        if (sample === undefined) continue
        columns.set(line, { column: line, head, sample, role })
      }
  }
  return [...columns.values()].sort((a, b) => a.column - b.column)
}

/** Rows that say something and were read as nothing: titles, notes, totals. */
function leftOf(sheet: Sheet, parts: readonly Part[]): RosterSheet['left'] {
  const used = new Set<number>()
  for (const { block, places, lines } of parts) {
    const { plane, dateLine, days } = block
    if (plane.across) {
      used.add(dateLine)
      for (const { line, kind } of lines)
        if (kind !== 'skip' || isWeekdayHead(block, line)) used.add(line)
    } else {
      for (const { place } of days) used.add(place)
      for (const { place } of places) used.add(place)
    }
  }
  return sheet.rows
    .filter(({ row }) => !used.has(row))
    .map(({ row, cells }) => ({ row, text: cells.filter((cell) => cell.trim() !== '').join(' ') }))
}
const isWeekdayHead = (block: Block, line: number): boolean => headLinesOf(block).includes(line)

const NOTHING: RosterSheet = {
  across: true,
  cells: null,
  columns: [],
  lacks: null,
  dates: [],
  wrongDay: null,
  noSuchDay: [],
  body: [],
  left: [],
  legend: new Map(),
}

/** Reads a roster. It guesses nothing that the sheet does not say. */
export function readRoster(sheet: Sheet, how: HowRead): RosterSheet {
  const { roles, chosen, isPerson, fileName } = how
  const blocks = findBlocks(planesOf(sheet), [sheet.name, fileName.replace(/\.\w+$/, '')])
  if (blocks.length === 0) return NOTHING
  const plain = blocks.map((block) => partOf(block, roles))
  const cells = how.cells ?? kindOfCells(plain, how)
  const parts = plain.map((part) => withPerson(part, cells, isPerson))
  const left = leftOf(sheet, parts)
  const about = {
    across: blocks[0]?.plane.across ?? true,
    cells,
    columns: columnsOf(parts),
    left,
    legend: legendIn(left.map(({ text }) => text)),
  }
  const dated = parts.map((part) => ({
    part,
    heads: part.block.days.map(({ head }) => head),
    dates: datesOf(
      part.block.days.map(({ head }) => head),
      part.block.title,
      chosen,
    ),
  }))
  const lacks = dated.map(({ dates }) => dates).find((dates) => typeof dates === 'string')
  if (lacks !== undefined) return { ...NOTHING, ...about, lacks }
  const read = dated.map(({ part, heads, dates }) => {
    const known = dates as readonly (string | null)[]
    const { plane, days, dateLine } = part.block
    const wrong = wrongWeekday(heads, known)
    const wrongPlace = wrong === null ? null : (days[wrong]?.place ?? null)
    return {
      known,
      wrongDay:
        wrong === null || wrongPlace === null
          ? null
          : { at: plane.at(dateLine, wrongPlace), date: known[wrong] ?? '' },
      noSuchDay: days
        .filter(
          ({ head, place }, n) =>
            known[n] === null &&
            head.day !== null &&
            part.lines.some(
              ({ line, kind }) => kind === 'cells' && cellOn(part.block, line, place) !== '',
            ),
        )
        .map(({ place }) => plane.at(dateLine, place)),
      body: cellsOf(part, cells, known),
    }
  })
  return {
    ...about,
    lacks: null,
    dates: [...new Set(read.flatMap(({ known }) => known.filter((date) => date !== null)))].sort(),
    wrongDay: read.find(({ wrongDay }) => wrongDay !== null)?.wrongDay ?? null,
    noSuchDay: read.flatMap(({ noSuchDay }) => noSuchDay),
    body: read.flatMap(({ body }) => body),
  }
}
