/** The Romaniser port: one plain syllable a Chinese character, nothing for the rest. */
import { expect, it } from 'vitest'
import { createRomaniser } from '#main/adapters/romaniser.ts'

it.each([
  ['大厅', ['da', 'ting']],
  ['热线打不进', ['re', 'xian', 'da', 'bu', 'jin']],
  ['重庆银行3号窗口', ['chong', 'qing', 'yin', 'hang', 'hao', 'chuang', 'kou']],
  ['绿色', ['lv', 'se']],
  ['119 call', []],
  ['', []],
])('%s', (text, syllables) => {
  const romaniser = createRomaniser()
  expect(romaniser.syllables(text)).toEqual(syllables)
  expect(romaniser.syllables(text)).toEqual(syllables)
})
