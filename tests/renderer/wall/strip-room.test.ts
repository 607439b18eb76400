/** How many cells a panel has for its incidents, where they stand, and what fits into one. */
import { describe, expect, it } from 'vitest'
import { layoutOf } from '#renderer/wall/layout.ts'
import { stripHeight, STRIP_LINE } from '#shared/domain/walls/strip-room.ts'
import { fittingSums, shortPlace } from '#renderer/wall/strip-words.ts'
import { cellsOf } from '#renderer/wall/strip-cells.ts'
import { emsOf } from '#shared/charts/measure.ts'
import { incident, NOW } from '../board-parts.ts'

const of = (width: number, height: number, unit: number | null = null, striped = false) =>
  layoutOf(width, height, 'zh', { unit, distance: null, panel: null, unread: [] }, striped)

describe('the cells of a panel', () => {
  it.each([
    ['16:9', 1920, 1080, 6],
    ['4K', 3840, 2160, 6],
    ['small', 1366, 768, 6],
    ['upright', 1080, 1920, 3],
  ])('%s: twenty-four, across below the header', (_, width, height, columns) => {
    expect(of(width, height).strip).toMatchObject({ side: false, columns, slots: 24 })
  })

  it('stand beside the rows where it is wide and low, and say the kind, too', () => {
    const { strip, room } = of(3840, 1080, null, true)
    expect(strip).toMatchObject({ side: true, columns: 2, slots: 24 })
    expect(strip.kindRoom).toBeGreaterThan(5)
    expect(room.main).toBe(of(3840, 1080).room.main - strip.width)
    expect(room.foot).toBe(of(3840, 1080).room.foot)
  })

  it('are fewer for far readers, and never smaller; the first row keeps its height', () => {
    for (const unit of [1.3, 1.48, 1.97, 2.13])
      for (const [width, height] of [
        [1920, 1080],
        [3840, 1080],
        [1080, 1920],
      ] as const) {
        const layout = of(width, height, unit)
        const { strip, rowsBeside } = layout
        expect(strip.slots).toBeLessThanOrEqual(strip.columns * Math.max(0, strip.lines - 1))
        expect(strip.placeRoom === 0 || strip.placeRoom >= 4).toBe(true)
        if (!strip.side && strip.lines > 0)
          expect(rowsBeside(stripHeight(strip, strip.lines)).perPage).toBeGreaterThanOrEqual(1)
      }
  })

  it('leave far readers of an upright panel room for the rows that they count with', () => {
    const { strip, rowsBeside, unit } = of(1080, 1920, 1.23)
    const head = 184 + 4 + 108
    const left = 1920 / unit - head - stripHeight(strip, strip.lines)
    expect(rowsBeside(stripHeight(strip, strip.lines)).perPage * 258).toBeLessThanOrEqual(left)
  })

  it('leave three rows to eighteen incidents on a usual panel, two to more', () => {
    const { strip, rowsBeside } = of(1920, 1080)
    const rowsWith = (lines: number): number => rowsBeside(stripHeight(strip, lines)).perPage
    expect([1, 2, 3, 4, 5].map(rowsWith)).toEqual([3, 3, 3, 2, 2])
    expect(STRIP_LINE).toBeGreaterThan(45 * 1.26)
  })
})

describe('the number of an incident in its cell', () => {
  const cell = (place: string, placeRoom: number, number?: string) => {
    const shown = incident({ id: 'i', place, ...(number ? { number } : {}) })
    const look = { now: NOW, stale: false, leftOver: new Set<string>(), isTold: () => false }
    const [first] = cellsOf(['i'], new Map([['i', shown]]), { ...look, placeRoom })
    return [first?.place, first?.number]
  }
  it('stands where the place keeps its room, and else is left out', () => {
    expect(cell('西门', 4.5, '2026-017')).toEqual(['西门', '017'])
    expect(cell('政务大厅二楼', 4, '2026-017')).toEqual(['政务二楼', ''])
    expect(cell('政务大厅二楼', 8, '演2026-003')).toEqual(['政务二楼', '003'])
    expect(cell('西门', 4.5)).toEqual(['西门', ''])
    expect(cell('西门', 0, '2026-017')).toEqual(['', ''])
  })
})

describe('a place in four characters', () => {
  it('stands whole where it fits', () => {
    expect(shortPlace('热线中心', 4)).toBe('热线中心')
    expect(shortPlace('全市', 4)).toBe('全市')
  })

  it('keeps its end, by which two places of a house differ', () => {
    expect(shortPlace('政务大厅二楼', 4)).toBe('政务二楼')
    expect(shortPlace('政务大厅三楼', 4)).toBe('政务三楼')
    expect(shortPlace('政务大厅三楼', 5)).toBe('政务三楼') // and no half of a word
    expect(shortPlace('客服中心大堂', 4)).toBe('客服大堂')
  })

  it('of numbered halls keeps the number', () => {
    const halls = ['一', '二', '三'].map((n) => shortPlace(`${n}号营业厅`, 4))
    expect(new Set(halls).size).toBe(3)
    for (const hall of halls) expect(hall).toMatch(/^[一二三]号/)
  })

  it('never takes more than its room, in any script', () => {
    for (const place of [
      '滨江市民中心西附楼地下二层B区停车场东侧通道水泵房三号',
      'Riverside Civic Centre west annexe basement B2 pump room 3 E',
      '123456789012',
      '𠮷'.repeat(9),
    ])
      for (const room of [4, 4.2, 6]) {
        expect(emsOf(shortPlace(place, room))).toBeLessThanOrEqual(room)
        expect(shortPlace(place, room)).not.toBe('')
      }
  })
})

describe('the line of what finds no cell', () => {
  const words = {
    others: (count: number) => `其他×${count}`,
    late: (count: number) => `超时${count}`,
  }
  const sum = (kind: string, count: number, late = false, drill = false) => ({
    ...{ kind, count, late, drill },
  })
  const fitting = (sums: Parameters<typeof fittingSums>[0], room: number) =>
    fittingSums(sums, words, room).sums.map(({ text, late, of }) =>
      [text, ...(late ? ['inverse'] : []), ...(of ? [of] : [])].join(' '),
    )

  it('holds the worst first, and of the rest one number', () => {
    const sums = [sum('火灾', 1), sum('停电', 7), sum('系统故障', 2)]
    expect(fitting(sums, 30)).toEqual(['火灾×1', '停电×7', '系统故障×2'])
    expect(fitting(sums, 11)).toEqual(['火灾×1', '其他×9'])
    expect(fitting(sums, 6)).toEqual(['其他×10'])
    expect(fitting(sums, 1)).toEqual([])
  })

  it('says how many of the rest are late, beside their number', () => {
    const sums = [sum('火灾', 1, true), sum('系统故障', 2, true), sum('系统故障', 5)]
    expect(fitting(sums, 13)).toEqual(['火灾×1 inverse', '其他×7 超时2'])
    expect(fitting(sums, 8)).toEqual(['其他×8 超时3'])
  })

  it('is inverse where all of the rest are late, and counts no drill as late', () => {
    const late = [sum('火灾', 1, true), sum('系统故障', 2, true)]
    expect(fitting(late, 7)).toEqual(['其他×3 inverse'])
    expect(fitting([sum('停电', 3), sum('演习 火灾', 1, true, true)], 7)).toEqual(['其他×4'])
  })

  it('keeps those that are late where there is room for nothing else', () => {
    expect(fitting([sum('火灾', 11, true), sum('停电', 7)], 5)).toEqual(['超时11 inverse'])
  })
})
