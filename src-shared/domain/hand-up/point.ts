/** How far a record goes, as station and HQ tell each other. */

/** The last event and its hash in hex; {@link NOWHERE}: before the first one. */
export type Point = { seq: number; hash: string }
/**
 * `epoch`: the how-manieth writer of the record it is (1 for the first). A machine that takes a
 * record over, and a record that was restored from an older copy, begin the next one: whoever comes
 * with an older one is refused.
 */
export type Head = Point & { epoch: number }

export const NOWHERE: Point = { seq: 0, hash: '0'.repeat(64) }

export const isSamePoint = (a: Point, b: Point): boolean => a.seq === b.seq && a.hash === b.hash
