/**
 * The `Romaniser` port on pinyin-pro: plain syllables without tones, ü as v, one for each Chinese
 * character. What is not Chinese is left out.
 */
import { createRequire } from 'node:module'
import type * as Pinyin from 'pinyin-pro'
import type { Romaniser } from '#main/core/ports.ts'

// the dictionary is large: the first narrative loads it, not every start
const load = createRequire(import.meta.url)
const library = (): typeof Pinyin => load('pinyin-pro') as typeof Pinyin

// the words of some forty plans; what callers say is longer than 12 characters and is not kept
const KEPT = 4000
const LONGEST_KEPT = 12

/**
 * A romaniser that remembers the words of the plans, so that matching asks the library once for
 * each.
 */
export function createRomaniser(): Romaniser {
  const known = new Map<string, readonly string[]>()
  return {
    syllables(text) {
      const before = known.get(text)
      if (before) return before
      const syllables = library().pinyin(text, {
        toneType: 'none',
        type: 'array',
        v: true,
        nonZh: 'removed',
      })
      if (text.length <= LONGEST_KEPT && known.size < KEPT) known.set(text, syllables)
      return syllables
    },
  }
}
