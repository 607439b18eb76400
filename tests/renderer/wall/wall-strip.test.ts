/**
 * The strip on a wall: nobody needs a page to know that there is an incident; and the line that
 * tells what has changed.
 */
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { localized } from '#shared/domain/text.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { Board, BoardIncident } from '#shared/domain/board/types.ts'
import { alert, board, incident, MINUTE, NOW, people, plan, SECOND, step } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'
import { live, push, row, rows, show, useWall, wall } from './wall-kit.ts'

useWall()

const many = (count: number, part: (n: number) => Partial<BoardIncident> = () => ({})) =>
  Array.from({ length: count }, (_, n) =>
    incident({
      ...{ id: `i${n}`, place: `${n + 1}号厅`, receivedAt: NOW + n * SECOND, level: 4 },
      ...part(n),
    }),
  )
const places = (): string[] => wall.findAll('.spot').map((cell) => cell.text())
const cell = (id: string) => wall.get(`[data-cell="${id}"]`)
/** The whole board anew, as a station sends it after a change. */
async function become(incidents: readonly BoardIncident[], part: Partial<Board> = {}) {
  push({ kind: 'board', board: board({ position: 200, now: Date.now(), incidents, ...part }) })
  await nextTick()
}

describe('the strip', () => {
  it('stands there from five incidents on, in the order of report, and not before', async () => {
    await show(board({ incidents: many(4) }))
    expect(wall.find('.strip').exists()).toBe(false)
    await become(many(5).toReversed())
    expect(places()).toEqual(['1号厅', '2号厅', '3号厅', '4号厅', '5号厅'])
  })

  it('stands there from three on where a long place leaves them no page together', async () => {
    const far = (place: string) => board({ incidents: many(3, () => ({ place })) })
    await show(far('一号厅'), '?d=6&w=1210')
    expect(wall.find('.strip').exists()).toBe(false)
    expect(rows()).toHaveLength(3)
    wall.unmount()
    await show(far('滨江市民中心西附楼地下二层水泵房三号'), '?d=6&w=1210')
    expect(wall.findAll('.cell')).toHaveLength(3)
  })

  it('keeps everybody in his cell when one leaves, and gives that cell to the next', async () => {
    await show(board({ incidents: many(7) }))
    await become(many(7).filter(({ id }) => id !== 'i2'))
    await live(12) // what was found false has been told of
    expect(wall.findAll('.cell').map((each) => each.attributes('data-cell'))).toEqual([
      'i0',
      'i1',
      undefined,
      'i3',
      'i4',
      'i5',
      'i6',
    ])
    await become([...many(7).filter(({ id }) => id !== 'i2'), incident({ id: 'next' })])
    expect(wall.findAll('.cell')[2]?.attributes('data-cell')).toBe('next')
  })

  it('shows what is late inverse at the very second, drills hollow, and how grave each is', async () => {
    await show(
      board({
        incidents: many(6, (n) =>
          n === 0
            ? { steps: [step({ startedAt: NOW, dueAt: NOW + 5 * SECOND })] }
            : n === 1
              ? { drill: true }
              : n === 2
                ? { casualties: people({ dead: 1 }) }
                : {},
        ),
      }),
    )
    expect(cell('i0').classes()).not.toContain('late')
    await live(5)
    expect(cell('i0').classes()).toContain('late')
    expect(cell('i1').classes()).toContain('drill')
    expect(cell('i2').attributes('data-gravity')).toBe('3')
    expect(cell('i2').findAll('.bars i')).toHaveLength(3)
  })

  it('the header counts as many late as stand inverse below it, what nobody has taken among them', async () => {
    const member = { ...{ planId: 'plan-1', stepId: 'life', lifeSafety: true, dueAt: NOW } }
    const nudge = alert({
      ...{ kind: 'nudge', priority: 1, stepId: null, dueAt: NOW },
      members: [{ ...member, title: localized('疏散', 'Evacuate') }],
    })
    const untaken = step({ id: 'life', lifeSafety: true, nudgeAt: NOW })
    const late = step({ startedAt: NOW - SECOND, dueAt: NOW })
    await show(
      board({
        incidents: many(30, (n) => ({
          drill: n % 7 === 6,
          ...(n % 5 === 0 ? { steps: [untaken], alerts: [nudge] } : {}),
          ...(n % 5 === 1 ? { steps: [late] } : {}),
        })),
      }),
    )
    const inverse = wall.findAll('.cell.late:not(.drill)').length
    const inSums = wall.findAll('.sum.late:not(.drill)').length // a kind of which one is
    expect(inverse).toBeGreaterThan(5)
    expect(wall.get('.alarming').text()).toBe('超时10')
    expect(inverse + inSums).toBeLessThanOrEqual(10)
    for (const each of wall.findAll('.row.late:not(.drill)'))
      expect(cell(each.attributes('data-incident')!).classes()).toContain('late')
  })

  it('what is most urgent stands on every page, in the letters of the others where its own leave no room', async () => {
    const incidents = many(50, (n) =>
      n === 0
        ? { place: '滨江市民中心西附楼地下二层水泵房三号', casualties: people({ dead: 1 }) }
        : { place: `${n}号厅` },
    )
    await show(board({ incidents }))
    const [pages] = /\d+(?=页)/.exec(wall.get('.head .page').text()) ?? []
    expect(Number(pages)).toBeLessThan(50)
    for (let turn = 0; turn < 12; turn++) {
      expect(rows()[0]).toBe('i0')
      // alone above the month when that has its turn
      expect(rows().length > 1 || wall.find('.month').exists()).toBe(true)
      await live(4)
    }
    expect(row('i0').classes()).not.toContain('lead')
  })

  it('sums up what finds no cell by kind, the worst first', async () => {
    const kinds = ['火灾', '停电'] as const
    const incidents = many(40, (n) => ({
      kind: localized(kinds[n % 2]!, kinds[n % 2]!),
      ...(n === 30 ? { level: 1 } : {}),
    }))
    await show(board({ incidents: incidents.toSorted((a) => (a.level === 1 ? -1 : 1)) }))
    expect(places()).toHaveLength(24)
    expect(wall.get('.rest').text()).toBe('另有16起火灾×8停电×8')
  })

  it('marks a cell from the change on until its row was really shown', async () => {
    await show(board({ incidents: many(9) }))
    const incidents = many(9, (n) => (n === 8 ? { casualties: people({ dead: 2 }) } : {}))
    await become(incidents.toSorted((a) => (a.id === 'i8' ? -1 : 1)))
    expect(cell('i8').classes()).toContain('told')
    expect(rows()[0]).toBe('i8')
    await live(9)
    expect(cell('i8').classes()).not.toContain('told')
  })

  it('what is late for a day takes no turn: it is left over, in its cell and in a line', async () => {
    const old = alert({ raisedAt: NOW - DAY_MS - MINUTE, acknowledgedAt: NOW, stepId: 'old' })
    const overdue = step({ id: 'old', startedAt: NOW - 2 * DAY_MS, dueAt: NOW - DAY_MS })
    await show(
      board({
        incidents: many(6, (n) =>
          n === 0 ? { steps: [overdue], alerts: [old], kind: localized('停电', 'Power') } : {},
        ),
      }),
    )
    expect(cell('i0').classes()).not.toContain('late')
    expect(wall.get('.rest').text()).toBe('遗留1起停电×1')
    expect(wall.get('.counts').text()).toBe('进行中6超时0')
    const seen = new Set<string | undefined>()
    for (let turn = 0; turn < 6; turn++) {
      rows().forEach((id) => seen.add(id))
      await live(8)
    }
    expect([...seen].sort()).toEqual(['i1', 'i2', 'i3', 'i4', 'i5'])
  })

  it('stands beside the rows on a wide panel, and names the kind', async () => {
    vi.stubGlobal('innerWidth', 3840)
    await show(board({ incidents: many(5) }))
    expect(document.documentElement.dataset.strip).toBe('side')
    expect(wall.get('.cell .sort').text()).toBe('电话打不进')
    expect(rows()).toHaveLength(4)
  })

  it('has a cell for everybody where readers are far away, without words, that of the row underlined', async () => {
    const place = '滨江市民中心西附楼地下二层B区停车场东侧通道水泵房三号'
    const incidents = many(6, (n) => (n === 0 ? { place, casualties: people({ dead: 1 }) } : {}))
    await show(board({ incidents }), '?d=8&w=1218')
    expect(document.documentElement.dataset.density).toBe('stacked')
    expect(document.documentElement.dataset.lean).toBe('')
    expect(wall.findAll('[data-cell]')).toHaveLength(6)
    expect(places()).toEqual([])
    expect(rows()).toEqual(['i0'])
    expect(wall.findAll('.cell.shown').map((each) => each.attributes('data-cell'))).toEqual(['i0'])
    expect(row('i0').get('.what').text()).toMatch(/^滨江.*….*三号 /)
    expect(row('i0').classes()).not.toContain('tall')
  })

  it('gives far readers the figure beside its name', async () => {
    const late = {
      startedAt: NOW - MINUTE,
      dueAt: NOW - SECOND,
      short: localized('到场', 'Arrive'),
    }
    const incidents = many(6, (n) => (n === 0 ? { steps: [step(late)] } : {}))
    await show(board({ incidents }), '?d=8&w=1218')
    const cellOf = row('i0').get('.limit')
    expect(cellOf.get('.name').text()).toBe('到场超时')
    expect(cellOf.find('.hero').exists()).toBe(true)
  })

  it('says in a word that it is late beside a long name, too: a sign before a figure is not read', async () => {
    const late = {
      startedAt: NOW - MINUTE,
      dueAt: NOW - SECOND,
      short: localized('现场处置负责人到达现场', 'Officer in charge on the scene'),
    }
    const incidents = many(6, (n) => (n === 0 ? { steps: [step(late)] } : {}))
    await show(board({ incidents }), '?d=8&w=1218')
    expect(row('i0').get('.limit .name').text()).toMatch(/^现场.*超时$/)
  })

  it('and in English where what is the matter has no room beside its name', async () => {
    const untaken = step({ id: 'life', lifeSafety: true, nudgeAt: NOW - SECOND })
    const member = { ...{ planId: 'plan-1', stepId: 'life', lifeSafety: true, dueAt: NOW } }
    const nudge = alert({
      ...{ kind: 'nudge', priority: 1, stepId: null, dueAt: NOW },
      members: [{ ...member, title: localized('疏散', 'Evacuate') }],
    })
    const incidents = many(6, (n) => (n === 0 ? { steps: [untaken], alerts: [nudge] } : {}))
    await show(board({ incidents }), '?d=8&w=1218&lang=en')
    expect(row('i0').get('.limit .name').text()).toMatch(/Late$/)
  })

  it('without contact nothing of it is inverse', async () => {
    await show(sampleBoard(8))
    expect(wall.findAll('.cell.late').length).toBeGreaterThan(0)
    await vi.advanceTimersByTimeAsync(7_000)
    expect(wall.findAll('.cell.late')).toHaveLength(0)
  })
})

