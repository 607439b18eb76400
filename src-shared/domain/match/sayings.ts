/**
 * Learns from sayings what a caller's words are like: naive Bayes over characters, pairs of
 * characters that stand side by side, and pairs with one between them. Nothing is counted from the
 * record: the same sayings give the same answer, now and after any number of incidents.
 */
import { featuresOf, pairsInPinyin, soundsOf, type Features, type Sounds } from './features.ts'
import { eventOf, partOf, weightOf, type Learned, type SayingKind, type Weight } from './learned.ts'
import { reportText } from './match-word.ts'
import type { Syllables } from './types.ts'

export type { Learned, SayingKind } from './learned.ts'

/** `shares`: of one, by kind; `features`: those that were known. */
export type Likeness = { shares: readonly number[]; features: Features }

const ALPHA = 0.02 // what is added to each count: a feature that a kind never had is not ruled out
const SURE = 2 // how far apart likely and unlikely kinds are drawn
const LEAST = 2 // sayings: a pair that stands in fewer tells nothing

const isPair = (feature: string): boolean => /^[^=]_?[^=]$/u.test(feature)
const isApart = (feature: string): boolean => isPair(feature) && feature.includes('_')

/** How rare a feature is: 0 where it stands in every saying. */
const rarityOf = (feature: string, { counts, total }: Pick<Learned, 'counts' | 'total'>): number =>
  Math.log(total / (counts.get(feature) ?? total))

type Weighed = readonly (readonly [feature: string, weight: number])[]

/** The known features, by how much each counts and how rare it is, together of length 1. */
function weighed(features: Features, learned: Pick<Learned, 'counts' | 'total'>): Weighed {
  const known = [...features]
    .filter(([feature]) => learned.counts.has(feature))
    .map(([feature, part]) => [feature, part * rarityOf(feature, learned)] as const)
  const length = Math.hypot(...known.map(([, weight]) => weight)) || 1
  return known.map(([feature, weight]) => [feature, weight / length] as const)
}

function countsOf(sayings: readonly Features[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const features of sayings)
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  for (const [feature, count] of counts)
    if (count < LEAST && isPair(feature)) counts.delete(feature)
  return counts
}

/** Learns from sayings; empty ones and kinds without any are passed over. */
export function learn(kinds: readonly SayingKind[]): Learned {
  const sayings = kinds.map(({ words, says }) =>
    [...words, ...says].map((saying) => featuresOf(reportText(saying))),
  )
  const all = sayings.flat()
  const known = { counts: countsOf(all), total: all.length }
  const floor: number[] = []
  const weights = new Map<string, Weight[]>()
  for (const [kind, ofKind] of sayings.entries()) {
    const sums = new Map<string, number>()
    for (const features of ofKind)
      for (const [feature, weight] of weighed(features, known))
        sums.set(feature, (sums.get(feature) ?? 0) + weight)
    const total = [...sums.values()].reduce((sum, part) => sum + part, 0)
    floor.push(Math.log(ALPHA / (total + ALPHA * known.counts.size)))
    for (const [feature, sum] of sums) {
      const byKind = weights.get(feature) ?? []
      byKind.push(weightOf(kind, Math.log((sum + ALPHA) / ALPHA)))
      weights.set(feature, byKind)
    }
  }
  return { kinds, ...known, weights, floor }
}

const sounds = new WeakMap<Learned, Sounds>()

/** What is known by sound, prepared when pinyin is typed for the first time. */
function soundsIn(learned: Learned, syllables: Syllables): Sounds {
  const known = sounds.get(learned) ?? soundsOf(learned.counts, syllables)
  sounds.set(learned, known)
  return known
}

const LETTERS = /[a-z]{2,}[^\p{Script=Han}]*[a-z]{2,}/u // at least two words of them

/** What a text (see `reportText`) is like. Without any feature that is known, nothing is. */
export function likenessOf(text: string, learned: Learned, syllables: Syllables): Likeness {
  const { kinds, weights, floor } = learned
  const features = new Map(
    [
      ...featuresOf(text),
      ...(LETTERS.test(text) ? pairsInPinyin(text, soundsIn(learned, syllables)) : []),
    ].filter(([feature]) => learned.counts.has(feature)),
  )
  const scores = kinds.map(() => 0)
  let whole = 0
  for (const [feature, weight] of weighed(features, learned)) {
    whole += weight
    for (const more of weights.get(feature) ?? []) {
      const kind = eventOf(more)
      scores[kind] = (scores[kind] ?? 0) + weight * partOf(more)
    }
  }
  const sums = scores.map((score, kind) => score + whole * (floor[kind] ?? 0))
  const best = Math.max(...sums)
  const drawn = sums.map((score) => Math.exp((score - best) * SURE))
  const sum = drawn.reduce((all, share) => all + share, 0)
  return { shares: drawn.map((share) => share / sum), features }
}

/** `features` by their numbers, and beside them their rarities, squared. */
type Saying = { says: string; features: Uint32Array; squares: Float64Array; length: number }
/** The number of each feature that stands in a saying, and the sayings of a kind. */
type Compared = { numbers: Map<string, number>; kinds: Map<number, readonly Saying[]> }
const compared = new WeakMap<Learned, Compared>()

function comparedIn(learned: Learned): Compared {
  const known = compared.get(learned) ?? { numbers: new Map(), kinds: new Map() }
  compared.set(learned, known)
  return known
}

const lengthOf = (features: Weighed): number =>
  Math.hypot(...features.map(([, rarity]) => rarity)) || 1

const rarities = (features: Features, learned: Learned): Weighed =>
  [...features.keys()]
    .filter((feature) => !isApart(feature))
    .map((feature) => [feature, rarityOf(feature, learned)] as const)

function numberOf(feature: string, numbers: Map<string, number>): number {
  const number = numbers.get(feature) ?? numbers.size
  numbers.set(feature, number)
  return number
}

/** The sayings of a kind as they are compared with a text, prepared when one is first. */
function sayingsOf(kind: number, learned: Learned): readonly Saying[] {
  const { numbers, kinds } = comparedIn(learned)
  const ofKind =
    kinds.get(kind) ??
    [...(learned.kinds[kind]?.words ?? []), ...(learned.kinds[kind]?.says ?? [])].map((says) => {
      const features = rarities(featuresOf(says.toLowerCase()), learned)
      return {
        says,
        features: Uint32Array.from(features, ([feature]) => numberOf(feature, numbers)),
        squares: Float64Array.from(features, ([, rarity]) => rarity ** 2),
        length: lengthOf(features),
      }
    })
  kinds.set(kind, ofKind)
  return ofKind
}

/** How much a saying has in common with what is marked. */
function inCommon({ features, squares }: Saying, isMarked: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < features.length; at++)
    if (isMarked[features[at] ?? 0] === 1) sum += squares[at] ?? 0
  return sum
}

/** The saying of a kind that is most alike, and how much, from 0 to 1; null of none. */
export function nearestSaying(
  kind: number,
  features: Features,
  learned: Learned,
): { says: string; alike: number } | null {
  const length = lengthOf(rarities(features, learned))
  const sayings = sayingsOf(kind, learned)
  const { numbers } = comparedIn(learned)
  const isMarked = new Uint8Array(numbers.size)
  for (const feature of features.keys()) {
    const number = numbers.get(feature)
    if (number !== undefined) isMarked[number] = 1
  }
  let nearest: { says: string; alike: number } | null = null
  for (const saying of sayings) {
    const alike = inCommon(saying, isMarked) / (length * saying.length)
    if (alike > (nearest?.alike ?? 0)) nearest = { says: saying.says, alike }
  }
  return nearest
}
