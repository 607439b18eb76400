/** Usual panels by their diagonal, and how wide their picture is. */

/** Inches of the diagonal, all 16:9. */
export const PANEL_INCHES = [24, 27, 32, 43, 50, 55, 65, 75, 86, 98] as const

const MM_AN_INCH = 25.4
/** Width of a 16:9 picture in mm, by its diagonal in inches. */
export const widthOf = (inches: number): number =>
  Math.round((inches * MM_AN_INCH * 16) / Math.hypot(16, 9))
