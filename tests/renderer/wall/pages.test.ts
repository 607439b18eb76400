/** Tests which incidents stand on which page of a wall. */
import { describe, expect, it } from 'vitest'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { Page } from '#renderer/wall/wall-pages.ts'
import { byUrgency } from '#shared/domain/board/urgency.ts'
import { countsOf } from '#shared/domain/board/counts.ts'
import { onWall } from '#renderer/wall/on-wall.ts'
import { arrange, isPressing, isUnanswered, paginate } from '#renderer/wall/wall-pages.ts'
import { MONTH_EVERY, READ_MS, START, stayOf, TURN_MS, turned } from '#renderer/wall/page-turn.ts'
import type { PageTurn } from '#renderer/wall/page-turn.ts'
import { NOW, SECOND, alert, incident, step } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'

const due = (id: string, seconds: number, part: Partial<BoardIncident> = {}): BoardIncident =>
  incident({
    id,
    level: 3,
    steps: [
      step({ id: `${id}-limit`, dueAt: NOW + seconds * SECOND, startedAt: NOW - 600 * SECOND }),
    ],
    ...part,
  })
const lead = (...incidents: BoardIncident[]): string[] => {
  const board = byUrgency(incidents, NOW)
  return arrange(board).pinned.map(({ id }) => id)
}
const singleRow = (): number => 1
const ROOM = { perPage: 4, withMonth: 3 }
const many = (n: number): BoardIncident[] =>
  Array.from({ length: n }, (_, i) => due(`i${i + 1}`, 3_000 + i))
const NOBODY: ReadonlySet<string> = new Set()
const describePage = (page: Page | null): string =>
  page === null
    ? ''
    : `${page.rows.map(({ id }) => id).join(' ')}${page.month === 'none' ? '' : ` +${page.month}`}`
const rotationOf = (
  incidents: BoardIncident[],
  room = ROOM,
  weight: (incident: BoardIncident, isFirst: boolean) => number = singleRow,
) =>
  paginate(
    arrange(incidents),
    room,
    weight,
    new Set(incidents.filter((each) => isPressing(each, NOW)).map(({ id }) => id)),
  )
const rowsOf = (...args: Parameters<typeof rotationOf>): string[] =>
  rotationOf(...args).pages.map(describePage)
const monthOf = (...args: Parameters<typeof rotationOf>): string =>
  describePage(rotationOf(...args).month)

describe('the lead row', () => {
  it('is the most urgent of all', () => {
    const life = due('life', 300, { steps: [step({ lifeSafety: true })] })
    expect(lead(due('near', 60), life)).toEqual(['life'])
  })

  it('is a real incident as long as there is one', () =>
    expect(lead(due('drill', 10, { drill: true }), due('real', 300))).toEqual(['real']))
})

describe('level Ⅰ never waits on another page', () => {
  const grave = due('grave', 900, { level: 1 })

  it('takes the lead where no life is at stake elsewhere', () =>
    expect(lead(due('near', 60), grave)).toEqual(['grave']))

  it('stands beside the lead where it is', () => {
    const life = due('life', 300, { steps: [step({ lifeSafety: true })] })
    expect(lead(life, due('near', 60), grave)).toEqual(['life', 'grave'])
  })

  it('leads by itself when it is the nearest', () =>
    expect(lead(due('grave', 10, { level: 1 }), due('near', 60))).toEqual(['grave']))

  it("a level Ⅰ drill takes nobody's place", () =>
    expect(lead(due('near', 60), due('drill', 10, { level: 1, drill: true }))).toEqual(['near']))

  it('is on every page', () => {
    const life = due('life', 300, { steps: [step({ lifeSafety: true })] })
    const board = byUrgency([...many(6), grave, life], NOW)
    const { pages } = paginate(arrange(board), ROOM, singleRow, NOBODY)
    expect(pages.map(({ rows }) => rows.slice(0, 2).map(({ id }) => id))).toEqual([
      ['life', 'grave'],
      ['life', 'grave'],
      ['life', 'grave'],
    ])
  })
})

