/** The burn-in shift of the picture, and the marks of the beats. */

const STEP = 2 // units from the middle; the page is 4 larger than the panel on every side

/**
 * Every five minutes the picture moves by four units, round a square, and comes back: on every
 * panel by the same share of a stroke. In whole CSS px of a wall of `unit` px, for sharp letters.
 */
export function shiftAt(now: number, unit: number): { x: number; y: number } {
  const step = Math.max(1, Math.round(STEP * unit))
  const corners = [
    { x: -step, y: -step },
    { x: step, y: -step },
    { x: step, y: step },
    { x: -step, y: step },
  ] as const
  return corners[Math.floor(now / 300_000) % 4] ?? corners[0]
}

export const BEATS = 10

/**
 * How many of the ten beats are filled: one more with each cycle of the station's engine, so that
 * an engine which hangs is seen.
 */
export const filled = (cycle: number): number => (cycle <= 0 ? 0 : ((cycle - 1) % BEATS) + 1)
