/**
 * Finds who is meant by what was typed: a part of the name, pinyin (`zhoumin`) or initials (`zm`).
 * Who is meant most likely stands first.
 */
import { hears, termsOf, wordsOf, type Words } from '#shared/domain/history/words.ts'
import type { Syllables } from './syllables.ts'

export type Searched<T> = { item: T; name: string; words: Words; more: string }

/** Names in Latin letters are read word by word: `Zhou Min` is `zm`, too. */
const aloud =
  (syllables: Syllables): Syllables =>
  (text) => [...syllables(text), ...(text.toLowerCase().match(/[a-z]+/g) ?? [])]

/** `moreOf`: what else finds it as it is written, such as a telephone number. */
export const searched = <T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  syllables: Syllables,
  moreOf: (item: T) => string = () => '',
): readonly Searched<T>[] =>
  items.map((item) => ({
    item,
    name: nameOf(item),
    words: wordsOf([nameOf(item)], aloud(syllables)),
    more: moreOf(item).toLowerCase(),
  }))

/** 0: just that; the more, the farther from it. */
function distance({ words: { text, initials } }: Searched<unknown>, typed: string): number {
  if (text === typed) return 0
  if (initials === typed) return 1
  if (text.startsWith(typed)) return 2
  return initials.startsWith(typed) ? 3 : 4
}

/** Those of whom every typed word is heard; all of them where nothing was typed. */
export function heardIn<T>(all: readonly Searched<T>[], typed: string): readonly T[] {
  const terms = termsOf(typed)
  const whole = typed.trim().normalize('NFKC').toLowerCase()
  return all
    .filter((entry) =>
      terms.every((term) => hears(entry.words, term) || entry.more.includes(term.text)),
    )
    .toSorted((a, b) => (whole === '' ? 0 : distance(a, whole) - distance(b, whole)))
    .map(({ item }) => item)
}
