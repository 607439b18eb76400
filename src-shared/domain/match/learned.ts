/** Defines what the second ear learns from, and what it has learned (see sayings.ts). */

/**
 * A kind of event, as callers tell it (resources/matching/sayings.yaml). `words`: the usual words
 * for it, as plans name them, the narrowest first: the first that a plan of the site knows says
 * which plan it is.
 */
export type SayingKind = { words: readonly string[]; says: readonly string[] }

/**
 * What was learned. `rarity`: of each feature, 0 where it stands in every saying; `weights`: by
 * feature, how much more it speaks for a kind that has it than for one that never had; `floor`: by
 * kind, what a feature weighs that it never had; `sayings`: those of each kind with their
 * features, to name the one that is most alike.
 */
export type Learned = {
  kinds: readonly SayingKind[]
  rarity: ReadonlyMap<string, number>
  weights: ReadonlyMap<string, ReadonlyMap<number, number>>
  floor: readonly number[]
  sayings: readonly (readonly { says: string; features: readonly string[]; length: number }[])[]
}
