/** Places by what people call them, and what of a home may stand in clear. */
import { describe, expect, it, test } from 'vitest'
import { areaOf, homeIn } from '#shared/domain/places/area.ts'
import { byItsName, meantPlace, placeCalled, placeNames } from '#shared/domain/places/known.ts'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'
import { placeOf } from '#shared/domain/match/place-spoken.ts'

const place = (id: string, name: string, part: Partial<RegisteredPlace> = {}): RegisteredPlace => ({
  ...{ id, name, size: null, kind: 'hall', aliases: [] },
  ...part,
})
const REGISTER = [
  place('south', '城南营业厅', { aliases: ['国贸厅', '国贸', 'A座'] }),
  place('estate', '云雀小区', { kind: 'estate', aliases: ['云雀'] }),
  place('house', '云雀小区3栋', { kind: 'other', within: 'estate', private: true }),
  place('flat', '梧桐里3号', { kind: 'room', private: true, area: '梧桐里' }),
  place('desk', '导办台', { kind: 'room', within: 'south' }),
]

test.each([
  ['its name', '城南营业厅', 'south'],
  ['an alias', '国贸厅', 'south'],
  ['blanks and width of letters', ' ａ 座', 'south'],
  ['the case of letters', 'a座', 'south'],
])('given %s, a place is known', (_what, text, id) => {
  expect(placeCalled(text, REGISTER)?.id).toBe(id)
})

it('given more than a name, a place is not that one', () => {
  expect(placeCalled('城南营业厅3号窗口', REGISTER)).toBeNull()
})

test.each([
  ['an alias', '国贸', '城南营业厅'],
  ['an alias with more behind it', '国贸厅3号窗口', '城南营业厅3号窗口'],
  ['the longest of two aliases', '国贸厅', '城南营业厅'],
  ['the name', '城南营业厅3号窗口', '城南营业厅3号窗口'],
  ['an alias within other words, which may be another place', '新国贸厅', '新国贸厅'],
  ['no place of the register', '三楼厨房', '三楼厨房'],
])('given %s, the record has the name', (_what, text, name) => {
  expect(byItsName(text, REGISTER)).toBe(name)
})

describe('what a caller means', () => {
  const meant = (narrative: string): string | null =>
    meantPlace(
      narrative,
      placeOf(narrative, () => []),
      REGISTER,
    )

  test.each([
    ['a place by its alias', '国贸厅3号窗口有人晕倒', '城南营业厅3号窗口'],
    ['an alias that sounds like no place', '喂，国贸停电了', '城南营业厅'],
    ['a place that the site does not have', '三楼厨房着火了', '三楼厨房'],
  ])('given %s', (_what, narrative, expected) => {
    expect(meant(narrative)).toBe(expected)
  })

  it('given no place, is none', () => {
    expect(meant('有人晕倒了')).toBeNull()
  })
})

describe('a home', () => {
  it('given a place of the register that is one, is known by its name within the text', () => {
    expect(homeIn('云雀小区3栋501', REGISTER)?.id).toBe('house')
    expect(homeIn('云雀小区', REGISTER)).toBeNull()
  })

  it('given its area was entered, that stands in clear; else what it lies in', () => {
    expect(areaOf('梧桐里3号二单元', REGISTER)).toEqual({ area: '梧桐里', placeId: null })
    expect(areaOf('云雀小区3栋501', REGISTER)).toEqual({ area: '云雀小区', placeId: 'estate' })
  })

  it('given a place of a private type, is in what the text names, by an alias too; its own name never', () => {
    expect(areaOf('云雀5栋', REGISTER)).toEqual({ area: '云雀小区', placeId: 'estate' })
    expect(areaOf('银杏路1号', REGISTER)).toEqual({ area: '', placeId: null })
    const alone = [place('flat', '梧桐里3号', { private: true })]
    expect(areaOf('梧桐里3号', alone)).toEqual({ area: '', placeId: null })
  })
})

it('two spellings are counted as one place, and what is in no register by its words', () => {
  const nameOf = placeNames(REGISTER)
  expect(['国贸厅', '城南 营业厅', '城南营业厅', '三楼厨房', '三楼厨房'].map(nameOf)).toEqual([
    '城南营业厅',
    '城南营业厅',
    '城南营业厅',
    '三楼厨房',
    '三楼厨房',
  ])
})
