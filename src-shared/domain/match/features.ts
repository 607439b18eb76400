/**
 * Tells what of a text is compared with sayings: its characters, pairs of them, words of letters;
 * and for pinyin the pairs of characters that it may stand for.
 */
import type { Syllables } from './types.ts'

/** Of each feature how much it counts, from 0 to 1. */
export type Features = ReadonlyMap<string, number>

const PARTS = /\p{Script=Han}+|[a-z']{2,}|\d+/gu
const HAN = /\p{Script=Han}/u
const LONGEST = 6 // letters of a syllable: zhuang
const APART = 0.7 // how much a pair counts with one character between
const MOSTLY = 0.8 // of the words of letters have to be pinyin

/** What of a text is compared: 着, 着火, 火_了 with one between, =smoke, # for a number. */
export function featuresOf(text: string): Features {
  const features = new Map<string, number>()
  for (const [part] of text.matchAll(PARTS))
    if (/^[a-z']/.test(part)) features.set(`=${part}`, 1)
    else if (/^\d/.test(part)) features.set('#', 1)
    else {
      const characters = [...part]
      for (const [at, character] of characters.entries()) {
        const [apart, before] = [characters[at - 2], characters[at - 1]]
        features.set(character, 1)
        if (before !== undefined) features.set(`${before}${character}`, 1)
        if (apart !== undefined) features.set(`${apart}_${character}`, APART)
      }
    }
  return features
}

/** The pairs of characters that were learned, by their sound; `share`: of one for each sound. */
export type Sounds = {
  syllables: ReadonlySet<string>
  pairs: ReadonlyMap<string, readonly { pair: string; share: number }[]>
}

/** `counts`: in how many sayings each feature stands. */
export function soundsOf(counts: ReadonlyMap<string, number>, syllables: Syllables): Sounds {
  const sounds = new Map<string, string>()
  for (const feature of counts.keys())
    if ([...feature].length === 1 && HAN.test(feature))
      sounds.set(feature, syllables(feature)[0] ?? '')
  const pairs = new Map<string, { pair: string; share: number }[]>()
  for (const [pair, count] of counts) {
    const [first, second, ...more] = [...pair].map((character) => sounds.get(character))
    if (first === undefined || second === undefined || more.length > 0) continue
    const sound = `${first} ${second}`
    pairs.set(sound, [...(pairs.get(sound) ?? []), { pair, share: count }])
  }
  for (const alike of pairs.values()) {
    const sum = alike.reduce((all, { share }) => all + share, 0)
    for (const each of alike) each.share /= sum
  }
  return { syllables: new Set(sounds.values()), pairs }
}

/** `dating` is da ting; null for what is no pinyin. The longest syllables are tried first. */
function spelled(word: string, syllables: ReadonlySet<string>): readonly string[] | null {
  if (word === '') return []
  for (let length = Math.min(LONGEST, word.length); length > 0; length--) {
    const rest = syllables.has(word.slice(0, length)) && spelled(word.slice(length), syllables)
    if (rest) return [word.slice(0, length), ...rest]
  }
  return null
}

/** What was typed in pinyin, as the pairs of characters that sound like it; nothing of English. */
export function pairsInPinyin(text: string, { syllables, pairs }: Sounds): Features {
  const words = (text.match(/[a-z]+/g) ?? []).map((word) => spelled(word, syllables))
  const features = new Map<string, number>()
  if (words.length < 2 || words.filter(Boolean).length < words.length * MOSTLY) return features
  const heard = words.flatMap((word) => word ?? [''])
  for (const [at, syllable] of heard.entries())
    for (const { pair, share } of pairs.get(`${heard[at - 1] ?? ''} ${syllable}`) ?? [])
      features.set(pair, Math.max(share, features.get(pair) ?? 0))
  return features
}
