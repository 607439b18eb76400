/**
 * Finding an incident by what was typed: part of the words, pinyin, initials (features of the
 * history page).
 */
import { describe, expect, it } from 'vitest'
import { heardIn, hears, termsOf, wordsOf } from '#shared/domain/history/words.ts'

const READ: Record<string, string> = {
  热: 're',
  线: 'xian',
  打: 'da',
  不: 'bu',
  进: 'jin',
  大: 'da',
  厅: 'ting',
  绿: 'lv',
  安: 'an',
  西: 'xi',
}
const syllables = (text: string): string[] =>
  [...text].flatMap((character) => READ[character] ?? [])
const words = wordsOf(['西大厅B1', '热线打不进，ＡＢＣ'], syllables)
const finds = (typed: string): boolean => termsOf(typed).every((term) => hears(words, term))

it('a text is kept in three ways, texts apart', () => {
  expect(words).toEqual({
    text: '西大厅b1\n热线打不进,abc',
    sounds: 'XiDaTing\nReXianDaBuJin',
    initials: 'xdt\nrxdbj',
  })
})

describe('what was typed is found', () => {
  it.each([
    '热线',
    '打不',
    'b1',
    'B1',
    'abc',
    'ａｂｃ',
    'rexian',
    'ReXian',
    'dabujin',
    'xianda',
    'dabu',
    'rexiand',
    'rx',
    'xdb',
    '热线 dating',
    'dt 不进',
    '',
  ])('"%s"', (typed) => {
    expect(finds(typed)).toBe(true)
  })
})

describe('and this is not', () => {
  it.each([
    '冷线',
    'exian',
    'ian',
    'rd',
    'tr',
    '热线 冷',
    'tingre',
    '厅热',
    'rexian1',
    '*',
    '[a-z]',
    '%',
  ])('"%s"', (typed) => {
    expect(finds(typed)).toBe(false)
  })
})

it('ü is typed as ü or v, and an apostrophe parts syllables', () => {
  const green = wordsOf(['绿', '西安'], syllables)
  expect(
    ['lv', 'lü', "xi'an", 'xi’an', 'xian'].map((typed) =>
      termsOf(typed).every((term) => hears(green, term)),
    ),
  ).toEqual([true, true, true, true, true])
})

it('at most eight words are looked for', () => {
  expect(termsOf('1 2 3 4 5 6 7 8 9 10')).toHaveLength(8)
})

describe('where a typed word is heard in a text', () => {
  it.each([
    ['热线打不进', '打不', '打不'],
    ['热线打不进', 'dabujin', '打不进'],
    ['热线打不进', 'dabu', '打不'],
    ['热线打不进', 'xianda', '线打'],
    ['热线打不进', 'rexiand', '热线打'],
    ['热线打不进', 'xdb', '线打不'],
    ['西大厅B1', 'b1', 'B1'],
    ['西大厅B1', 'dt', '大厅'],
    ['西2号大厅', 'xd', null],
    ['热线打不进', 'exian', null],
    ['热线打不进', '冷', null],
    ['Terminals down', 'DOWN', 'down'],
    ['Terminals down', 'term', 'Term'], // at the very beginning
    ['热线打不进', 'rexian', '热线'],
    ['热线打不进', 'rx', '热线'],
    ['热线打不进', 'j', '进'],
  ])('%s, typed %s: %s', (text, typed, heard) => {
    expect(heardIn(text, termsOf(typed)[0]!, syllables)).toBe(heard)
  })
})
