/**
 * Follows a list of changes whose ids become visible out of order: an id is drawn before its
 * transaction ends, so that 8 may be seen before 7. Whoever only remembers the highest would miss
 * the 7 for ever.
 */

/** How long an id that is missing is waited for (ms): no transaction takes so long. */
export const GAP_MS = 30_000

export type ChangeCursor = {
  /** All ids up to it are seen, or will never come. */
  low: number
  /** Those above `low` that are seen. */
  seen: ReadonlySet<number>
  /** Since when the first missing id is missing; null: none is. */
  missingSince: number | null
}

export const cursorAt = (low: number): ChangeCursor => ({
  low,
  seen: new Set(),
  missingSince: null,
})

/** How many ids below the highest may still become visible after a start. */
const MARGIN = 1_000
/** Where to begin at a start, by the highest id that is visible. */
export const cursorBehind = (last: number): ChangeCursor => cursorAt(Math.max(0, last - MARGIN))

/**
 * The ids among `ids` (all above `low` that are visible now) that are new, and the cursor behind
 * them. `now`: ms that never go back.
 */
export function follow(
  cursor: ChangeCursor,
  ids: readonly number[],
  now: number,
): { cursor: ChangeCursor; fresh: readonly number[] } {
  const fresh = ids.filter((id) => !cursor.seen.has(id))
  const seen = new Set([...cursor.seen, ...ids])
  const advance = (from: number): number => {
    let low = from
    while (seen.delete(low + 1)) low += 1
    return low
  }
  let low = advance(cursor.low)
  if (seen.size === 0) return { cursor: cursorAt(low), fresh }
  const waits = low === cursor.low && cursor.missingSince !== null
  const missingSince = waits ? (cursor.missingSince ?? now) : now
  if (now - missingSince < GAP_MS) return { cursor: { low, seen, missingSince }, fresh }
  low = advance(Math.min(...seen) - 1)
  return { cursor: { low, seen, missingSince: seen.size > 0 ? now : null }, fresh }
}