describe('the pages', () => {
  it('up to three incidents stand above the month', () => {
    expect(rowsOf(many(1))).toEqual(['i1 +below'])
    expect(rowsOf(many(3))).toEqual(['i1 i2 i3 +below'])
  })

  it('from four on the lead stays, three others a page, and the month is a page of its own', () => {
    expect(rowsOf(many(4))).toEqual(['i1 i2 i3 i4'])
    expect(rowsOf(many(7))).toEqual(['i1 i2 i3 i4', 'i1 i5 i6 i7'])
    expect(monthOf(many(4))).toBe('i1 +page')
  })

  it('room on the last page goes to the most urgent, so that no row stands alone with empty ground', () => {
    expect(rowsOf(many(8))).toEqual(['i1 i2 i3 i4', 'i1 i5 i6 i7', 'i1 i2 i3 i8'])
  })

  it('a drill has no page of its own', () => {
    expect(rowsOf([...many(4), due('drill', 10, { drill: true })])).toEqual([
      'i1 i2 i3 i4',
      'i1 i2 i3 drill',
    ])
    expect(rowsOf([...many(3), due('drill', 10, { drill: true })])).toEqual(['i1 i2 i3 drill'])
  })

  it('a place of two lines costs a row', () => {
    const long = (incident: BoardIncident): number => (incident.id === 'i2' ? 2 : 1)
    expect(rowsOf(many(3), ROOM, long)).toEqual(['i1 i2 i3'])
    expect(monthOf(many(3), ROOM, long)).toBe('i1 +page')
    expect(rowsOf(many(5), ROOM, long)).toEqual(['i1 i2 i3', 'i1 i3 i4 i5'])
  })

  it('one that needs a second line in the letters of the lead costs it wherever it stands first', () => {
    const long = ({ id }: BoardIncident, isFirst: boolean): number =>
      isFirst && (id === 'i1' || id === 'i2') ? 2 : 1
    expect(rowsOf(many(4), { perPage: 2, withMonth: 0 }, long)).toEqual(['i1', 'i2', 'i3 i4'])
  })

  it('where a long place leaves no room beside what is pinned, it alone stands without it', () => {
    const long = ({ id }: BoardIncident, isFirst: boolean): number =>
      id === 'i4' ? 3 : isFirst ? 1.5 : 1
    const room = { perPage: 3.5, withMonth: 0 }
    expect(rowsOf(many(6), room, long)).toEqual(['i1 i2 i3', 'i4', 'i1 i5 i6'])
  })

  it('where even two rows do not fit, what is pinned takes its turn in order', () => {
    const grave = (n: number): BoardIncident => due(`g${n}`, 100 + n, { level: 1 })
    const board = byUrgency([...many(2), grave(1), grave(2), grave(3)], NOW)
    const { pages } = paginate(arrange(board), { perPage: 1, withMonth: 0 }, singleRow, NOBODY)
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(board.map(({ id }) => id))
  })

  it('where only one row fits, everybody takes turns and nobody is left out', () => {
    expect(rowsOf(many(3), { perPage: 1, withMonth: 0 })).toEqual(['i1', 'i2', 'i3'])
    expect(rowsOf(many(3), { perPage: 2, withMonth: 0 })).toEqual(['i1 i2', 'i1 i3'])
  })

  it('shows every incident on some page, whatever the room, the weights and how many are grave', () => {
    for (let n = 1; n <= 9; n++) {
      for (let perPage = 1; perPage <= 4; perPage++) {
        for (let grave = 0; grave <= 4; grave++) {
          const board = byUrgency(
            many(n).map((row, i) => (i < grave ? { ...row, level: 1 } : row)),
            NOW,
          )
          const weight = ({ id }: BoardIncident): number => (id === 'i3' ? 2 : 1)
          const { pages } = paginate(arrange(board), { perPage, withMonth: 3 }, weight, NOBODY)
          expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(n)
          for (const { rows, month } of pages) {
            expect(new Set(rows).size).toBe(rows.length)
            if (month === 'none' && rows.length > 1)
              expect(rows.reduce((sum, row) => sum + weight(row), 0)).toBeLessThanOrEqual(perPage)
          }
        }
      }
    }
  })
})

describe('the month never hides what presses', () => {
  const calm = due('calm', 3_000)
  const near = due('near', 60)
  const late = due('late', -60)
  const second = due('second', 3_000, { level: 2 })

  it('presses: late, near, level Ⅰ or Ⅱ; not a drill, nor a limit with time in hand', () => {
    const drill = due('drill', -60, { level: 1, drill: true })
    expect(
      [late, near, second, due('first', 3_000, { level: 1 }), calm, drill].map((each) =>
        isPressing(each, NOW),
      ),
    ).toEqual([true, true, true, true, false, false])
  })

  it('stands below the lead where a long strip leaves two rows, and not where it leaves none', () => {
    const beside = { perPage: 2, withMonth: 1, monthBelow: true }
    expect(monthOf(many(20), beside)).toBe('i1 +below')
    expect(monthOf(many(20), { ...beside, withMonth: 0 })).toBe('')
    expect(monthOf([...many(20), second], beside)).toBe('')
  })

  it('keeps pressing ones above the month, and gives it no page where they do not fit', () => {
    const calms = ['a', 'b', 'c', 'd'].map((id, i) => due(id, 3_000 + i))
    expect(monthOf([near, ...calms])).toBe('near +page')
    expect(monthOf([near, calm, ...calms, second])).toBe('near calm second +below')
    expect(monthOf([near, due('near2', 70), ...calms, second])).toBe('near near2 second +below')
    expect(monthOf([late, near, due('near2', 70), ...calms, second])).toBe('')
  })

  it('an alert for what is late or what life hangs on holds it up until somebody acknowledges it; others do not', () => {
    expect(isUnanswered(incident({ alerts: [alert()] }))).toBe(true)
    expect(isUnanswered(incident({ alerts: [alert({ acknowledgedAt: NOW })] }))).toBe(false)
    expect(isUnanswered(incident({ alerts: [alert({ kind: 'not-recorded' })] }))).toBe(false)
    const nudge = (priority: 1 | 3) => alert({ kind: 'nudge', priority, stepId: null })
    expect([nudge(1), nudge(3)].map((each) => isUnanswered(incident({ alerts: [each] })))).toEqual([
      true,
      false,
    ])
  })
})

