/** The words that documents share: counts, shares, levels, and a figure against another period. */
import { describe, expect, it } from 'vitest'
import {
  against,
  chapterOf,
  DAY_NAMES,
  joined,
  levelOf,
  many,
  nameOf,
  ordinal,
  pointed,
  shareOf,
  shareText,
  yuanText,
} from '#shared/domain/document/wording.ts'
import { localized } from '#shared/domain/text.ts'

const both = (zh: string, en: string) => localized(zh, en)

it('numbers its points in Chinese up to ten, and by figures from there', () => {
  expect([0, 1, 9, 10, 11].map(ordinal)).toEqual(['一', '二', '十', '11', '12'])
})

it('begins the week on Monday', () => {
  expect(DAY_NAMES.map(({ zh }) => zh).join('')).toBe('周一周二周三周四周五周六周日')
})

it('joins texts, by what stands between them in each language', () => {
  const parts = [both('甲', 'a'), both('乙', 'b')]
  expect(joined(parts)).toEqual({ zh: '甲乙', en: 'a b' })
  expect(joined(parts, '、', ', ')).toEqual({ zh: '甲、乙', en: 'a, b' })
  expect(joined([])).toEqual({ zh: '', en: '' })
})

it('names a code, or lets it stand for itself', () => {
  const names = { gas: both('燃气泄漏', 'Gas leak') }
  expect(nameOf('gas', names).zh).toBe('燃气泄漏')
  expect(nameOf('flood', names)).toEqual({ zh: 'flood', en: 'flood' })
  expect(nameOf('none', names).zh).toBe('未分类')
})

it('gives a clause the number of its own paper where that has one', () => {
  const chapters = { 'S09-77': both('五（二）3', '5 (2) 3'), 'S09-78': both('', '') }
  expect(chapterOf('S09-77', chapters).zh).toBe('五（二）3')
  expect(chapterOf('S09-78', chapters).zh).toBe('S09-78')
  expect(chapterOf('S09-79', chapters).zh).toBe('S09-79')
  expect(chapterOf('S09-77', undefined).zh).toBe('S09-77')
})

it('names a level of four, one beyond them by its number, and none', () => {
  expect(['1', '4', '5', 'none'].map((key) => levelOf(key).zh)).toEqual([
    '一级',
    '四级',
    '5级',
    '未定级',
  ])
})

it.each([
  [0, '0.0%'],
  [0.9549, '95.5%'],
  [0.9544, '95.4%'],
  [1 / 3, '33.3%'],
  [1, '100.0%'],
])('the share %d is %s', (share, text) => {
  expect(shareText(share)).toBe(text)
})

it('has no share of nothing', () => {
  expect([shareOf(0, 0), shareOf(1, 4), shareOf(0, 1)]).toEqual([null, 0.25, 0])
})

it('writes money with no more places than it has', () => {
  expect([1234, 1234.5, 1234.567, 0].map(yuanText)).toEqual(['1,234', '1,234.5', '1,234.57', '0'])
})

it('counts in English: one is single', () => {
  expect([0, 1, 2].map((count) => many(count, 'report'))).toEqual([
    '0 reports',
    '1 report',
    '2 reports',
  ])
  expect([0, 1, 2].map((count) => many(count, 'report', ['was', 'were']))).toEqual([
    '0 reports were',
    '1 report was',
    '2 reports were',
  ])
})

describe('a count against another period', () => {
  const MONTH = both('上月', 'last month')
  it.each<[now: number, base: number | null, zh: string, en: string]>([
    [3, null, '上月无可比数据', 'no data for last month'],
    [0, 0, '上月也未发生', 'none, as in last month'],
    [4, 4, '与上月持平', 'the same as in last month'],
    [4, 0, '上月未发生', 'none in last month'],
    [5, 4, '比上月增加1起（+25.0%）', '1 more than in last month (+25.0%)'],
    [3, 4, '比上月减少1起（−25.0%）', '1 fewer than in last month (−25.0%)'],
    [10, 9, '比上月增加1起（+11.1%）', '1 more than in last month (+11.1%)'],
    [11, 10, '比上月增加1起，上升10.0%', 'up 10.0% on last month (+1)'],
    [8, 10, '比上月减少2起，下降20.0%', 'down 20.0% on last month (−2)'],
  ])('%s against %s', (now, base, zh, en) => {
    expect(against(now, base, MONTH)).toEqual({ zh, en })
  })
})

it('lists its points in one sentence', () => {
  expect(pointed([both('甲', 'a'), both('乙', 'b')])).toEqual({
    zh: '一是甲；二是乙。',
    en: '(1) a; (2) b.',
  })
})
