/** Usual panels by diagonal and shape, and how large their picture is; and the size of a card. */
import type { Panel } from './calibration.ts'

/** Width to height. A panel of 4K has the size of any other of its diagonal. */
export const PANEL_SHAPES = {
  lying: [16, 9],
  upright: [9, 16],
  bar: [32, 9],
} as const
export type PanelShape = keyof typeof PANEL_SHAPES

/** Inches of the diagonal by shape; 100 inches of 32:9 are two panels of 55 side by side. */
export const PANEL_INCHES: Readonly<Record<PanelShape, readonly number[]>> = {
  lying: [24, 27, 32, 43, 50, 55, 65, 75, 86, 98],
  upright: [32, 43, 49, 55, 65, 75],
  bar: [38, 49, 88, 100],
}

const MM_AN_INCH = 25.4

/** The picture of a panel in mm, by the inches of its diagonal. */
export function panelOf(inches: number, shape: PanelShape): Panel {
  const [across, down] = PANEL_SHAPES[shape]
  const mm = (inches * MM_AN_INCH) / Math.hypot(across, down)
  return { width: Math.round(mm * across), height: Math.round(mm * down) }
}

/** Inches of its diagonal. */
export const inchesOf = ({ width, height }: Panel): number => Math.hypot(width, height) / MM_AN_INCH

/** A bank card, mm: ID-1 of ISO/IEC 7810. */
export const CARD: Panel = { width: 85.6, height: 53.98 }

/**
 * The picture of a panel in mm, once a card drawn `card` px wide is as wide as a card held to it.
 * `width`, `height`: of the whole picture in the same px.
 */
export function panelByCard(card: number, { width, height }: Panel): Panel {
  const pitch = CARD.width / card
  return { width: Math.round(width * pitch), height: Math.round(height * pitch) }
}
