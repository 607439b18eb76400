/** Fulfils the `Clock` port with the machine's two clocks and its timer. */
import type { Clock } from '#main/core/ports.ts'

/**
 * The longest sleep. A long timer overflows after 24.8 days and stands still while the machine
 * sleeps.
 */
const LONGEST_MS = 1_000

export const systemClock: Clock = {
  wall: () => Date.now(),
  mono: () => performance.now(),
  after(ms, wake) {
    const timer = setTimeout(wake, Math.min(Math.max(ms, 0), LONGEST_MS))
    return () => clearTimeout(timer)
  },
  yield: () => new Promise((resolve) => setImmediate(resolve)),
}
