/** Rows of a list of places as offices keep it. */
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'
import { decidePlaceRows, type PlaceRow } from '#shared/domain/places/rows.ts'

const ESTATE: RegisteredPlace = {
  id: 'estate',
  name: '云雀小区',
  size: 300,
  kind: 'estate',
  aliases: ['云雀'],
  camera: 'https://cctv.example/1',
}
function decide(rows: readonly PlaceRow[], places: readonly RegisteredPlace[] = [ESTATE]) {
  let ids = 0
  return decidePlaceRows(places, rows, {
    contacts: new Set(['firm']),
    posts: new Set(['hall-manager']),
    postCalled: (name) => (name === '大堂经理' ? 'hall-manager' : null),
    named: new Map([['云雀物业', 'firm']]),
    newId: () => `new-${++ids}`,
  })
}
const outcomes = (rows: readonly PlaceRow[]): string[] =>
  decide(rows).rows.map(({ row, outcome, message }) =>
    `${row} ${outcome} ${message?.zh ?? ''}`.trim(),
  )

describe('a row', () => {
  it('given a name that is not there, is a new place; kind, firm and place around it go by their names', () => {
    const { rows, events } = decide([
      {
        row: 2,
        name: '云雀5栋',
        kind: '其他',
        within: '云雀',
        property: '云雀物业',
        private: true,
      },
    ])
    expect(rows).toEqual([{ row: 2, outcome: 'new', message: null }])
    expect(events).toEqual([
      {
        type: 'PlaceSet',
        place: {
          ...{ id: 'new-1', name: '云雀5栋', size: null, kind: 'other', aliases: [] },
          ...{ within: 'estate', property: 'firm', private: true },
        },
      },
    ])
  })

  it('given a place that goes by it, changes what it says and keeps all else', () => {
    expect(decide([{ row: 2, name: '云雀', size: 320, aliases: ['云雀苑'] }]).events).toEqual([
      { type: 'PlaceSet', place: { ...ESTATE, size: 320, aliases: ['云雀', '云雀苑'] } },
    ])
    expect(outcomes([{ row: 2, name: '云雀小区', size: 300 }])).toEqual(['2 same'])
  })

  it('names the post of its contact person (S09-124), one that there is', () => {
    const hall = { row: 2, name: '一号厅', kind: '大厅' }
    expect(decide([{ ...hall, contactPost: '大堂经理' }]).events).toMatchObject([
      { place: { contactPost: 'hall-manager' } },
    ])
    expect(outcomes([{ ...hall, contactPost: '李工' }])).toEqual([
      '2 refused 没有“李工”这个岗位：联络人写岗位名称，人按班次排',
    ])
  })

  it('may lie in a place of a later row', () => {
    expect(
      outcomes([
        { row: 2, name: '二楼', kind: '楼层', within: '城南营业厅' },
        { row: 3, name: '城南营业厅', kind: 'Hall' },
      ]),
    ).toEqual(['2 new', '3 new'])
  })

  it('given what nobody knows, is refused and says why; the others say what would become of them', () => {
    expect(
      outcomes([
        { row: 2, name: '前厅', kind: '客房' },
        { row: 3, name: '后厅', within: '月球' },
        { row: 4, name: '东厅', property: '月球物业' },
        { row: 5, name: '西厅' },
        { row: 6, name: '西 厅' },
        { row: 7, name: '北厅', aliases: ['云雀'] },
        { row: 8, name: '甲', within: '乙' },
        { row: 9, name: '乙', within: '甲' },
      ]),
    ).toEqual([
      '2 refused 没有“客房”这种地点',
      '3 refused 所在地点“月球”没有登记，表里也没有',
      '4 refused 通讯录里没有“月球物业”',
      '5 new',
      '6 refused 表里前面已有这个地点',
      '7 refused “云雀”已是别的地点的名称或别名',
      '8 refused 所在地点“乙”没有登记，表里也没有',
      '9 refused 所在地点“甲”没有登记，表里也没有',
    ])
  })
})

it('a long list takes each name by its spelling a few times, however many stand before it', () => {
  const rows = Array.from({ length: 200 }, (_, index) => ({
    ...{ row: index + 2, name: `云雀${index}栋`, aliases: [`云雀${index}号`] },
    within: index === 0 ? null : `云雀${index - 1}栋`,
  }))
  const compared = vi.spyOn(String.prototype, 'normalize')
  onTestFinished(() => compared.mockRestore())
  const { events } = decide(rows)
  expect(events).toHaveLength(200)
  expect(compared.mock.calls.length).toBeLessThan(200 * 40)
})
