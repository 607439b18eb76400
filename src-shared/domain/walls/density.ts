/** Which form the rows of a wall take on a panel of so many units, and how high they are. */

/**
 * full: the look's grid. compact: badge, headline, limit. stacked: the limit under the headline,
 * for a reader very far away.
 */
export type Density = 'full' | 'compact' | 'stacked'
export type Shape = 'landscape' | 'portrait'

/** Under so many units across, the rail and the line below it no longer hold what they must. */
const COMPACT_UNDER = 1_500
const STACKED_UNDER = 1_150
const COMPACT_UPRIGHT_UNDER = 900
/** The same where the strip stands beside the rows. */
const COMPACT_WIDE_UNDER = 2_100
/** Wider than two panels side by side are high: there height is what is scarce. */
const WIDE = 2.4

/**
 * Heights in units of the parts that every page has, and of the rows: lead and others when they
 * stand close.
 */
const HEIGHTS = {
  full: { chrome: 236, lead: 289, row: 185, wideLead: 292, wideRow: 208, month: 134 },
  portrait: { chrome: 346, lead: 610, row: 308, wideLead: 640, wideRow: 305, month: 312 },
  compact: { chrome: 190, lead: 222, row: 170, wideLead: 0, wideRow: 0, month: Infinity },
  stacked: { chrome: 172, lead: 258, row: 258, wideLead: 0, wideRow: 0, month: Infinity },
  stackedUpright: { chrome: 296, lead: 258, row: 258, wideLead: 0, wideRow: 0, month: Infinity },
} as const
export type Heights = (typeof HEIGHTS)[keyof typeof HEIGHTS]

export const shapeOf = (across: number, down: number): Shape =>
  down > across ? 'portrait' : 'landscape'

export function heightsOf(density: Density, shape: Shape): Heights {
  if (shape === 'landscape' || density === 'compact') return HEIGHTS[density]
  return HEIGHTS[density === 'full' ? 'portrait' : 'stackedUpright']
}

export const isWide = (across: number, down: number): boolean => across / down > WIDE

/** By the width; a wide panel that is too low for the look's row has compact ones. */
export function densityOf(across: number, down: number): Density {
  if (shapeOf(across, down) === 'portrait')
    return across < COMPACT_UPRIGHT_UNDER ? 'stacked' : 'full'
  if (across < STACKED_UNDER) return 'stacked'
  const { chrome, lead } = HEIGHTS.full
  const isNarrow = across < (isWide(across, down) ? COMPACT_WIDE_UNDER : COMPACT_UNDER)
  return isNarrow || down < chrome + lead ? 'compact' : 'full'
}
