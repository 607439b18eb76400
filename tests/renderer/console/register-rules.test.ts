/** Who is meant in a cell, and the duty roster as a sheet: rules without a page. */
import { describe, expect, it } from 'vitest'
import { pinyin } from 'pinyin-pro'
import { searched } from '#renderer/console/base/name-search.ts'
import {
  blockOf,
  lastPart,
  meantBy,
  offeredFor,
  withLast,
} from '#renderer/console/pages/site/duty/cell-names.ts'
import {
  cellsBetween,
  countGaps,
  entriesOf,
  firstCell,
  gapAfter,
  gapsByCell,
  movedBy,
  rowsOf,
} from '#renderer/console/pages/site/duty/sheet.ts'
import { edgesOf, inSight, scrolledTo } from '#renderer/console/pages/site/duty/sheet-window.ts'
import { timeOf } from '#renderer/console/pages/site/duty/shift-times.ts'
import { isVacant } from '#renderer/console/pages/site/posts/posts.ts'
import { HALL, person, postRead, shift } from './register-kit.ts'

const syllables = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed', surname: 'head' })
const PERSONS = [
  person('p1', '周敏', { posts: ['guard'] }),
  person('p2', '单小虎'),
  person('p3', '李娜', { posts: ['head'] }),
  person('p4', '张梅'),
  person('p5', 'Zhou Min'),
  person('p6', '旧人', { left: true }),
]
const all = searched(PERSONS, ({ name }) => name, syllables)

describe('who is offered', () => {
  it('is who has not left; who holds the post comes first, who is on leave last', () => {
    const offered = offeredFor(all, 'head', (id) => id === 'p1').map(({ item }) => item.id)
    expect(offered).toEqual(['p3', 'p2', 'p4', 'p5', 'p1'])
  })
})

describe('what is typed into a cell', () => {
  const offered = offeredFor(all, 'guard', () => false)

  it('means several people, parted by commas or by blanks', () => {
    expect(meantBy('周敏、ln', offered)).toEqual({ persons: ['p1', 'p3'], strangers: [] })
    expect(meantBy('sxh ln', offered)).toEqual({ persons: ['p2', 'p3'], strangers: [] })
    expect(meantBy('zhou min', offered).persons).toEqual(['p5'])
    expect(meantBy('周敏，周敏', offered).persons).toEqual(['p1'])
    expect(meantBy('', offered)).toEqual({ persons: [], strangers: [] })
  })

  it('names who is nobody', () => {
    expect(meantBy('周敏、云小丁', offered)).toEqual({ persons: ['p1'], strangers: ['云小丁'] })
  })

  it('is about the last name while it is typed', () => {
    expect(lastPart('周敏、 l')).toBe('l')
    expect(withLast('周敏、l', '李娜')).toBe('周敏、李娜')
    expect(withLast('l', '')).toBe('')
  })

  it('may be a block of a spreadsheet', () => {
    expect(blockOf('周敏\t李娜\r\n\t张梅\r\n')).toEqual([
      ['周敏', '李娜'],
      ['', '张梅'],
    ])
  })
})

