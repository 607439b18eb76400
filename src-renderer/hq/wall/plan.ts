/**
 * Decides what fits on a wall of HQ: its panel comes in in units, bands and rows go out. What does
 * not fit waits for another page and is counted; text keeps its size (ADR 32).
 */
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import { SECOND_MS } from '#shared/domain/units.ts'

/** Heights in units; all are fixed, so that what is said to fit does. */
export const HIGH = {
  ...{ head: 88, band: 64, foot: 64 },
  ...{ single: 68, singleLead: 152, stacked: 176, stackedLead: 236 },
} as const
/** How long a page stays (ms; LOOK, tokens `--turn`). */
export const TURN_MS = 8 * SECOND_MS
/** Under so many units across a row does not hold everything in one line. */
const SINGLE_FROM = 1_700

export type WallForm = {
  across: number
  /** A row in one line, or in three. */
  row: 'single' | 'stacked'
  /** Side by side on a panel as wide as two. */
  columns: number
  /** Beside the lead. */
  perPage: number
  /** Heads are two lines where the panel is narrow. */
  isUpright: boolean
}

/** `bands`: lines of 64 units that stand above the rows, or below them beside the foot. */
export function formOf(across: number, down: number, bands: number): WallForm {
  const row = across >= SINGLE_FROM ? 'single' : 'stacked'
  const columns = Math.max(1, Math.floor(across / SINGLE_FROM))
  const isUpright = row === 'stacked'
  const taken = HIGH.head * (isUpright ? 2 : 1) + HIGH.band * bands + HIGH.foot + HIGH[`${row}Lead`]
  const lines = Math.max(0, Math.floor((down - taken) / HIGH[row]))
  return { across, row, columns, perPage: lines * columns, isUpright }
}

export type WallPage = {
  lead: IncidentLine | null
  rows: readonly IncidentLine[]
  /** What stands on no row of this page, in their order. */
  rest: readonly IncidentLine[]
  /** From 1 on. */
  page: number
  pages: number
}

const isPinned = ({ level, drill }: IncidentLine): boolean => level === 1 && !drill

/**
 * `incidents`: by urgency. The first leads on every page, and those of level Ⅰ wait on none (LOOK
 * 8.4) as long as half of the rows are left to turn. `turn`: how many turns have gone by.
 */
export function pageOf(
  incidents: readonly IncidentLine[],
  perPage: number,
  turn: number,
): WallPage {
  const [lead = null, ...others] = incidents
  const pinned =
    others.length > perPage ? others.filter(isPinned).slice(0, Math.floor(perPage / 2)) : []
  const turning = others.filter((incident) => !pinned.includes(incident))
  const room = perPage - pinned.length
  const pages = room > 0 ? Math.max(1, Math.ceil(turning.length / room)) : 1
  const page = turn % pages
  // the last page begins earlier rather than stand half empty
  const from = Math.min(page * room, Math.max(0, turning.length - room))
  const shown = turning.slice(from, from + room)
  return {
    ...{ lead, page: page + 1, pages },
    rows: others.filter((incident) => pinned.includes(incident) || shown.includes(incident)),
    rest: turning.filter((incident) => !shown.includes(incident)),
  }
}
