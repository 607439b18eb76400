/**
 * Marks words that stand in the place of the other language because whoever wrote them wrote one
 * language only (docs/adr/0022): on paper and in a timeline by a tag behind them, for whoever has a
 * page read out by the language of each run of words.
 */
import {
  isLocalizedText,
  languageOf,
  localized,
  type Language,
  type LocalizedText,
} from './text.ts'

/** How a page names a language (BCP 47). */
export const LANGUAGE_CODES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }

/** What the tag of a language says. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: '中文', en: 'EN' }

function tagged({ zh, en }: LocalizedText): LocalizedText {
  const [ofZh, ofEn] = [languageOf(zh, 'zh'), languageOf(en, 'en')]
  return localized(
    ofZh === 'zh' ? zh : `${zh}（${LANGUAGE_TAGS[ofZh]}）`,
    ofEn === 'en' ? en : `${en} (${LANGUAGE_TAGS[ofEn]})`,
  )
}

/**
 * The same plain data, in which every text that is not in the language of its place bears the tag
 * of the one that it is in. For what plans, types and posts are called, before sentences are made
 * of them: what a person wrote (a place, a reason) is a string and stays as it is.
 */
export function withLanguageTags<T>(data: T): T {
  if (Array.isArray(data)) return data.map(withLanguageTags) as T
  if (typeof data !== 'object' || data === null) return data
  if (isLocalizedText(data)) return tagged(data) as T
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, withLanguageTags<unknown>(value)]),
  ) as T
}

/** Words of one language; `language` null: of the face. */
export type Run = { words: string; language: Language | null }

const RUNS: Readonly<Record<Language, RegExp>> = {
  // on a face in Chinese: Latin words that belong together; a name in capitals is no language
  zh: /\p{Script=Latin}[\p{Script=Latin}\p{N} '’.,;:!?()&/-]*\p{Script=Latin}[.!?)]*/gu,
  // on a face in English: Chinese with the figures and the marks inside it
  en: /\p{Script=Han}[\p{Script=Han}\p{N}\u3000-\u303f\uff00-\uffef“”‘’…·]*/gu,
}

/** A word of letters alone: what digits stand in (a check value, an id) is of no language. */
const WORD = /(?<![\p{L}\p{N}])\p{L}*\p{Ll}{2}\p{L}*(?![\p{L}\p{N}])/u

/** Words for a face, cut where their language changes. */
export function runsOf(words: string, face: Language): readonly Run[] {
  const other: Language = face === 'zh' ? 'en' : 'zh'
  if (face === 'zh' && languageOf(words, face) === other) return [{ words, language: other }]
  const runs: Run[] = []
  let end = 0
  for (const { 0: run, index } of words.matchAll(RUNS[face])) {
    if (face === 'zh' && !WORD.test(run)) continue
    if (index > end) runs.push({ words: words.slice(end, index), language: null })
    runs.push({ words: run, language: other })
    end = index + run.length
  }
  if (end < words.length || runs.length === 0)
    runs.push({ words: words.slice(end), language: null })
  return runs
}
