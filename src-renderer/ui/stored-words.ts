/**
 * Translates words that stand in the record in one language for every reader, because the station
 * or a screen wrote them there. What is stored stays, and so does every name that a person typed.
 */
import { STATION } from '#shared/domain/station/names.ts'
import { PLACE_UNKNOWN } from '#shared/domain/wording/place-unknown.ts'
import type { Language } from './figure.ts'

export { PLACE_UNKNOWN }

const ENGLISH: Readonly<Record<string, string>> = {
  [PLACE_UNKNOWN]: 'Place to be confirmed',
  值班员: 'Dispatcher',
  本机程序: 'Local program',
}
const ALONE = new RegExp(
  `(?<!\\p{Script=Han})(?:${Object.keys(ENGLISH).join('|')})(?!\\p{Script=Han})`,
  'gu',
) // part of a longer word it is somebody's name

const STATION_IN_CHINESE = '系统'

export function storedWords(words: string, language: Language): string {
  if (language === 'zh') return words === STATION ? STATION_IN_CHINESE : words
  return words.replace(ALONE, (word) => ENGLISH[word] ?? word)
}
