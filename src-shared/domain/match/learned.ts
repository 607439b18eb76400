/**
 * Defines what the second ear learns from, and what it has learned (see sayings.ts); packs it for
 * the file that the build writes.
 */

/**
 * A kind of event, as callers tell it (resources/matching/sayings.yaml). `words`: the usual words
 * for it, as plans name them, the narrowest first: the first that a plan of the site knows says
 * which plan it is.
 */
export type SayingKind = { words: readonly string[]; says: readonly string[] }

/** How much a feature speaks for a kind, in steps of 1/16, and for which: kind × 256 + steps. */
export type Weight = number

/**
 * What was learned. `counts`: in how many of all sayings (`total`) each feature stands; `weights`:
 * of each feature, for the kinds that have it; `floor`: by kind, what a feature weighs that it
 * never had.
 */
export type Learned = {
  kinds: readonly SayingKind[]
  total: number
  counts: ReadonlyMap<string, number>
  weights: ReadonlyMap<string, readonly Weight[]>
  floor: readonly number[]
}

/** Of no sayings: nothing is like anything. */
export const NOTHING_LEARNED: Learned = {
  kinds: [],
  total: 0,
  counts: new Map(),
  weights: new Map(),
  floor: [],
}

const STEPS = 16
const KIND = 256

/** `more`: from 0 to below 16. */
export const weightOf = (kind: number, more: number): Weight =>
  kind * KIND + Math.min(KIND - 1, Math.round(more * STEPS))
export const eventOf = (weight: Weight): number => Math.floor(weight / KIND)
export const partOf = (weight: Weight): number => (weight % KIND) / STEPS

/** The same as JSON. */
export type Packed = {
  kinds: readonly SayingKind[]
  total: number
  floor: readonly number[]
  features: readonly string[]
  counts: readonly number[]
  weights: readonly (readonly Weight[])[]
}

export const pack = ({ kinds, total, floor, counts, weights }: Learned): Packed => ({
  kinds,
  total,
  floor,
  features: [...counts.keys()],
  counts: [...counts.values()],
  weights: [...counts.keys()].map((feature) => weights.get(feature) ?? []),
})

export const unpack = ({ kinds, total, floor, features, counts, weights }: Packed): Learned => ({
  kinds,
  total,
  floor,
  counts: new Map(features.map((feature, at) => [feature, counts[at] ?? 0])),
  weights: new Map(features.map((feature, at) => [feature, weights[at] ?? []])),
})