describe('turning the page', () => {
  const first: PageTurn = { ...START, since: NOW }
  /** What is shown turn after turn: the number of the page, or M for the month. */
  const shown = (pages: number, month: boolean, turns: number): string => {
    let turn = first
    return Array.from({ length: turns }, (_, i) => {
      turn = turned(turn, pages, month, NOW + i * TURN_MS, null)
      return turn.month ? 'M' : String(turn.page)
    }).join('')
  }

  it('happens every eight seconds, and begins again', () => {
    expect(turned(first, 3, false, NOW + TURN_MS - 1_000, null)).toBe(first)
    expect(turned(first, 3, false, NOW + TURN_MS, null)).toMatchObject({
      page: 1,
      since: NOW + TURN_MS,
    })
    expect(shown(3, false, 7)).toBe('0120120')
    expect(shown(1, false, 5)).toBe('00000')
  })

  it('a page stays four seconds for each row that the one before it did not have, eight at the most', () => {
    const pages = [
      ['lead', 'a'],
      ['lead', 'b', 'c', 'd'],
      ['lead', 'e'],
      ['lead', 'a'],
    ]
    expect(pages.map((_, i) => stayOf(pages, i))).toEqual([READ_MS, TURN_MS, READ_MS, READ_MS])
    expect(turned(first, 3, false, NOW + READ_MS - 1, null, READ_MS)).toBe(first)
    expect(turned(first, 3, false, NOW + READ_MS, null, READ_MS)).toMatchObject({
      page: 1,
      since: NOW + READ_MS,
    })
  })

  it('of one row a page tells twenty in eighty seconds, and of the month it does not hurry', () => {
    let turn = first
    const seen = new Set([0])
    for (let at = 0; seen.size < 20 || turn.page !== 0; at += SECOND) {
      turn = turned(turn, 20, false, NOW + at, null, READ_MS)
      seen.add(turn.page)
      if (at > 200 * SECOND) break
    }
    expect(turn.since - NOW).toBe(20 * READ_MS)
    let month: PageTurn = first
    let at = 0
    while (!month.month) month = turned(month, 2, true, NOW + (at += SECOND), null, READ_MS)
    expect(at).toBeGreaterThanOrEqual(52 * SECOND)
  })

  it('gives the month eight seconds in about a minute, not every second turn', () => {
    expect(MONTH_EVERY * TURN_MS).toBeLessThanOrEqual(64_000)
    expect(shown(1, true, 18)).toBe('0000000M0000000M00')
    expect(shown(2, true, 18)).toBe('0101010M1010101M01')
  })

  it('takes the month away at once when it may no longer be shown, and does not hurry it afterwards', () => {
    const month: PageTurn = { page: 0, month: true, turns: 6, since: NOW }
    expect(turned(month, 2, false, NOW + 1_000, null)).toEqual({
      page: 1,
      month: false,
      turns: 0,
      since: NOW + 1_000,
    })
    expect(turned({ ...first, turns: 6 }, 2, false, NOW + TURN_MS, null)).toMatchObject({
      month: false,
      turns: 0,
    })
  })

  it('stays where something is held, comes there at once, also instead of the month', () => {
    expect(turned(first, 3, false, NOW + 5 * TURN_MS, 0)).toBe(first)
    expect(turned({ ...first, month: true }, 4, true, NOW + 1_000, 2)).toMatchObject({
      page: 2,
      month: false,
      since: NOW + 1_000,
    })
  })

  it('survives a page that is gone, a clock that was set back, and a pause', () => {
    expect(turned({ ...first, page: 3 }, 2, true, NOW + 1_000, null).page).toBe(0)
    expect(turned({ ...first, page: 1 }, 3, true, NOW - 3_600_000, null)).toMatchObject({
      page: 1,
      since: NOW - 3_600_000,
    })
    expect(turned(first, 3, true, NOW + 3_600_000, null)).toMatchObject({
      page: 1,
      since: NOW + 3_600_000,
    })
  })
})

describe('what the header counts', () => {
  it('real incidents, how many of them are late, and drills apart', () => {
    expect(countsOf(sampleBoard(8).incidents, NOW)).toMatchObject({
      running: 7,
      lateIncidents: 1,
      drills: 1,
    })
    expect(countsOf(sampleBoard(8).incidents, NOW + 433 * SECOND)).toMatchObject({
      running: 7,
      lateIncidents: 3,
      drills: 1,
    })
  })

  it('a late drill is not a late incident', () => {
    expect(countsOf([due('drill', -60, { drill: true })], NOW)).toMatchObject({
      running: 0,
      lateIncidents: 0,
      drills: 1,
    })
  })

  it('a closed incident is no longer on the wall', () => {
    expect(onWall([due('a', 1), due('b', 2, { state: 'closed' })]).map(({ id }) => id)).toEqual([
      'a',
    ])
  })
})
