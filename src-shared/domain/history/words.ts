/**
 * Finds incidents by what was typed: a part of Chinese words, pinyin (`rexian`), or initials (`rxdbj`). It says what of an incident is looked
 * through and what a typed word has to be in it; stores look through many, and must find what {@link hears} finds.
 */

/**
 * One text in the three ways in which it can be typed: as it stands (small letters), its syllables each with a capital (`ReXianDaBuJin`), and
 * their initials. Texts that do not belong together are parted by a line.
 */
export type Words = { text: string; sounds: string; initials: string }
/** One typed word. `latin`: it may be pinyin or initials too, and is then letters only. */
export type Term = { text: string; latin: string | null }

export const NO_WORDS: Words = { text: '', sounds: '', initials: '' }
const MOST_TERMS = 8

const small = (text: string): string => text.normalize('NFKC').toLowerCase()

/** `syllables` reads Chinese aloud, one syllable a character; whatever is not Chinese is left out. */
export function wordsOf(texts: readonly string[], syllables: (text: string) => readonly string[]): Words {
  const read = texts.map((one) => syllables(one).filter((syllable) => /^[a-z]+$/.test(syllable)))
  return {
    text: texts.map(small).join('\n'),
    sounds: read.map((all) => all.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('')).join('\n'),
    initials: read.map((all) => all.map((one) => one.charAt(0)).join('')).join('\n')
  }
}

/** What was typed, word by word; all of them have to be there. At most eight: what follows is left out. */
export function termsOf(typed: string): readonly Term[] {
  const words = small(typed).split(/\s+/).filter(Boolean).slice(0, MOST_TERMS)
  return words.map((text) => {
    const letters = text.replaceAll('ü', 'v').replace(/['’]/g, '')
    return { text, latin: /^[a-z]+$/.test(letters) ? letters : null }
  })
}

/** Pinyin that begins with a syllable, as a pattern over {@link Words}.sounds: a capital, then letters of either size. */
export const soundPattern = (latin: string): string => latin.charAt(0).toUpperCase() + [...latin.slice(1)].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('')

export const hears = ({ text, sounds, initials }: Words, term: Term): boolean => text.includes(term.text)
  || (term.latin !== null && (new RegExp(soundPattern(term.latin)).test(sounds) || initials.includes(term.latin)))
