/** Computes mean, median, 90th percentile and number of some durations. */

/** In ms, to the whole millisecond; null where there is nothing to take them of. */
export type Spread = { mean: number | null; median: number | null; p90: number | null; n: number }

/**
 * The smallest value that at least the share `p` of the sorted values does not exceed (nearest
 * rank).
 */
const atRank = (sorted: Float64Array, p: number): number | null =>
  sorted[Math.ceil(sorted.length * p) - 1] ?? null

export function spread(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort()
  const n = sorted.length
  if (n === 0) return { mean: null, median: null, p90: null, n }
  const [low, high] = [sorted[Math.floor((n - 1) / 2)] ?? 0, sorted[Math.floor(n / 2)] ?? 0]
  return {
    mean: Math.round(sorted.reduce((sum, sorted) => sum + sorted, 0) / n),
    median: Math.round((low + high) / 2),
    p90: atRank(sorted, 0.9),
    n,
  }
}
