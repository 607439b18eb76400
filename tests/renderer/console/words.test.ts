/** Tests that the messages of every part of the console are whole in both languages. */
import { expect, it } from 'vitest'
import { consoleEn } from '#renderer/i18n/console.en.ts'
import { consoleZh } from '#renderer/i18n/console.zh.ts'
import type { Messages } from '#renderer/i18n/index.ts'
import { plansEn } from '#renderer/i18n/plans.en.ts'
import { plansZh } from '#renderer/i18n/plans.zh.ts'

const flat = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  )
const holes = (words: string): string[] => (words.match(/\{\w+\}/g) ?? []).sort()

const FILES = [
  ['the console', consoleZh, consoleEn],
  ['the plan pages', plansZh, plansEn],
] as const

it.each(FILES)(
  'every word of %s stands in both languages with the same holes',
  (_name, inChinese, inEnglish) => {
    const [zh, en] = [new Map(flat(inChinese)), new Map(flat(inEnglish))]
    expect([...en.keys()]).toEqual([...zh.keys()])
    for (const [key, words] of zh) {
      expect(words, key).not.toBe('')
      expect(holes(en.get(key) ?? ''), key).toEqual(holes(words))
    }
  },
)

it.each(FILES)(
  'Chinese words of %s have full-width punctuation and no space beside a digit',
  (_name, inChinese) => {
    for (const [key, words] of flat(inChinese)) {
      expect(words, key).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]/)
    }
  },
)
