/** Works through a long table in parts, between which commands and alarms have their turn. */

/** Rows in one go: a few milliseconds of work. */
export const PART = 50

/** What each of them comes to, in their order. `pause`: resolves once other work had its turn. */
export async function inParts<T, R>(
  all: readonly T[],
  of: (entry: T) => R,
  pause: () => Promise<void>,
): Promise<readonly R[]> {
  const results: R[] = []
  for (let from = 0; from < all.length; from += PART) {
    if (from > 0) await pause()
    results.push(...all.slice(from, from + PART).map(of))
  }
  return results
}

/** For what nobody else may come between: it goes on without a pause. */
export const atOnce = async (): Promise<void> => undefined
