/** Medians, percentiles and rows of the table that a bench hands over. */

/** The value below which the share `p` (0 to 1) of the values lies; NaN for none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * p) - 1)] ?? NaN
}
export const median = (values: readonly number[]): number => percentile(values, 0.5)

/**
 * `ours` and `plain` are the medians over the rounds, `ratio` the median of the rounds' ratios:
 * what moves both in one round moves no ratio. `met`: null without a goal, and `undecided` where
 * the goal lies within the interval of the figure.
 */
export type Row = {
  what: string
  ours: string
  plain: string
  ratio: string
  goal: string
  met: boolean | 'undecided' | null
}

/** Two digits, and a fraction where that would show nothing. */
const shownRatio = (ratio: number): string =>
  ratio < 0.05 ? `1/${Math.round(1 / ratio)}` : ratio.toFixed(2)

/**
 * One figure over several rounds, each measured beside the plain alternative. `most`: the ratio
 * that is still good; null = shown only.
 */
export function against(
  what: string,
  rounds: readonly { ours: number; plain: number }[],
  unit: string,
  most: number | null,
  digits = 2,
): Row {
  const ratio = median(rounds.map(({ ours, plain }) => ours / plain))
  const shown = (values: readonly number[]): string => `${median(values).toFixed(digits)} ${unit}`
  return {
    what,
    ours: shown(rounds.map(({ ours }) => ours)),
    plain: shown(rounds.map(({ plain }) => plain)),
    ratio: shownRatio(ratio),
    goal: most === null ? '' : `≤ ${most} ×`,
    met: most === null ? null : ratio <= most,
  }
}

/**
 * Bounds between which the true median lies in 95 of 100 cases, by the ranks of a binomial
 * distribution: nothing is supposed of how the values are spread.
 */
export function medianInterval(values: readonly number[]): readonly [number, number] {
  const sorted = [...values].sort((left, right) => left - right)
  const reach = 0.98 * Math.sqrt(sorted.length)
  const low = Math.max(0, Math.floor(sorted.length / 2 - reach) - 1)
  const high = Math.min(sorted.length - 1, Math.ceil(sorted.length / 2 + reach))
  return [sorted[low] ?? NaN, sorted[high] ?? NaN]
}

/** By its interval: met if it lies under the goal, missed above it, else undecided. */
function verdict([low, high]: readonly [number, number], most: number): Row['met'] {
  if (high <= most) return true
  return low <= most ? 'undecided' : false
}

const between = ([low, high]: readonly [number, number], digits: number): string =>
  `(${low.toFixed(digits)} to ${high.toFixed(digits)})`

type Rounds = readonly { ours: number; plain: number }[]

/** As {@link against} over twenty rounds and more, with the interval of the ratio beside it. */
export function interleaved(what: string, rounds: Rounds, unit: string, most: number): Row {
  const row = against(what, rounds, unit, most)
  const interval = medianInterval(rounds.map(({ ours, plain }) => ours / plain))
  return {
    ...row,
    ratio: `${row.ratio} ${between(interval, 2)}`,
    met: verdict(interval, most),
  }
}

/**
 * As {@link within} over twenty rounds and more, with the interval of the figure beside it; the
 * plain alternative is only shown.
 */
export function repeated(
  what: string,
  rounds: Rounds,
  unit: string,
  most: number,
  digits = 2,
): Row {
  const row = against(what, rounds, unit, null, digits)
  const interval = medianInterval(rounds.map(({ ours }) => ours))
  return {
    ...row,
    ours: `${row.ours} ${between(interval, digits)}`,
    goal: `≤ ${most} ${unit}`,
    met: verdict(interval, most),
  }
}

/** One figure with a limit of its own; the plain alternative stands beside it. */
export function within(
  what: string,
  ours: number,
  plain: number | null,
  unit: string,
  most: number | null,
  digits = 2,
): Row {
  return {
    what,
    ours: `${ours.toFixed(digits)} ${unit}`,
    plain: plain === null ? '' : `${plain.toFixed(digits)} ${unit}`,
    ratio: plain === null || plain <= 0 ? '' : shownRatio(ours / plain),
    goal: most === null ? '' : `≤ ${most} ${unit}`,
    met: most === null ? null : ours <= most,
  }
}

/** One figure that is good from `least` on. */
export const atLeast = (what: string, ours: number, least: number, digits = 1): Row => ({
  ...{ what, ours: ours.toFixed(digits), plain: '', ratio: '' },
  ...{ goal: `≥ ${least}`, met: ours >= least },
})

/** Progress goes to stderr; stdout is for the rows alone. */
export const printNote = (line: string): void => void process.stderr.write(`    ${line}\n`)

/** Hands the rows over to scripts/bench.mjs and ends. */
export function finish(rows: readonly Row[]): never {
  process.stdout.write(`${JSON.stringify(rows)}\n`)
  process.exit(0)
}
