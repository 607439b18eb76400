/** The size of a picture that fits into a square. */

/** At most `most` pixels wide and high, and at least one; never larger than it is. */
export function fitted(
  { width, height }: { width: number; height: number },
  most: number,
): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}
