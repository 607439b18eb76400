import { expect, it } from 'vitest'
import { consoleEn } from '#renderer/i18n/console.en.ts'
import { consoleZh } from '#renderer/i18n/console.zh.ts'
import type { Messages } from '#renderer/i18n/index.ts'

const flat = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) => typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`))
const holes = (words: string): string[] => (words.match(/\{\w+\}/g) ?? []).sort()

it('every word stands in both languages with the same holes (R5.1)', () => {
  const [zh, en] = [new Map(flat(consoleZh)), new Map(flat(consoleEn))]
  expect([...en.keys()]).toEqual([...zh.keys()])
  for (const [key, words] of zh) {
    expect(words, key).not.toBe('')
    expect(holes(en.get(key) ?? ''), key).toEqual(holes(words))
  }
})

it('Chinese words have full-width punctuation and no space beside a digit', () => {
  for (const [key, words] of flat(consoleZh)) {
    expect(words, key).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]/)
  }
})
