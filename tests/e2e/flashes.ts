/**
 * Counts flashes as WCAG 2.3.1 has them: a flash is a pair of opposing changes of a tenth of the
 * highest luminance or more, where the darker picture is below 0.80.
 */

/** At an instant (ms) the luminance of every cell of a picture, 0 to 1. */
export type Frame = { at: number; cells: readonly number[] }

const CHANGE = 0.1
const DARK = 0.8
const SECOND = 1_000
/** No more flashes than this in any second. */
const MOST = 3

/** The instants at which one cell turned from darker to lighter, or back. */
function turnsOf(frames: readonly Frame[], cell: number): number[] {
  const turns: number[] = []
  const first = frames[0]?.cells[cell] ?? 0
  let [low, high] = [first, first] // since the last turn
  let direction = 0
  for (const { at, cells } of frames) {
    const light = cells[cell] ?? 0
    const rises = direction <= 0 && light - low >= CHANGE && low < DARK
    const falls = direction >= 0 && high - light >= CHANGE && light < DARK
    if (rises || falls) {
      turns.push(at)
      direction = rises ? 1 : -1
      ;[low, high] = [light, light]
    }
    low = Math.min(low, light)
    high = Math.max(high, light)
  }
  return turns
}

/**
 * `most`: flashes of the cell that flashes most, in its worst second. `share`: of the picture, how
 * much flashes more than three times in one and the same second; the rule forgives a quarter of
 * what ten degrees of sight hold.
 */
export function flashesIn(frames: readonly Frame[]): { most: number; share: number } {
  const count = frames[0]?.cells.length ?? 0
  const turns = Array.from({ length: count }, (_, cell) => turnsOf(frames, cell))
  const flashes = (of: readonly number[], from: number): number =>
    of.filter((at) => at >= from && at < from + SECOND).length / 2
  let [most, worst] = [0, 0]
  for (const { at } of frames) {
    const now = turns.map((of) => flashes(of, at))
    most = Math.max(most, ...now)
    worst = Math.max(worst, now.filter((each) => each > MOST).length)
  }
  return { most, share: count === 0 ? 0 : worst / count }
}
