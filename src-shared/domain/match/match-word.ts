/**
 * Matches a word against a narrative: as Chinese words, as another way of saying it (see
 * synonyms.ts), as pinyin (`rexian dabujin`), as initials (`rxdbj`), or as other characters of the
 * same sound, which is what a hurried input method leaves behind.
 */
import { filterNonReports } from './filter-non-reports.ts'
import { plainSpeech } from './plain-speech.ts'
import { isSlip, slipsOf, type Slips } from './slips.ts'
import { impliedWords } from './synonyms.ts'
import type { Sources, Syllables } from './types.ts'
import { soundOf } from './word-sounds.ts'

export type MatchMethod = 'words' | 'synonym' | 'pinyin' | 'initials' | 'sound'
/** How much a word counts that was matched by this method. */
export const CONFIDENCE: Readonly<Record<MatchMethod, number>> = {
  words: 1,
  synonym: 0.8,
  pinyin: 0.9,
  initials: 0.7,
  sound: 0.5,
}

/** Of two syllables one character has to be right: see slips.ts. */
const LEAST_SYLLABLES = { pinyin: 2, sound: 3 }
const LEAST_INITIALS = 3
/** 是不是 and 漏不漏 ask, they do not deny; what nobody has seen yet is denied, too. */
const DENIED =
  /((没有?|(?<!是)不是|并非|并?未|[并有]?无)(人员?|发生|出现|再|任何人)?|(?<![漏是会有着冒停])不|没有?[看见闻][见到着]?(哪里?|有|什么|啥)?)$/

/**
 * What was reported (see filter-non-reports.ts), taken apart once: `latin` are its runs of letters
 * without blanks, `tokens` its single Latin words, `implied` the usual words that were said in
 * another way, each with the name of its meaning, `where` those among all usual words that name a
 * place.
 */
export type ParsedNarrative = {
  text: string
  latin: readonly string[]
  tokens: readonly string[]
  characters: ReadonlySet<string>
  sounds: string
  syllables: ReadonlySet<string>
  slips: Slips
  implied: ReadonlyMap<string, string>
  where: ReadonlySet<string>
}

export function tokenize(
  narrative: string,
  { syllables, synonyms, drill }: Pick<Sources, 'syllables' | 'synonyms' | 'drill'>,
): ParsedNarrative {
  const text = reportText(narrative, drill)
  const spoken = syllables(text)
  const runs = text.match(/[a-z][a-z'’ ]*/g) ?? []
  return {
    text,
    latin: runs.map((run) => run.replace(/[^a-z]/g, '')),
    tokens: runs.flatMap((run) => run.split(/[^a-z]+/).filter(Boolean)),
    characters: new Set(text),
    sounds: ` ${spoken.join(' ')} `,
    syllables: new Set(spoken),
    slips: slipsOf(text, spoken),
    implied: impliedWords(text, DENIED, synonyms),
    where: new Set(synonyms.flatMap(({ scene, words }) => (scene === 'where' ? words : []))),
  }
}

/** The text of a narrative in which words are looked for: without what is no report. */
export const reportText = (narrative: string, drill = false): string =>
  filterNonReports(
    plainSpeech(narrative.normalize('NFKC').toLowerCase().replaceAll('ü', 'v')),
    drill,
  )

/** It stands in the text at least once without being denied. */
export function isAffirmed(word: string, text: string): boolean {
  for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + 1))
    if (!DENIED.test(text.slice(0, index))) return true
  return false
}

/**
 * The surest method by which a word is matched, or null. Initials are matched for a whole token at
 * once: see {@link matchInitials}.
 */
export function matchWord(
  word: string,
  narrative: ParsedNarrative,
  syllables: Syllables,
): MatchMethod | null {
  const { isLatin, spoken, run: spelt, row } = soundOf(word, syllables)
  if (isLatin) return narrative.tokens.includes(word) ? 'words' : null
  if (narrative.characters.has(word.charAt(0)) && narrative.text.includes(word))
    return isAffirmed(word, narrative.text) ? 'words' : null
  if (narrative.implied.has(word)) return 'synonym'
  const count = spoken.length
  if (count === 1) return narrative.tokens.includes(spelt) ? 'pinyin' : null
  if (
    count >= LEAST_SYLLABLES.pinyin &&
    narrative.latin.length > 0 &&
    narrative.latin.some((run) => run.includes(spelt))
  )
    return 'pinyin'
  if (count < LEAST_SYLLABLES.sound)
    return isSlip(word, narrative.slips, syllables) ? 'sound' : null
  return spoken.every((syllable) => narrative.syllables.has(syllable)) &&
    narrative.sounds.includes(row)
    ? 'sound'
    : null
}

/**
 * Words whose initials, in a row, are exactly this token; null if there are none. The longest words
 * are tried first.
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
export function matchInitials(
  words: readonly string[],
  narrative: ParsedNarrative,
  syllables: Syllables,
): readonly string[] {
  const tokens = narrative.tokens.filter(
    (token) => token.length >= LEAST_INITIALS && token.length <= 12 && new Set(token).size > 1,
  ) // xxxx blots out a number
  if (tokens.length === 0) return []
  const spelled = words
    .map((word) => ({ word, sound: soundOf(word, syllables) }))
    .filter(({ sound }) => !sound.isLatin)
    .map(({ word, sound }) => ({
      word,
      initials: sound.spoken.map((syllable) => syllable[0] ?? '').join(''),
    }))
    .filter(({ initials }) => initials.length >= 2)
    .sort((a, b) => b.initials.length - a.initials.length || (a.word < b.word ? -1 : 1))
  return tokens.flatMap((token) => spell(token, spelled) ?? [])
}
