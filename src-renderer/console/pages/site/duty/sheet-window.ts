/**
 * Which rows and columns of a sheet are in sight: only these are drawn, so that forty posts, three
 * shifts and a month are as quick as one week. Lengths in px.
 */

/** Where each row begins, and at the end where the last one ends. */
export function edgesOf(heights: readonly number[]): readonly number[] {
  const edges = [0]
  for (const height of heights) edges.push(edges.at(-1)! + height)
  return edges
}

/** The last index whose edge is not beyond `at`. */
function indexAt(edges: readonly number[], at: number): number {
  let [low, high] = [0, edges.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (edges[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** The indexes that `size` shows from `scrolled` on, with `spare` more at both sides. */
export function inSight(
  edges: readonly number[],
  scrolled: number,
  size: number,
  spare: number,
): readonly number[] {
  const count = edges.length - 1
  const first = Math.max(0, indexAt(edges, scrolled) - spare)
  const end = Math.min(count, indexAt(edges, scrolled + size) + 1 + spare)
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index)
}

/** Where to scroll so that a stretch is in sight; where it is already, nowhere. */
export function scrolledTo(
  [begin, end]: readonly [number, number],
  scrolled: number,
  size: number,
): number {
  if (begin < scrolled) return begin
  return end > scrolled + size ? end - size : scrolled
}
