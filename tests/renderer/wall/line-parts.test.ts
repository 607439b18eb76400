/** What of an incident stands in one line: first what it is, then how late, then who. */
import { expect, it } from 'vitest'
import { emsOf } from '#shared/charts/measure.ts'
import { lineParts, type LineParts } from '#renderer/wall/line-parts.ts'

const PARTS: LineParts = {
  place: '二号营业厅',
  kind: '火灾',
  figure: '−02:10',
  number: '2026-017',
  title: '确认人员全部疏散到集合点',
  owner: '疏散组长 张伟',
}
const within = (ems: number) => lineParts(PARTS, ems)

it('given room for all, then all of it stands', () => {
  expect(within(60)).toEqual(PARTS)
})

it('given less and less room, then the title is cut and goes, then who, then how late; what it is stays', () => {
  expect(within(26)).toMatchObject({ figure: '−02:10', owner: '疏散组长 张伟' })
  expect(within(26).title.length).toBeLessThan(PARTS.title.length)
  expect(within(16)).toMatchObject({ figure: '−02:10', owner: '' })
  expect(within(9)).toEqual({ ...PARTS, figure: '', number: '', title: '', owner: '' })
  expect(within(5)).toMatchObject({ kind: '火灾' })
})

it('given little room, then the number goes before the title is none', () => {
  const shortest = Array.from({ length: 60 }, (_, ems) => within(ems)).find(({ number }) => number)
  expect(emsOf(shortest?.title ?? '')).toBeGreaterThanOrEqual(3)
})

it('given any room, then nothing is wider than it', () => {
  for (let ems = 6; ems < 60; ems += 0.5) {
    const { place, kind, figure, number, title, owner } = within(ems)
    const gaps = [figure, number, title, owner].filter((part) => part !== '').length + 1
    const wide = 1.08 * (emsOf(place) + emsOf(kind) + emsOf(figure)) + emsOf(title + number + owner)
    expect(wide + 0.6 * gaps).toBeLessThanOrEqual(ems + 0.01)
  }
})
