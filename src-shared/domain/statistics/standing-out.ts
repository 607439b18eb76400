/** Says whether a count stands out among others, or is as large as chance would make it. */

/** So few months in which chance alone would make some count as large: one in twenty. */
const BY_CHANCE = 0.05
/** Less has no pattern, whatever the odds. */
const LEAST = 3

/** The odds that a count of this mean comes to `count` or more (Poisson). */
function oddsOf(count: number, mean: number): number {
  let below = 0
  let log = -mean
  for (let k = 0; k < count; k++) {
    below += Math.exp(log)
    log += Math.log(mean) - Math.log(k + 1)
  }
  return Math.max(0, 1 - below)
}

/**
 * Whether the largest of `cells` counts that add up to `total` is more than an even spread would
 * bring about by chance: in fewer than one month of twenty. Two of 29 incidents in one of the 168
 * hours of a week are chance; of a single cell all is, if it holds three or more.
 */
export const standsOut = (count: number, total: number, cells: number): boolean =>
  count >= LEAST && (cells <= 1 || oddsOf(count, total / cells) * cells < BY_CHANCE)
