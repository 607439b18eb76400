/** Which language words are in, where a text was written in one language only. */
import { describe, expect, it } from 'vitest'
import { isInOneLanguage, languageOf, localized, wordsIn } from '#shared/domain/text.ts'

describe('the language of words', () => {
  it.each([
    ['安抚乘客', 'en', 'zh'],
    ['拨打119', 'en', 'zh'],
    ['Calm the passengers', 'zh', 'en'],
    ['119', 'en', 'en'],
    ['119', 'zh', 'zh'],
    ['SOS', 'zh', 'zh'],
    ['', 'en', 'en'],
  ] as const)('%j on a page in %s is %s', (words, face, language) => {
    expect(languageOf(words, face)).toBe(language)
  })

  it('what was written in one language is told with it on both faces', () => {
    const text = localized('安抚乘客', '安抚乘客')
    expect(isInOneLanguage(text)).toBe(true)
    expect(wordsIn(text, 'zh')).toEqual({ words: '安抚乘客', language: 'zh' })
    expect(wordsIn(text, 'en')).toEqual({ words: '安抚乘客', language: 'zh' })
    expect(wordsIn(localized('安抚乘客', 'Calm them'), 'en')).toEqual({
      words: 'Calm them',
      language: 'en',
    })
  })
})
