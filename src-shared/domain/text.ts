/**
 * A text for people in both languages of the product. It holds words only: no format, no markup.
 * What was written in one language only stands in both places.
 */
export type LocalizedText = { zh: string; en: string }

/** Makes a {@link LocalizedText}: `text('已完成', 'Done')`. */
export const localized = (zh: string, en: string): LocalizedText => ({ zh, en })

/** Whether a value of plain data is a {@link LocalizedText}. */
export const isLocalizedText = (value: object): value is LocalizedText =>
  'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string'

export type Language = keyof LocalizedText

const HAN = /\p{Script=Han}/u
const LATIN_WORD = /\p{Ll}{2}/u // capitals alone (SOS, ECLSS) are the same in every language

/**
 * The language that words are in, on a face of the language `face`. A text that was written in one
 * language stands in both places, so its script tells: Han is Chinese, Latin words without any are
 * English, and what is neither (119) is of the face.
 */
export function languageOf(words: string, face: Language): Language {
  if (HAN.test(words)) return 'zh'
  return LATIN_WORD.test(words) ? 'en' : face
}

/** A text for a face, with the language that it is really in. */
export function wordsIn(
  text: LocalizedText,
  face: Language,
): { words: string; language: Language } {
  return { words: text[face], language: languageOf(text[face], face) }
}

/** Whether a text was written in one language only, and stands in the place of both. */
export const isInOneLanguage = ({ zh, en }: LocalizedText): boolean => zh === en