describe('the line of a change', () => {
  const line = () => wall.find('.change')
  const base = many(6)
  const changed = (part: Partial<BoardIncident>) =>
    base.map((each) => (each.id === 'i5' ? { ...each, ...part } : each))
  const smoke = plan({ planId: 'smoke' })
  const switchedTo = [{ ...smoke, supersededBy: 'fire' }, plan({ planId: 'fire' })]

  it.each<[string, Partial<BoardIncident>, string]>([
    ['raised', { level: 2, levelName: null }, '升至二级6号厅电话打不进'],
    ['casualties', { casualties: people({ dead: 1 }) }, '伤亡被困增加6号厅电话打不进死1'],
    ['switched', { plans: switchedTo }, '改用预案6号厅电话打不进'],
    ['contained', { state: 'contained' }, '已控制6号厅电话打不进'],
  ])('tells %s, and brings its row forward', async (kind, part, words) => {
    const start = base.map((each) => (each.id === 'i5' ? { ...each, plans: [smoke] } : each))
    await show(board({ incidents: start }))
    await become(changed({ plans: [smoke], ...part }))
    expect(line().attributes('data-change')).toBe(kind)
    expect(line().get('.words').text()).toBe(words)
    expect(rows()).toContain('i5')
    expect(row('i5').attributes('data-news')).toBe(kind)
  })

  it('tells what is new and what was found false, too, and stays for twelve seconds', async () => {
    await show(board({ incidents: base }))
    await become([...base, incident({ id: 'fire', place: '调压站', level: 1, levelName: null })])
    expect(line().get('.words').text()).toBe('新报调压站电话打不进一级')
    await live(11)
    expect(line().exists()).toBe(true)
    await live(2)
    expect(line().exists()).toBe(false)
    await become(base)
    expect(line().attributes('data-change')).toBe('falseReport')
    expect(wall.get('.foot').attributes('style')).toContain('display: none')
  })

  it('is none of what stood there when the wall was opened, and gives way to lost contact', async () => {
    await show(board({ incidents: base }))
    expect(line().exists()).toBe(false)
    await become(changed({ level: 1 }))
    expect(line().exists()).toBe(true)
    await vi.advanceTimersByTimeAsync(6_000)
    expect(line().exists()).toBe(false)
    expect(wall.get('.foot').attributes('style') ?? '').not.toContain('none')
  })

  it('says of many that they are many', async () => {
    await show(board({ incidents: [] }))
    await become(many(9))
    const texts: string[] = []
    for (let second = 0; second < 60; second++) {
      if (line().exists()) texts.push(line().get('.words').text())
      await live(1)
    }
    const lines = [...new Set(texts)]
    expect(lines).toHaveLength(4)
    expect(lines[3]).toBe('另有6处变化新×6')
  })
})
