/**
 * Learns from sayings what a caller's words are like: naive Bayes over characters and
 * pairs of characters. Nothing is counted from the record: the same sayings give the same answer,
 * now and after any number of incidents.
 */
import type { Learned, SayingKind } from './learned.ts'
import { reportText } from './match-word.ts'

export type { Learned, SayingKind } from './learned.ts'

/** `shares`: of one, by kind; `features`: those that were known. */
export type Likeness = { shares: readonly number[]; features: readonly string[] }

const ALPHA = 0.01 // what is added to each count: a feature that a kind never had is not ruled out
const SURE = 4 // how far apart likely and unlikely kinds are drawn

const PARTS = /\p{Script=Han}+|[a-z']{2,}|\d+/gu

/** What of a saying is compared, each once: 着, 着火, =smoke, # for a number. */
export function featuresOf(text: string): readonly string[] {
  const features = new Set<string>()
  for (const [part] of text.matchAll(PARTS))
    if (/^[a-z']/.test(part)) features.add(`=${part}`)
    else if (/^\d/.test(part)) features.add('#')
    else {
      const characters = [...part]
      for (const [at, character] of characters.entries()) {
        features.add(character)
        if (at > 0) features.add(`${characters[at - 1] ?? ''}${character}`)
      }
    }
  return [...features]
}

const lengthOf = (features: readonly string[], rarity: ReadonlyMap<string, number>): number =>
  Math.hypot(...features.map((feature) => rarity.get(feature) ?? 0)) || 1

function rarityOf(sayings: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const features of sayings)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return new Map([...counts].map(([feature, count]) => [feature, Math.log(sayings.length / count)]))
}

/** Learns from sayings; empty ones and kinds without any are passed over. */
export function learn(kinds: readonly SayingKind[]): Learned {
  const plain = kinds.map(({ words, says }) =>
    [...words, ...says].map((saying) => ({
      says: saying,
      features: featuresOf(reportText(saying)),
    })),
  )
  const rarity = rarityOf(plain.flat().map(({ features }) => features))
  const sayings = plain.map((ofKind) =>
    ofKind.map((saying) => ({ ...saying, length: lengthOf(saying.features, rarity) })),
  )
  const counts = sayings.map((ofKind) => {
    const sums = new Map<string, number>()
    for (const { features, length } of ofKind)
      for (const feature of features)
        sums.set(feature, (sums.get(feature) ?? 0) + (rarity.get(feature) ?? 0) / length)
    return sums
  })
  const floor: number[] = []
  const weights = new Map<string, Map<number, number>>()
  for (const [kind, sums] of counts.entries()) {
    const total = [...sums.values()].reduce((sum, count) => sum + count, 0) + ALPHA * rarity.size
    floor.push(Math.log(ALPHA / total))
    for (const [feature, count] of sums) {
      const byKind = weights.get(feature) ?? new Map<number, number>()
      byKind.set(kind, Math.log((count + ALPHA) / ALPHA))
      weights.set(feature, byKind)
    }
  }
  return { kinds, rarity, weights, floor, sayings }
}

/** What a text (see `reportText`) is like. Without any feature that is known, nothing is. */
export function likenessOf(text: string, learned: Learned): Likeness {
  const { kinds, rarity, weights, floor } = learned
  const features = featuresOf(text).filter((feature) => rarity.has(feature))
  const length = lengthOf(features, rarity)
  const scores = kinds.map(() => 0)
  for (const feature of features) {
    const weight = (rarity.get(feature) ?? 0) / length
    for (const kind of scores.keys())
      scores[kind] = (scores[kind] ?? 0) + weight * (floor[kind] ?? 0)
    for (const [kind, more] of weights.get(feature) ?? [])
      scores[kind] = (scores[kind] ?? 0) + weight * more
  }
  const best = Math.max(...scores)
  const drawn = scores.map((score) => Math.exp((score - best) * SURE))
  const sum = drawn.reduce((all, share) => all + share, 0)
  return { shares: drawn.map((share) => share / sum), features }
}

/** The saying of a kind that is most alike, and how much, from 0 to 1; null of none. */
export function nearestSaying(
  kind: number,
  features: readonly string[],
  { sayings, rarity }: Learned,
): { says: string; alike: number } | null {
  const heard = new Set(features)
  const length = lengthOf(features, rarity)
  let nearest: { says: string; alike: number } | null = null
  for (const saying of sayings[kind] ?? []) {
    const common = saying.features
      .filter((feature) => heard.has(feature))
      .reduce((sum, feature) => sum + (rarity.get(feature) ?? 0) ** 2, 0)
    const alike = common / (length * saying.length)
    if (alike > (nearest?.alike ?? 0)) nearest = { says: saying.says, alike }
  }
  return nearest
}
