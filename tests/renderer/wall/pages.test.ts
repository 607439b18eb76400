import { describe, expect, it } from 'vitest'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { inOrder } from '#shared/domain/board/order.ts'
import { countsOf, onWall } from '#renderer/wall/counts.ts'
import { arrange, othersLate, paginate } from '#renderer/wall/pages.ts'
import { freshPage, turned } from '#renderer/wall/turn.ts'
import { NOW, SECOND, incident, sampleBoard, step } from '../sample-board.ts'

const due = (id: string, seconds: number, part: Partial<BoardIncident> = {}): BoardIncident =>
  incident({ id, level: 3, steps: [step({ id: `${id}-limit`, dueAt: NOW + seconds * SECOND, startedAt: NOW - 600 * SECOND })], ...part })
const lead = (...incidents: BoardIncident[]): string[] => {
  const board = inOrder(incidents)
  return arrange(board, othersLate(board, NOW)).pinned.map(({ id }) => id)
}
const one = (): number => 1
const ROOM = { perPage: 4, withMonth: 3 }
const many = (n: number): BoardIncident[] => Array.from({ length: n }, (_, i) => due(`i${i + 1}`, 100 + i))
const rowsOf = (incidents: BoardIncident[], room = ROOM, weight: (incident: BoardIncident) => number = one): string[] =>
  paginate(arrange(incidents, false), room, weight).map(({ rows, month }) => `${rows.map(({ id }) => id).join(' ')}${month === 'none' ? '' : ` +${month}`}`)

describe('LOOK 4, the lead row', () => {
  it('is the nearest limit of all', () => expect(lead(due('far', 300), due('near', 60))).toEqual(['near']))

  it('is a real incident as long as there is one', () => expect(lead(due('drill', 10, { drill: true }), due('real', 300))).toEqual(['real']))
})

describe('LOOK 8.4, level Ⅰ never waits on another page', () => {
  const grave = due('grave', 900, { level: 1 })

  it('takes the lead when nothing else is late', () => expect(lead(due('near', 60), grave)).toEqual(['grave']))

  it('stands beside the lead when another incident is late', () => expect(lead(due('late', -60), due('near', 60), grave)).toEqual(['late', 'grave']))

  it('leads by itself when it is the nearest', () => expect(lead(due('grave', 10, { level: 1 }), due('near', 60))).toEqual(['grave']))

  it('a level Ⅰ drill takes nobody\'s place', () => expect(lead(due('near', 60), due('drill', 10, { level: 1, drill: true }))).toEqual(['near']))

  it('is on every page', () => {
    const board = inOrder([due('late', -60), ...many(6), grave])
    const pages = paginate(arrange(board, othersLate(board, NOW)), ROOM, one).filter(({ month }) => month === 'none')
    expect(pages.map(({ rows }) => rows.slice(0, 2).map(({ id }) => id))).toEqual([['late', 'grave'], ['late', 'grave'], ['late', 'grave']])
  })
})

describe('LOOK 4, pages', () => {
  it('up to three incidents stand above the month', () => {
    expect(rowsOf(many(1))).toEqual(['i1 +below'])
    expect(rowsOf(many(3))).toEqual(['i1 i2 i3 +below'])
  })

  it('from four on the lead stays, three others a page, and the month is a page of its own', () => {
    expect(rowsOf(many(4))).toEqual(['i1 i2 i3 i4', 'i1 +page'])
    expect(rowsOf(many(8))).toEqual(['i1 i2 i3 i4', 'i1 i5 i6 i7', 'i1 i8', 'i1 +page'])
  })

  it('a place of two lines costs a row (LOOK 8.7)', () => {
    const long = (incident: BoardIncident): number => incident.id === 'i2' ? 2 : 1
    expect(rowsOf(many(3), ROOM, long)).toEqual(['i1 i2 i3', 'i1 +page'])
    expect(rowsOf(many(5), ROOM, long)).toEqual(['i1 i2 i3', 'i1 i4 i5', 'i1 +page'])
  })

  it('where only one row fits, everybody takes turns and nobody is left out', () => {
    expect(rowsOf(many(3), { perPage: 1, withMonth: 0 })).toEqual(['i1', 'i2', 'i3'])
    expect(rowsOf(many(3), { perPage: 2, withMonth: 0 })).toEqual(['i1 i2', 'i1 i3'])
  })

  it('shows every incident on some page, whatever the room, the weights and how many are grave', () => {
    for (let n = 1; n <= 9; n++) {
      for (let perPage = 1; perPage <= 4; perPage++) {
        for (let grave = 0; grave <= 4; grave++) {
          const board = inOrder(many(n).map((row, i) => i < grave ? { ...row, level: 1 } : row))
          const pages = paginate(arrange(board, true), { perPage, withMonth: 3 }, ({ id }) => id === 'i3' ? 2 : 1)
          expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(n)
        }
      }
    }
  })
})

describe('turning the page', () => {
  it('happens every eight seconds, and begins again', () => {
    const start = { page: 0, since: NOW }
    expect(turned(start, 3, NOW + 7_000, null)).toEqual(start)
    const second = turned(start, 3, NOW + 8_000, null)
    expect(second).toEqual({ page: 1, since: NOW + 8_000 })
    expect(turned(second, 3, NOW + 24_000, null)).toEqual({ page: 0, since: NOW + 24_000 })
    expect(turned(start, 1, NOW + 20_000, null).page).toBe(0)
  })

  it('shows at once the page on which something new stands', () => {
    const pages = paginate(arrange(many(8), false), ROOM, one)
    expect(freshPage(pages, new Set(many(7).map(({ id }) => id)))).toBe(2)
    expect(freshPage(pages, new Set(many(8).map(({ id }) => id)))).toBeNull()
    expect(turned({ page: 1, since: NOW }, 4, NOW + 1_000, 2)).toEqual({ page: 2, since: NOW + 1_000 })
  })

  it('survives a page that is gone, and a clock that was set back', () => {
    expect(turned({ page: 3, since: NOW }, 2, NOW + 1_000, null).page).toBe(0)
    expect(turned({ page: 1, since: NOW }, 3, NOW - 3_600_000, null)).toEqual({ page: 1, since: NOW - 3_600_000 })
  })
})

describe('LOOK 8.3, what the header counts', () => {
  it('real incidents, how many of them are late, and drills apart', () => {
    expect(countsOf(sampleBoard(8).incidents, NOW)).toEqual({ running: 7, late: 1, drills: 1 })
    expect(countsOf(sampleBoard(8).incidents, NOW + 433 * SECOND)).toEqual({ running: 7, late: 3, drills: 1 })
  })

  it('a late drill is not a late incident', () => {
    expect(countsOf([due('drill', -60, { drill: true })], NOW)).toEqual({ running: 0, late: 0, drills: 1 })
  })

  it('a closed incident is no longer on the wall', () => {
    expect(onWall([due('a', 1), due('b', 2, { state: 'closed' })]).map(({ id }) => id)).toEqual(['a'])
  })
})
