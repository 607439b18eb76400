/**
 * Decides how many cells the strip of a panel has, and where it stands: across, below the header,
 * and beside the rows where the panel is wide and low. Units of the wall.
 */
import type { Density, Shape } from './density.ts'

/** `side`: beside the rows. `lines`: all that there may be, the last for what has no cell. */
export type StripRoom = {
  side: boolean
  width: number // that it takes from the rows: 0 where it stands across
  columns: number
  lines: number
  slots: number
  placeRoom: number // em of the smallest text
  kindRoom: number // em beside the place; 0: none
  restRoom: number // em of the line for what has no cell
}

/** A line of cells, and the rule below them; the same as in wall.css. */
export const STRIP_LINE = 60
export const STRIP_RULE = 4

export const MOST_SLOTS = 24
/** From so many incidents on a wall has its strip, also where all of them stand in rows. */
export const STRIP_FROM = 5

/** Places are written in Chinese on an English wall, too. */
const FLOOR = 45
/** Of a cell without its words: thick edge, badge, bars and the air between; as in wall.css. */
const FRAME = 112
/** A place of four characters. */
const LEAST_PLACE = 180
const MOST_COLUMNS = 6
const GAP = 12
/** Margin of the panel and air before the rows. */
const SIDE_MARGINS = 48 + 24

/** Wider than two panels side by side are high: there height is what is scarce. */
const WIDE = 2.4
/** What the rows beside a strip keep at the least. */
const LEAST_ROWS = { full: 1_700, compact: 1_100, stacked: Infinity } as const
/** Beside the kind, as in the strip's own styles. */
const KIND_GAP = 8
/** Two columns with the kind, two and one without it: the first that leaves the rows their room. */
const SIDES = [
  { columns: 2, kind: 278 },
  { columns: 2, kind: 0 },
  { columns: 1, kind: 0 },
] as const

type Panel = { across: number; down: number; shape: Shape; density: Density }

/** What the rows of far readers keep: a place on two lines, marks and a figure, whatever comes. */
const KEPT = { full: 0, compact: 310, stacked: 350 } as const

/** `rows`: height for the rows of a page; `lead`: of its first row, which always stands. */
export function stripRoomOf(
  { across, down, shape, density }: Panel,
  { rows, lead }: { rows: number; lead: number },
): StripRoom {
  const cell = LEAST_PLACE + FRAME
  const isWide = across / down > WIDE
  const beside = SIDES.map(({ columns, kind }) => ({
    columns,
    kind,
    width: columns * (cell + kind) + (columns - 1) * GAP + SIDE_MARGINS,
  })).find(({ width }) => across - width >= LEAST_ROWS[density])
  if (isWide && beside) {
    const lines = Math.floor((rows - STRIP_RULE) / STRIP_LINE)
    return {
      side: true,
      width: beside.width,
      columns: beside.columns,
      lines,
      slots: Math.min(MOST_SLOTS, beside.columns * Math.max(0, lines - 1)),
      placeRoom: LEAST_PLACE / FLOOR,
      kindRoom: Math.max(0, beside.kind - KIND_GAP) / FLOOR,
      restRoom: (beside.width - SIDE_MARGINS) / FLOOR,
    }
  }
  const width = across - (shape === 'portrait' ? 80 : 96)
  const columns = Math.max(1, Math.min(MOST_COLUMNS, Math.floor((width + GAP) / (cell + GAP))))
  const reserve =
    shape === 'portrait' && density === 'stacked' ? 2 * lead : Math.max(lead, KEPT[density])
  const lines = Math.max(0, Math.floor((rows - reserve - STRIP_RULE) / STRIP_LINE))
  const place = (width - (columns - 1) * GAP) / columns - FRAME
  return {
    side: false,
    width: 0,
    columns,
    lines,
    slots: Math.min(MOST_SLOTS, columns * Math.max(0, lines - 1)),
    placeRoom: place / FLOOR,
    kindRoom: 0,
    restRoom: width / FLOOR,
  }
}

/** The height of so many lines of a strip that stands across. */
export const stripHeight = ({ side }: Pick<StripRoom, 'side'>, lines: number): number =>
  side || lines === 0 ? 0 : lines * STRIP_LINE + STRIP_RULE
