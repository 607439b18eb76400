/**
 * Translates words that stand in the record in Chinese for every reader, because the station or a
 * screen wrote them there. What is stored stays, and so does every name that a person typed.
 */
import type { Language } from './figure.ts'

/**
 * The place of a report whose words name none; stored as it is in either language.
 */
export const PLACE_UNKNOWN = '地点待核'

const ENGLISH: Readonly<Record<string, string>> = {
  [PLACE_UNKNOWN]: 'Place to be confirmed',
  值班员: 'Dispatcher',
  本机程序: 'Local program',
}
const ALONE = new RegExp(
  `(?<!\\p{Script=Han})(?:${Object.keys(ENGLISH).join('|')})(?!\\p{Script=Han})`,
  'gu',
) // part of a longer word it is somebody's name

export const storedWords = (words: string, language: Language): string =>
  language === 'zh' ? words : words.replace(ALONE, (word) => ENGLISH[word] ?? word)
