/** Decides when the machine itself must beep because the console's page cannot be heard. */

const EVERY = 10_000

/**
 * Returns a function that says whether to beep now (monotonic ms): at once when needed, then every
 * 10 s.
 */
export function createBeeper(): (needed: boolean, now: number) => boolean {
  let last = -Infinity
  return (needed, now) => {
    if (!needed) {
      last = -Infinity
      return false
    }
    if (now - last < EVERY) return false
    last = now
    return true
  }
}
