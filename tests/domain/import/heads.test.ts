/** Which column means what, by its head: the surer one first, and each column once. */
import { describe, expect, it } from 'vitest'
import { headRowBy, proposeBy, type Heads } from '#shared/domain/import/heads.ts'

const KNOWN: Heads<'name' | 'place' | 'size'> = {
  name: ['姓名', '名', 'name'],
  place: ['地点', '发生地点', 'place'],
  size: ['人数', 'of', '户'],
}
const mapping = (...heads: readonly string[]) => Object.fromEntries(proposeBy(KNOWN, heads))

describe('a head', () => {
  it.each<[heads: readonly string[], means: Record<string, number>]>([
    [['姓名', '地点'], { name: 0, place: 1 }],
    [[' 姓 名：', '地点（详细）'], { name: 0, place: 1 }], // blanks, signs and remarks say nothing
    [['NAME'], { name: 0 }],
    [['值班员姓名'], { name: 0 }], // a part of it
    [['班名'], {}], // of one letter it has to be the whole
    [['my name'], {}], // Latin words have to be whole
    [['name'], { name: 0 }],
    [['户'], { size: 0 }],
    [['别的'], {}],
    [['姓名', '姓名'], { name: 0 }], // the first of two
    [['值班姓名', '姓名'], { name: 1 }], // the exact one
    [['名', '姓名'], { name: 1 }], // the surer word
    [['地点人数'], { place: 0 }], // of equal length the first field
    [['事发发生地点人数'], { place: 0 }], // the longer word
    [['人数地点', '人数'], { size: 1, place: 0 }],
  ])('%j', (heads, means) => {
    expect(mapping(...heads)).toEqual(means)
  })
})

describe('the row of heads', () => {
  const row = (look: number, ...rows: readonly (readonly string[])[]) =>
    headRowBy(KNOWN, rows, look)
  it('is the one with the most heads that are known, of equals the first', () => {
    expect(row(5, ['标题'], ['姓名', '地点'], ['姓名', '地点', '人数'])).toBe(2)
    expect(row(5, ['标题'], ['姓名', '地点'], ['姓名', '人数'])).toBe(1)
  })
  it('is looked for in the first rows only', () => {
    expect(row(2, ['a', 'b'], ['c', 'd'], ['姓名', '地点'])).toBe(0)
    expect(row(3, ['a', 'b'], ['c', 'd'], ['姓名', '地点'])).toBe(2)
  })
  it('is else the first with two cells that say something, one known head or none', () => {
    expect(row(5, ['标题', ' '], ['姓名', '电话'], ['张三', '1'])).toBe(1)
    expect(row(5, ['标题'], [], ['甲', '乙'])).toBe(2)
    expect(row(5, ['标题'], ['', '姓名'])).toBe(0)
    expect(row(5)).toBe(0)
  })
})
