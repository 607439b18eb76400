/** Follows the chain of hashes through events that a site hands up. */
import type { HandedEvent } from '#shared/contract/hand-up.ts'
import type { Point } from '#shared/domain/hand-up/point.ts'

/**
 * The seq of the first event that does not follow `after`, or null if all do. The hash of a stub is
 * taken as stated, and the chain goes on from it. `sha256`: of a text, in hex.
 */
export function brokenAt(
  after: Point,
  events: readonly HandedEvent[],
  sha256: (text: string) => string,
): number | null {
  let { seq, hash } = after
  for (const event of events) {
    seq += 1
    if (event.seq !== seq) return seq
    if ('line' in event && sha256(hash + event.line) !== event.hash) return seq
    hash = event.hash
  }
  return null
}
