/** What of a text is compared with sayings, and what pinyin may stand for. */
import { describe, expect, it } from 'vitest'
import { featuresOf, pairsInPinyin, soundsOf } from '#shared/domain/match/features.ts'

describe('the features of a text', () => {
  it.each<[string, Record<string, number>]>([
    ['', {}],
    ['火', { 火: 1 }],
    ['着火', { 着: 1, 火: 1, 着火: 1 }],
    ['着火了', { 着: 1, 火: 1, 了: 1, 着火: 1, 火了: 1, 着_了: 0.7 }],
    ['着,火', { 着: 1, 火: 1 }], // no pair across a comma
    ['smoke x', { '=smoke': 1 }],
    ['12火3', { '#': 1, 火: 1 }],
  ])('%s', (text, features) => {
    expect(Object.fromEntries(featuresOf(text))).toEqual(features)
  })
})

const SOUNDS: Record<string, string> = { 大: 'da', 打: 'da', 厅: 'ting', 听: 'ting', 火: 'huo' }
const syllables = (text: string): readonly string[] => [...text].map((c) => SOUNDS[c] ?? '')
const sounds = soundsOf(
  new Map([
    ...['大', '打', '厅', '听', '火'].map((character): [string, number] => [character, 1]),
    ['大厅', 3],
    ['打听', 1],
    ['大火', 2],
    ['大_火', 5],
    ['=dating', 9],
  ]),
  syllables,
)

describe('the sounds of what was learned', () => {
  it('share a sound by how often each pair of it was said', () => {
    expect(Object.fromEntries(sounds.pairs)).toEqual({
      'da ting': [
        { pair: '大厅', share: 0.75 },
        { pair: '打听', share: 0.25 },
      ],
      'da huo': [{ pair: '大火', share: 1 }],
    })
    expect([...sounds.syllables].sort()).toEqual(['da', 'huo', 'ting'])
  })

  it.each<[string, Record<string, number>]>([
    ['da ting', { 大厅: 0.75, 打听: 0.25 }],
    ['dating huo', { 大厅: 0.75, 打听: 0.25 }],
    ['da huo', { 大火: 1 }],
    ['dating', {}], // one word alone may be English
    ['ting da', {}], // a pair that nobody said
    ['da ting da huo', { 大厅: 0.75, 打听: 0.25, 大火: 1 }],
    ['da ting da huo smoke', { 大厅: 0.75, 打听: 0.25, 大火: 1 }], // four of five
    ['da ting huo smoke', {}], // three of four are too few
    ['there is smoke', {}],
    ['', {}],
  ])('%s may stand for', (text, pairs) => {
    expect(Object.fromEntries(pairsInPinyin(text, sounds))).toEqual(pairs)
  })
})
