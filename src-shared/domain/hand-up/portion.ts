/**
 * Cuts what is handed up into pushes, and finds where two records part: mere arithmetic, so that
 * neither needs a network.
 */

type Link = { seq: number; hash: string; type: string; line: string }
type Limits = { events: number; bytes: number }
type Handed = { seq: number; hash: string; type: string } & ({ line: string } | { stub: true })

/** UTF-8 bytes at most: a Chinese character has three. */
const mostBytes = (text: string): number => text.length * 3

/**
 * As many links from the first on as a push takes; the first always goes, however long it is.
 * `isStub`: whether it goes without its text (values in clear, homes: stubs.ts).
 */
export function portionOf(
  links: readonly Link[],
  isStub: (link: Link) => boolean,
  limits: Limits,
): readonly Handed[] {
  const portion: Handed[] = []
  let bytes = 0
  for (const link of links.slice(0, limits.events)) {
    const { seq, hash, type, line } = link
    if (isStub(link)) {
      portion.push({ seq, hash, type, stub: true })
      continue
    }
    bytes += mostBytes(line)
    if (portion.length > 0 && bytes > limits.bytes) break
    portion.push({ seq, hash, type, line })
  }
  return portion
}

/**
 * The positions to ask for between one that both records have (`low`) and the end of this one
 * (`high`), at most `most` of them, the last among them: of a chain, whatever lies before a common
 * position is common, too.
 */
export function probesBetween(low: number, high: number, most: number): readonly number[] {
  const span = high - low
  if (span <= most) return Array.from({ length: span }, (_, index) => low + index + 1)
  return Array.from({ length: most }, (_, index) => low + Math.floor((span * (index + 1)) / most))
}
