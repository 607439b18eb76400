/**
 * Sizes the unit of a panel and decides what fits on it: CSS px come in, units go out. What does
 * not fit goes to another page; text keeps its size.
 */
import type { Language } from '../ui/figure.ts'
import type { WallParams } from './params.ts'

/**
 * full: the look's grid. compact: badge, headline, limit. stacked: the limit under the headline,
 * for a reader very far away.
 */
export type Density = 'full' | 'compact' | 'stacked'
export type Shape = 'landscape' | 'portrait'
export type Layout = {
  unit: number // CSS px
  across: number // units from edge to edge
  shape: Shape
  density: Density
  narrow: boolean // no room for the stage beside state and owner
  perPage: number // rows a page, the lead included
  withMonth: number // so many rows leave room for the month below them
  spare: (rows: number) => number // height in units that so many rows and the month leave free
  rowsFor: (height: number) => number // rows that give way to so many units
  room: { main: number; limit: number; foot: number } // widths in units
}

const WIDE = 1_920
const HIGH = 1_080
/**
 * 51 units are Chinese text at 25 arc minutes; 0.92 is the share of the em that a
 * character fills.
 */
const UNITS = 51
const ARC = 25 / 3_438
const BODY = 0.92
/** Under so many units across, the rail and the line below it no longer hold what they must. */
const COMPACT_UNDER = 1_500
const STACKED_UNDER = 1_100
const COMPACT_UPRIGHT_UNDER = 900
const NARROW_UNDER = 950 // of the middle column
const ROWS_AT_MOST = 4

/**
 * CSS px a unit. By the reader's distance if both it and the panel's width are known, but never
 * smaller than what fills the panel: near readers get a poster, not a table.
 */
export function unitOf(
  width: number,
  height: number,
  { unit, distance, panel }: Pick<WallParams, 'unit' | 'distance' | 'panel'>,
): number {
  if (unit !== null) return unit
  const filling = Math.min(Math.max(width, height) / WIDE, Math.min(width, height) / HIGH)
  if (distance === null || panel === null) return filling
  const pitch = panel / width // mm a CSS px
  return Math.max(filling, (distance * 1_000 * ARC) / pitch / BODY / UNITS)
}

/**
 * Heights in units of the parts that every page has, and of the rows: lead and others when they
 * stand close.
 */
const HEIGHTS = {
  full: { chrome: 236, lead: 289, row: 185, wideLead: 292, wideRow: 208, month: 134 },
  portrait: { chrome: 346, lead: 610, row: 308, wideLead: 640, wideRow: 305, month: 300 },
  compact: { chrome: 190, lead: 222, row: 170, wideLead: 0, wideRow: 0, month: Infinity },
  stacked: { chrome: 172, lead: 258, row: 258, wideLead: 0, wideRow: 0, month: Infinity },
} as const

export function layoutOf(
  width: number,
  height: number,
  lang: Language,
  params: Pick<WallParams, 'unit' | 'distance' | 'panel'>,
): Layout {
  const unit = unitOf(width, height, params)
  const across = width / unit
  const down = height / unit
  const shape: Shape = height > width ? 'portrait' : 'landscape'
  const density: Density =
    shape === 'portrait'
      ? across < COMPACT_UPRIGHT_UNDER
        ? 'stacked'
        : 'full'
      : across < STACKED_UNDER
        ? 'stacked'
        : across < COMPACT_UNDER
          ? 'compact'
          : 'full'
  const high = HEIGHTS[density === 'full' && shape === 'portrait' ? 'portrait' : density]
  const rows = down - high.chrome
  const room = roomOf(across, shape, density, lang)
  const fitting = (lead: number, row: number, room: number): number =>
    room < lead ? 0 : 1 + Math.floor((room - lead) / row)
  return {
    unit,
    across,
    shape,
    density,
    perPage: Math.max(1, Math.min(ROWS_AT_MOST, fitting(high.lead, high.row, rows))),
    withMonth: Math.min(ROWS_AT_MOST - 1, fitting(high.wideLead, high.wideRow, rows - high.month)),
    spare: (count) => Math.max(0, rows - high.month - high.wideLead - (count - 1) * high.wideRow),
    rowsFor: (height) => Math.ceil(height / high.row),
    room,
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
