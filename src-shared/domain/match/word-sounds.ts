/**
 * How the words of the plans sound, worked out once for each: every narrative is compared with all
 * of them.
 */
import type { Syllables } from './types.ts'

/** `run`: its syllables without blanks, `row`: with one before, after and between them. */
export type WordSound = { isLatin: boolean; spoken: readonly string[]; run: string; row: string }

const MOST_WORDS = 20_000 // several times those of the library

/** Works something out of a word and its syllables, once for each word. */
export function oncePerWord<T>(
  work: (word: string, syllables: Syllables) => T,
): (word: string, syllables: Syllables) => T {
  const bySyllables = new WeakMap<Syllables, Map<string, T>>()
  return (word, syllables) => {
    let known = bySyllables.get(syllables)
    if (!known) bySyllables.set(syllables, (known = new Map()))
    let worked = known.get(word)
    if (worked === undefined) {
      worked = work(word, syllables)
      if (known.size < MOST_WORDS) known.set(word, worked)
    }
    return worked
  }
}

export const soundOf = oncePerWord<WordSound>((word, syllables) => {
  const isLatin = /^[a-z]+$/.test(word)
  const spoken = isLatin ? [] : syllables(word)
  return { isLatin, spoken, run: spoken.join(''), row: ` ${spoken.join(' ')} ` }
})
