/** The card that is drawn on a panel to measure it: how wide it is, and what keys make of it. */
import { CARD } from '#shared/domain/walls/panels.ts'

/** CSS px that a key adds to the width. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.5,
  ArrowRight: 0.5,
  '-': -0.5,
  '+': 0.5,
  ArrowDown: -8,
  ArrowUp: 8,
}

/** Null: the key is none of the card's. */
export const stepOf = (key: string): number | null => STEPS[key] ?? null

/** Of a usual panel, where nobody knows its size: the diagonal of 55 inches, mm. */
const USUAL = 1_397
const LEAST = 24
/** Of the picture, the part that a card may take: beside it stands what to do. */
const MOST = 0.4

/**
 * The width of the card in CSS px on a picture of `across` by `down` px; at first that of the panel
 * as it is known (`width`, mm; null: it is not).
 */
export const firstCard = (across: number, down: number, width: number | null): number =>
  cardWithin((across * CARD.width) / (width ?? (USUAL * across) / Math.hypot(across, down)), across)

export const cardWithin = (card: number, across: number): number =>
  Math.min(MOST * across, Math.max(LEAST, Math.round(card * 2) / 2))
