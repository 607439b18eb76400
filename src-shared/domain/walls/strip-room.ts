/**
 * Decides how many cells the strip of a panel has, and where it stands: across, below the header,
 * and beside the rows where the panel is wide and low. Units of the wall. Cells give up words
 * before they give up their number: on a panel for far readers they are level, bars and colour.
 */
import { densityOf, heightsOf, isWide, shapeOf, type Density, type Shape } from './density.ts'

/** `side`: beside the rows. `lines`: all that there may be, the last for what has no cell. */
export type StripRoom = {
  side: boolean
  width: number // that it takes from the rows: 0 where it stands across
  columns: number
  lines: number
  slots: number
  placeRoom: number // em of the smallest text; 0: its cells have no words
  kindRoom: number // em beside the place; 0: none
  restRoom: number // em of the line for what has no cell
}

/** A line of cells, and the rule below them; the same as in wall.css. */
export const STRIP_LINE = 60
export const STRIP_RULE = 4

export const MOST_SLOTS = 24
/** From so many incidents on a wall has its strip, also where all of them stand in rows. */
export const STRIP_FROM = 5
/** With so many a cell keeps its words; where that leaves fewer, they go. */
const ENOUGH = 8

/** Places are written in Chinese on an English wall, too. */
const FLOOR = 45
/** Of a cell without its words: thick edge, badge, bars and the air between; as in wall.css. */
const FRAME = 100
const WORD_GAP = 12
/** A place of four characters. */
const LEAST_PLACE = 180
const MOST_COLUMNS = 6
const GAP = 12
/** Margin of the panel and air before the rows. */
const SIDE_MARGINS = 48 + 24

/** What the rows beside a strip keep at the least. */
const LEAST_ROWS = { full: 1_700, compact: 1_060, stacked: Infinity } as const
/** Beside the kind, as in the strip's own styles. */
const KIND_GAP = 8
/** Two columns with the kind, two and one without it, three of bare cells. */
const SIDES = [
  { columns: 2, place: LEAST_PLACE, kind: 278 },
  { columns: 2, place: LEAST_PLACE, kind: 0 },
  { columns: 1, place: LEAST_PLACE, kind: 0 },
  { columns: 3, place: 0, kind: 0 },
] as const

/** What the rows keep, whatever comes: a place on two lines, marks and a figure. */
const KEPT_COMPACT = 310
/** The same with the figure beside its name, and where not even that fits on a line each. */
export const LEAN_ROW = { two: 288, single: 222 } as const

/** Height of the rows that no strip may take. */
function keptOf(rows: number, density: Density, shape: Shape, lead: number): number {
  if (shape === 'portrait') return density === 'stacked' ? 2 * lead : lead
  if (density === 'full') return lead
  if (density === 'compact') return KEPT_COMPACT
  const two = stripHeight({ side: false }, 2)
  return rows - two >= LEAN_ROW.two ? LEAN_ROW.two : LEAN_ROW.single
}

const cellOf = (place: number): number => FRAME + (place > 0 ? place + WORD_GAP : 0)
const slotsIn = (columns: number, lines: number): number =>
  Math.min(MOST_SLOTS, columns * Math.max(0, lines - 1))

/** The first with enough cells, else the first with the most. */
const chosen = (rooms: readonly StripRoom[]): StripRoom | undefined =>
  rooms.find(({ slots }) => slots >= ENOUGH) ?? rooms.toSorted((a, b) => b.slots - a.slots)[0]

function besideRows(across: number, rows: number, density: Density): StripRoom[] {
  const lines = Math.max(0, Math.floor((rows - STRIP_RULE) / STRIP_LINE))
  return SIDES.map(({ columns, place, kind }) => {
    const width = columns * (cellOf(place) + kind) + (columns - 1) * GAP + SIDE_MARGINS
    return {
      side: true,
      width,
      columns,
      lines,
      slots: slotsIn(columns, lines),
      placeRoom: place / FLOOR,
      kindRoom: Math.max(0, kind - KIND_GAP) / FLOOR,
      restRoom: (width - SIDE_MARGINS) / FLOOR,
    }
  }).filter(({ width }) => across - width >= LEAST_ROWS[density])
}

function acrossPanel(width: number, height: number): StripRoom[] {
  const lines = Math.max(0, Math.floor((height - STRIP_RULE) / STRIP_LINE))
  return [LEAST_PLACE, 0].map((least) => {
    const fitting = Math.max(1, Math.floor((width + GAP) / (cellOf(least) + GAP)))
    const columns = least > 0 ? Math.min(MOST_COLUMNS, fitting) : fitting
    const place = (width - (columns - 1) * GAP) / columns - cellOf(0) - WORD_GAP
    return {
      side: false,
      width: 0,
      columns,
      lines,
      slots: slotsIn(columns, lines),
      placeRoom: least > 0 ? place / FLOOR : 0,
      kindRoom: 0,
      restRoom: width / FLOOR,
    }
  })
}

const NONE: StripRoom = {
  ...{ side: false, width: 0, columns: 1, lines: 0, slots: 0 },
  ...{ placeRoom: 0, kindRoom: 0, restRoom: 0 },
}

/** The strip of a panel of so many units. */
export function stripRoomOf(across: number, down: number): StripRoom {
  const [shape, density] = [shapeOf(across, down), densityOf(across, down)]
  const { chrome, lead } = heightsOf(density, shape)
  const rows = down - chrome
  const beside = isWide(across, down) ? chosen(besideRows(across, rows, density)) : undefined
  if (beside) return beside
  const rest = rows - keptOf(rows, density, shape, lead)
  return chosen(acrossPanel(across - (shape === 'portrait' ? 80 : 96), rest)) ?? NONE
}

/** The height of so many lines of a strip that stands across. */
export const stripHeight = ({ side }: Pick<StripRoom, 'side'>, lines: number): number =>
  side || lines === 0 ? 0 : lines * STRIP_LINE + STRIP_RULE
