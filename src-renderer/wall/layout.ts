/**
 * Decides what fits on a panel: CSS px come in, units go out. What does not fit goes to another
 * page; text keeps its size.
 */
import type { Language } from '../ui/figure.ts'
import { calibrated, type AskedSize, type SizeFault } from '#shared/domain/walls/calibration.ts'
import {
  densityOf,
  heightsOf,
  shapeOf,
  type Density,
  type Shape,
} from '#shared/domain/walls/density.ts'
import {
  LEAN_ROW,
  stripHeight,
  stripRoomOf,
  type StripRoom,
} from '#shared/domain/walls/strip-room.ts'

export type Layout = {
  unit: number // CSS px
  fault: SizeFault | null // what of the address was not taken
  across: number // units from edge to edge
  shape: Shape
  density: Density
  narrow: boolean // no room for the stage beside state and owner
  rowsHeight: number // units for the rows of a page
  perPage: number // rows a page, the lead included
  withMonth: number // so many rows leave room for the month below them
  // the same where so many units of the height are taken
  rowsBeside: (taken: number) => { perPage: number; withMonth: number }
  aboveMonth: number // height in units of the rows above it; below 0: there is no room for it
  spare: (rows: number) => number // height in units that so many rows and the month leave free
  room: { main: number; limit: number; foot: number } // widths in units
  strip: StripRoom
  /**
   * Beside a strip far readers have the figure on the line of its name; `line`: and the place on a
   * single one.
   */
  lean: 'none' | 'figure' | 'line'
  low: boolean // marks below a place on two lines leave no room for an owner: he stands in the cell
}

/** The least that a row of far readers takes; what is wide grows. */
export const FAR_ROW = { compact: 170, stacked: 290 } as const
const NARROW_UNDER = 950 // of the middle column
export const ROWS_AT_MOST = 4
/** On so low a page the plate of an owner gives way to marks below a place on two lines. */
const LOW_ROWS = 310

/** `striped`: the strip of cells stands there; beside the rows it takes its width. */
export function layoutOf(
  width: number,
  height: number,
  lang: Language,
  size: AskedSize,
  striped = false,
): Layout {
  const { unit, fault } = calibrated(width, height, size, lang)
  const across = width / unit
  const down = height / unit
  const shape = shapeOf(across, down)
  const density = densityOf(across, down)
  const high = heightsOf(density, shape)
  const rows = down - high.chrome
  const strip = stripRoomOf(across, down)
  const { foot } = roomOf(across, shape, density, lang)
  const beside = striped ? strip.width : 0
  const room = { ...roomOf(across - beside, shape, density, lang), foot }
  const fitting = (lead: number, row: number, room: number): number =>
    room < lead ? 0 : 1 + Math.floor((room - lead) / row)
  const least = density === 'full' ? high : { lead: FAR_ROW[density], row: FAR_ROW[density] }
  const rowsBeside = (taken: number): { perPage: number; withMonth: number } => ({
    perPage: Math.max(1, Math.min(ROWS_AT_MOST, fitting(least.lead, least.row, rows - taken))),
    withMonth: Math.min(
      ROWS_AT_MOST - 1,
      fitting(high.wideLead, high.wideRow, rows - high.month - taken),
    ),
  })
  return {
    unit,
    fault,
    across,
    shape,
    density,
    rowsHeight: rows,
    ...rowsBeside(0),
    rowsBeside,
    spare: (count) => Math.max(0, rows - high.month - high.wideLead - (count - 1) * high.wideRow),
    aboveMonth: rows - high.month,
    room,
    strip,
    lean:
      !striped || density !== 'stacked' || shape === 'portrait'
        ? 'none'
        : rows - stripHeight(strip, 2) < LEAN_ROW.two
          ? 'line'
          : 'figure',
    low: density === 'compact' && rows < LOW_ROWS,
    narrow: shape === 'landscape' && room.main < NARROW_UNDER,
  }
}

/**
 * Widths of the columns in units; the same sums as wall.css and the footer's own styles. `foot`:
 * between label and contact.
 */
function roomOf(across: number, shape: Shape, density: Density, lang: Language): Layout['room'] {
  const foot = (margins: number, label: number, contact: number): number =>
    across - margins - (label + 28) - (contact + 28)
  const beats = 150
  if (shape === 'portrait') {
    const level = lang === 'en' ? 152 : 112
    const main = across - 80 - level - (lang === 'en' ? 28 : 24)
    return { main, limit: main, foot: foot(80, density === 'full' ? level : -28, beats) }
  }
  const level = lang === 'en' ? 196 : 160 // with its gap
  if (density === 'stacked')
    return { main: across - 96 - level, limit: across - 96 - level, foot: foot(96, -28, beats) }
  const limit = density === 'compact' ? 470 : 650
  const main = across - 48 - level - 36 - limit
  return {
    main,
    limit: limit - 72,
    foot: foot(96, lang === 'en' ? 176 : 132, density === 'compact' ? beats : beats + 303),
  }
}
