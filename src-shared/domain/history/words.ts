/**
 * Finds incidents by what was typed: a part of Chinese words, pinyin (`rexian`), or initials
 * (`rxdbj`). It says what of an incident is looked through and what a typed word has to be in it;
 * stores look through many, and must find what {@link hears} finds.
 */

/**
 * One text in the three ways in which it can be typed: as it stands (small letters), its syllables
 * each with a capital (`ReXianDaBuJin`), and their initials. Texts that do not belong together are
 * parted by a line.
 */
export type Words = { text: string; sounds: string; initials: string }
/** One typed word. `latin`: it may be pinyin or initials too, and is then letters only. */
export type Term = { text: string; latin: string | null }

export const NO_WORDS: Words = { text: '', sounds: '', initials: '' }
const MOST_TERMS = 8

const small = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * `syllables` reads Chinese aloud, one syllable a character; whatever is not Chinese is left out.
 */
export function wordsOf(
  texts: readonly string[],
  syllables: (text: string) => readonly string[],
): Words {
  const read = texts.map((text) => syllables(text).filter((syllable) => /^[a-z]+$/.test(syllable)))
  return {
    text: texts.map(small).join('\n'),
    sounds: read
      .map((all) => all.map((item) => item.charAt(0).toUpperCase() + item.slice(1)).join(''))
      .join('\n'),
    initials: read.map((all) => all.map((item) => item.charAt(0)).join('')).join('\n'),
  }
}

/**
 * What was typed, word by word; all of them have to be there. At most eight: what follows is left
 * out.
 */
export function termsOf(typed: string): readonly Term[] {
  const words = small(typed).split(/\s+/).filter(Boolean).slice(0, MOST_TERMS)
  return words.map((text) => {
    const letters = text.replaceAll('ü', 'v').replace(/['’]/g, '')
    return { text, latin: /^[a-z]+$/.test(letters) ? letters : null }
  })
}

/**
 * Pinyin that begins with a syllable, as a pattern over {@link Words}.sounds: a capital, then
 * letters of either size.
 */
export const soundPattern = (latin: string): string =>
  latin.charAt(0).toUpperCase() +
  [...latin.slice(1)].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('')

export const hears = ({ text, sounds, initials }: Words, term: Term): boolean =>
  text.includes(term.text) ||
  (term.latin !== null &&
    (new RegExp(soundPattern(term.latin)).test(sounds) || initials.includes(term.latin)))

/**
 * The characters of a text in which a term is heard, as they stand there; null if it is not heard,
 * or where it is read aloud in another manner than character by character. A text may hold a term
 * by its letters, its sounds or its initials, in this order.
 */
export function heardIn(
  text: string,
  { text: typed, latin }: Term,
  syllables: (text: string) => readonly string[],
): string | null {
  const plain = text.toLowerCase().indexOf(typed)
  if (plain >= 0) return text.slice(plain, plain + typed.length)
  const characters = [...text].filter((text) => /\p{Script=Han}/u.test(text))
  const read = syllables(text)
  if (latin === null || read.length !== characters.length) return null
  const first = read.findIndex((_, from) => read.slice(from).join('').startsWith(latin))
  if (first >= 0) {
    let heard = 0
    const last = read.findIndex(
      (read, index) => index >= first && (heard += read.length) >= latin.length,
    )
    return run(text, characters, first, last)
  }
  const initials = read
    .map((read) => read.charAt(0))
    .join('')
    .indexOf(latin)
  return initials >= 0 ? run(text, characters, initials, initials + latin.length - 1) : null
}

/** From the first to the last of these characters, with what stands between them. */
function run(text: string, characters: readonly string[], first: number, last: number): string {
  const places = [...text.matchAll(/\p{Script=Han}/gu)].map(({ index }) => index)
  return text.slice(places[first], (places[last] ?? 0) + (characters[last]?.length ?? 1))
}
