/** The burn-in shift of the picture, and the marks of the beats. */

/**
 * Every five minutes the picture moves by four pixels, round a square, and comes back.
 */
export function shiftAt(now: number): { x: number; y: number } {
  const corners = [
    { x: -2, y: -2 },
    { x: 2, y: -2 },
    { x: 2, y: 2 },
    { x: -2, y: 2 },
  ] as const
  return corners[Math.floor(now / 300_000) % 4] ?? corners[0]
}

export const BEATS = 10

/**
 * How many of the ten beats are filled: one more with each cycle of the station's engine, so that
 * an engine which hangs is seen.
 */
export const filled = (cycle: number): number => (cycle <= 0 ? 0 : ((cycle - 1) % BEATS) + 1)
