/**
 * Fulfils the `Romaniser` port with pinyin-pro: a syllable without tone for each Chinese
 * character, ü as v. Other characters are left out.
 */
import { createRequire } from 'node:module'
import type * as Pinyin from 'pinyin-pro'
import type { Romaniser } from '#main/core/ports.ts'

// the dictionary is large: the first narrative loads it, not every start
const load = createRequire(import.meta.url)
const library = (): typeof Pinyin => load('pinyin-pro') as typeof Pinyin

// the words of some forty plans; callers' sentences are longer than 12 characters
const CACHE_SIZE = 4000
const LONGEST_CACHED = 12

/** A romaniser with a cache for the words of the plans. */
export function createRomaniser(): Romaniser {
  const cache = new Map<string, readonly string[]>()
  return {
    syllables(text) {
      const cached = cache.get(text)
      if (cached) return cached
      const syllables = library().pinyin(text, {
        toneType: 'none',
        type: 'array',
        v: true,
        nonZh: 'removed',
      })
      if (text.length <= LONGEST_CACHED && cache.size < CACHE_SIZE) cache.set(text, syllables)
      return syllables
    },
  }
}
