/** Tells a person why a plan is proposed: which words were heard, and how. */
import { localized, type LocalizedText } from '../text.ts'
import type { MatchMethod } from './match-word.ts'
import type { Matches } from './score.ts'

const REASON_WORDING: Readonly<Record<MatchMethod, LocalizedText>> = {
  words: localized('提到', 'heard '),
  synonym: localized('相当于', 'similar to '),
  pinyin: localized('拼音是', 'in pinyin '),
  initials: localized('首字母是', 'by initials '),
  sound: localized('读音像', 'sounds like '),
}

const LONGEST_QUOTE = 24 // characters
const quoted = (saying: string): string =>
  [...saying].length > LONGEST_QUOTE ? `${[...saying].slice(0, LONGEST_QUOTE).join('')}…` : saying

/** The words that decided, by the way they were heard, and the saying that the words are like. */
export function reasonFor(
  words: readonly string[],
  matches: Matches,
  saying: string | null = null,
): LocalizedText {
  const parts = (['words', 'synonym', 'pinyin', 'initials', 'sound'] as const).flatMap((method) => {
    const matched = words.filter((word) => matches.get(word) === method)
    const wording = REASON_WORDING[method]
    return matched.length === 0
      ? []
      : [
          localized(
            `${wording.zh}${matched.map((word) => `“${word}”`).join('')}`,
            `${wording.en}${matched.map((word) => `“${word}”`).join(', ')}`,
          ),
        ]
  })
  const all = [
    ...parts,
    ...(saying === null
      ? []
      : [localized(`像“${quoted(saying)}”这样的接报`, `like reports such as “${quoted(saying)}”`)]),
  ]
  return localized(
    all.map((part) => part.zh).join('；'),
    all
      .map((part) => part.en)
      .join('; ')
      .replace(/^./, (letter) => letter.toUpperCase()),
  )
}