describe('the sheet', () => {
  const shifts = [
    shift('night', '夜班', { begins: '20:00', posts: ['guard'], weekdays: [1, 2, 3, 4, 5] }),
    shift('day', '白班', { begins: '08:00', posts: ['guard', 'head'] }),
  ]
  const rows = rowsOf(shifts)
  const dates = ['2026-11-27', '2026-11-28', '2026-11-29'] // Friday to Sunday

  it('has the shifts in the order in which they begin, each with its posts', () => {
    expect(rows.map(({ shift: { id }, postId }) => `${id} ${postId}`)).toEqual([
      'day null',
      'day guard',
      'day head',
      'night null',
      'night guard',
    ])
    expect(firstCell(rows)).toEqual({ row: 1, column: 0 })
    expect(firstCell(rowsOf([shift('bare', '空', { posts: [] })]))).toBeNull()
  })

  it('is walked over the heads of shifts, and left nowhere', () => {
    expect(movedBy({ row: 2, column: 0 }, { rows: 1 }, rows, 3)).toEqual({ row: 4, column: 0 })
    expect(movedBy({ row: 4, column: 0 }, { rows: -1 }, rows, 3)).toEqual({ row: 2, column: 0 })
    expect(movedBy({ row: 1, column: 0 }, { rows: -1 }, rows, 3)).toEqual({ row: 1, column: 0 })
    expect(movedBy({ row: 1, column: 0 }, { rows: -9, columns: -9 }, rows, 3).row).toBe(1)
    expect(movedBy({ row: 4, column: 1 }, { rows: 9, columns: 9 }, rows, 3)).toEqual({
      row: 4,
      column: 2,
    })
  })

  it('takes nobody where a shift does not run, nor in its head', () => {
    const cells = cellsBetween({ row: 4, column: 1 }, { row: 2, column: 0 }, rows)
    expect(cells).toHaveLength(4)
    expect(
      entriesOf(cells, rows, dates, () => ['p1']).map(({ date, shiftId }) => `${date} ${shiftId}`),
    ).toEqual(['2026-11-27 day', '2026-11-28 day', '2026-11-27 night'])
  })

  it('leads from gap to gap, day by day and round; a shift that is short is met at its first post', () => {
    const gaps = gapsByCell([
      { date: '2026-11-28', shiftId: 'day', postId: null, lacking: 1 },
      { date: '2026-11-27', shiftId: 'night', postId: 'guard', lacking: 1 },
    ])
    const after = (cell: Parameters<typeof gapAfter>[0], step: 1 | -1 = 1) =>
      gapAfter(cell, step, rows, dates, gaps)
    expect(after(null)).toEqual({ row: 4, column: 0 })
    expect(after({ row: 4, column: 0 })).toEqual({ row: 1, column: 1 })
    expect(after({ row: 1, column: 1 })).toEqual({ row: 4, column: 0 })
    expect(after({ row: 4, column: 0 }, -1)).toEqual({ row: 1, column: 1 })
    expect(gapAfter(null, 1, rows, dates, new Map())).toBeNull()
  })

  it('counts nobody twice who is lacking: of a shift under its minimum its posts, if they lack somebody', () => {
    const gap = (postId: string | null, shiftId = 'day') => ({
      ...{ date: '2026-11-27', shiftId, postId, lacking: 1 },
    })
    expect(countGaps([gap(null), gap('guard'), gap('head')])).toBe(2)
    expect(countGaps([gap(null), gap('guard', 'night')])).toBe(2)
    expect(countGaps([])).toBe(0)
  })

  it('draws what is in sight and a little more', () => {
    const edges = edgesOf(Array.from({ length: 120 }, () => 30))
    expect(edges.at(-1)).toBe(3600)
    const rowsInSight = inSight(edges, 900, 300, 2)
    expect([rowsInSight[0], rowsInSight.at(-1)]).toEqual([28, 42])
    expect(inSight(edges, 0, 300, 2)[0]).toBe(0)
    expect(inSight(edges, 3500, 300, 2).at(-1)).toBe(119)
    expect(inSight([0], 0, 300, 2)).toEqual([])
  })

  it('scrolls no further than it must', () => {
    expect(scrolledTo([100, 130], 0, 300)).toBe(0)
    expect(scrolledTo([400, 430], 0, 300)).toBe(130)
    expect(scrolledTo([100, 130], 200, 300)).toBe(100)
  })
})

it('a time of a shift is typed as it comes', () => {
  expect(['8', '830', '08:30', '20：00', '0', '24', '8:61', 'x', ''].map(timeOf)).toEqual([
    '08:00',
    '08:30',
    '08:30',
    '20:00',
    '00:00',
    null,
    null,
    null,
    null,
  ])
})

describe('a post is vacant', () => {
  it('while nobody holds it, no shift names it, nobody stands in, and no filled post of the site stands for it', () => {
    const vacant = (part: Partial<typeof HALL> = {}): string[] => {
      const state = { ...HALL, ...part }
      return state.posts.filter((post) => isVacant(post, state, state.shifts)).map(({ id }) => id)
    }
    expect(vacant()).toEqual(['medic', 'site-lift'])
    expect(vacant({ shifts: [shift('day', '白班', { posts: ['medic'] })] })).toEqual(['site-lift'])
    const firm = postRead('site-lift', '电梯维保', { ofSite: true, standsFor: ['medic'] })
    const posts = [...HALL.posts.slice(0, 3), firm]
    expect(vacant({ posts })).toEqual(['medic', 'site-lift'])
    const persons = [...HALL.persons, person('p9', '维保员', { posts: ['site-lift'] })]
    expect(vacant({ posts, persons })).toEqual([])
    const gone = persons.map((row) => (row.id === 'p9' ? { ...row, left: true } : row))
    expect(vacant({ posts, persons: gone })).toEqual(['medic', 'site-lift'])
    const substitutes = [
      ...HALL.posts.slice(0, 2),
      postRead('medic', '急救员', { substitutes: ['p4'] }),
    ]
    expect(vacant({ posts: substitutes })).toEqual([])
  })
})
