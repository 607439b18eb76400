/**
 * Decides what fits on a wall of HQ: its panel comes in in units, bands and rows go out. What does
 * not fit waits for another page and is counted; text keeps its size (ADR 32).
 */
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import { SECOND_MS } from '#shared/domain/units.ts'
import type { Language } from '../../ui/figure.ts'

/** Heights in units; all are fixed, so that what is said to fit does. */
export const HIGH = {
  ...{ head: 88, band: 64, foot: 64 },
  ...{ single: 64, double: 112, stacked: 176 },
  lead: { single: 208, double: 208, stacked: 312 },
} as const
/** How long a page stays (ms; LOOK, tokens `--turn`). */
export const TURN_MS = 8 * SECOND_MS
/** Under so many units across a row stands in three lines. */
const LYING_FROM = 1_700

export type WallForm = {
  across: number
  /** A row in one line, in two, or in three. */
  row: 'single' | 'double' | 'stacked'
  /** Side by side on a panel as wide as two. */
  columns: number
  /** Beside the lead. */
  perPage: number
  /** Heads are two lines where the panel is narrow. */
  isUpright: boolean
}
export type WallAsk = {
  /** Of the panel, in units. */
  across: number
  down: number
  /** Lines of 64 units that stand above the rows, or below them beside the foot. */
  bands: number
  /** How many there are to be shown. */
  incidents: number
  lang: Language
}

export const isLying = (across: number): boolean => across >= LYING_FROM

/**
 * A row has two lines and says everything where all have room so; with more of them it has one, in
 * which Chinese says what, where and who. English does not: there the page turns oftener.
 */
export function formOf({ across, down, bands, incidents, lang }: WallAsk): WallForm {
  const isUpright = !isLying(across)
  const columns = Math.max(1, Math.floor(across / LYING_FROM))
  const formWith = (row: WallForm['row']): WallForm => {
    const heads = HIGH.head * (isUpright ? 2 : 1)
    const left = down - heads - HIGH.band * bands - HIGH.foot - HIGH.lead[row]
    const perPage = Math.max(0, Math.floor(left / HIGH[row])) * columns
    return { across, row, columns, perPage, isUpright }
  }
  if (isUpright) return formWith('stacked')
  const full = formWith('double')
  return lang === 'en' || incidents <= 1 + full.perPage ? full : formWith('single')
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
