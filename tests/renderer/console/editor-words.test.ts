/** The words of the editor: the same holes in both languages, and Chinese set as Chinese is. */
import { expect, it } from 'vitest'
import { editorEn } from '#renderer/i18n/editor.en.ts'
import { editorZh } from '#renderer/i18n/editor.zh.ts'
import type { Messages } from '#renderer/i18n/index.ts'

const flat = (messages: Messages, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  )
const holes = (words: string): string[] => [...new Set(words.match(/\{\w+\}/g) ?? [])].sort()

it('every word stands in both languages with the same holes', () => {
  const [zh, en] = [new Map(flat(editorZh)), new Map(flat(editorEn))]
  expect([...en.keys()]).toEqual([...zh.keys()])
  for (const [key, words] of zh) expect(holes(en.get(key) ?? ''), key).toEqual(holes(words))
})

it('Chinese words have full-width punctuation and no space beside a digit', () => {
  for (const [key, words] of flat(editorZh))
    expect(words, key).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]/)
})
