/** Tests that the messages of every part of both faces are whole in both languages. */
import { expect, it } from 'vitest'
import type { Messages } from '#renderer/i18n/index.ts'

const flat = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  )
/** Of one and of many, where a count decides between them; a bar in a text is written {'|'}. */
const forms = (words: string): readonly string[] => words.split(' | ')
const holes = (words: string): string[] => (words.match(/\{\w+\}/g) ?? []).sort()
/** Of one the number may be left to the words: once. */
const isOfOne = (words: string, at: number, all: readonly string[]): boolean =>
  at === 0 && all.length > 1 && !words.includes('{count}')
/** Chinese counts all of several people, English those beside the one who is named, or none. */
const COUNTED_OTHERWISE: readonly string[] = ['row.several', 'row.others']
/** Units that stand after a number which another text holds; a page that was open is in console. */
const isUnit = (key: string): boolean => /^(readiness\.)?policies\.unit\./.test(key)

const modules = import.meta.glob<Record<string, Messages>>(
  '../../../src-renderer/i18n/*.{zh,en}.ts',
  {
    eager: true,
  },
)
const messagesOf = (name: string, language: 'zh' | 'en'): Messages =>
  Object.values(modules[`../../../src-renderer/i18n/${name}.${language}.ts`] ?? {})[0] ?? {}
const FILES = Object.keys(modules)
  .flatMap((path) => /([\w-]+)\.zh\.ts$/.exec(path)?.[1] ?? [])
  .map((name) => [name, messagesOf(name, 'zh'), messagesOf(name, 'en')] as const)

it('has both languages of every part', () => {
  expect(FILES.length * 2).toBe(Object.keys(modules).length)
  expect(FILES.map(([name]) => name)).toContain('console')
})

it.each(FILES)(
  'every word of %s stands in both languages with the same holes',
  (_name, inChinese, inEnglish) => {
    const [zh, en] = [new Map(flat(inChinese)), new Map(flat(inEnglish))]
    expect([...en.keys()]).toEqual([...zh.keys()])
    for (const [key, words] of zh) {
      expect(words, key).not.toBe('')
      if (!COUNTED_OTHERWISE.includes(key) && !isUnit(key))
        for (const [at, form] of forms(en.get(key) ?? '').entries())
          expect(
            holes(isOfOne(form, at, forms(en.get(key) ?? '')) ? `${form}{count}` : form),
            key,
          ).toEqual(holes(words))
    }
  },
)

it.each(FILES)('of one and of many the words of %s are told apart by a count', (_name, _zh, en) => {
  for (const [key, words] of flat(en))
    if (forms(words).length > 1 && !isUnit(key))
      expect([key, forms(words).length, holes(words)]).toEqual([
        key,
        2,
        expect.arrayContaining(['{count}']),
      ])
})

it.each(FILES)(
  'Chinese words of %s have full-width punctuation and no space beside a digit',
  (_name, inChinese) => {
    for (const [key, words] of flat(inChinese)) {
      expect(words, key).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]/)
    }
  },
)
