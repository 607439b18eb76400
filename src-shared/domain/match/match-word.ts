/**
 * Is a word in what was typed? As Chinese words, as another way of saying it (see meanings.ts), as
 * pinyin (`rexian dabujin`), as initials (`rxdbj`), or as other characters of the same sound, which
 * is what a hurried input method leaves behind. It scores nothing but how sure each way is.
 */
import { meant } from './synonyms.ts'
import { reported } from './filter-non-reports.ts'
import type { Syllables } from './types.ts'

export type Way = 'words' | 'meaning' | 'pinyin' | 'initials' | 'sound'
/** How much a word counts that was heard this way. */
export const TRUST: Readonly<Record<Way, number>> = {
  words: 1,
  meaning: 0.8,
  pinyin: 0.9,
  initials: 0.7,
  sound: 0.5,
}

const LEAST_SYLLABLES = { pinyin: 2, sound: 3 } // 猫眼 sounds like 冒烟: two syllables prove nothing
const LEAST_INITIALS = 3
const DENIED = /(没有?|(?<!是)不是|并非|并?未|[并有]?无)(人员?|发生|出现|再|任何人)?$/ // 是不是 asks, it does not deny

/**
 * What was reported (see over.ts), taken apart once: `latin` are its runs of letters without
 * blanks, `tokens` its single Latin words, `meant` the usual words that were said in another way,
 * each with the name of its meaning.
 */
export type Said = {
  text: string
  latin: readonly string[]
  tokens: readonly string[]
  sounds: string
  meant: ReadonlyMap<string, string>
}

export function listen(narrative: string, syllables: Syllables): Said {
  const text = reported(narrative.normalize('NFKC').toLowerCase().replaceAll('ü', 'v'))
  const runs = text.match(/[a-z][a-z'’ ]*/g) ?? []
  return {
    text,
    latin: runs.map((run) => run.replace(/[^a-z]/g, '')),
    tokens: runs.flatMap((run) => run.split(/[^a-z]+/).filter(Boolean)),
    sounds: ` ${syllables(text).join(' ')} `,
    meant: meant(text, DENIED),
  }
}

const isLatin = (word: string): boolean => /^[a-z]+$/.test(word)

function written(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!DENIED.test(text.slice(0, at))) return true
  return false
}

/**
 * The way in which a word is heard, the surest first, or null. Initials are heard for a whole token
 * at once: see {@link initialsHeard}.
 */
export function hear(word: string, said: Said, syllables: Syllables): Way | null {
  if (isLatin(word)) return said.tokens.includes(word) ? 'words' : null
  if (said.text.includes(word)) return written(word, said.text) ? 'words' : null
  if (said.meant.has(word)) return 'meaning'
  const spoken = syllables(word)
  const count = spoken.length
  if (count === 1) return said.tokens.includes(spoken.join('')) ? 'pinyin' : null
  if (count >= LEAST_SYLLABLES.pinyin && said.latin.some((run) => run.includes(spoken.join(''))))
    return 'pinyin'
  return count >= LEAST_SYLLABLES.sound && said.sounds.includes(` ${spoken.join(' ')} `)
    ? 'sound'
    : null
}

/**
 * Words whose initials, one after another, are exactly this token; null if there are none. The
 * longest words are tried first.
 */
function spell(
  token: string,
  words: readonly { word: string; initials: string }[],
): readonly string[] | null {
  if (token === '') return []
  for (const { word, initials } of words) {
    const rest = token.startsWith(initials) ? spell(token.slice(initials.length), words) : null
    if (rest) return [word, ...rest]
  }
  return null
}

/**
 * Every word that a token of initials stands for. The token has to be used up, else chance would
 * find words everywhere.
 */
export function initialsHeard(
  words: readonly string[],
  said: Said,
  syllables: Syllables,
): readonly string[] {
  const tokens = said.tokens.filter(
    (token) => token.length >= LEAST_INITIALS && token.length <= 12 && new Set(token).size > 1,
  ) // xxxx blots out a number
  if (tokens.length === 0) return []
  const spelled = words
    .filter((word) => !isLatin(word))
    .map((word) => ({
      word,
      initials: syllables(word)
        .map((one) => one[0] ?? '')
        .join(''),
    }))
    .filter(({ initials }) => initials.length >= 2)
    .sort((a, b) => b.initials.length - a.initials.length || (a.word < b.word ? -1 : 1))
  return tokens.flatMap((token) => spell(token, spelled) ?? [])
}
