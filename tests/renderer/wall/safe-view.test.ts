/** What the safe page of a wall says: the essentials, and never nothing where something failed. */
import { describe, expect, it, test } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import { readParams } from '#renderer/wall/params.ts'
import type { SafeState } from '#renderer/wall/safe/safe-line.ts'
import { safeView } from '#renderer/wall/safe/safe-view.ts'
import { board, incident, MINUTE, NOW, SECOND } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'

const MONO = 500_000
/** The clock of this machine is wrong by hours: what is shown is the station's time. */
const BEHIND = 200 * MINUTE
const SAFE = {
  ...{ since: NOW - MINUTE - BEHIND, tries: 0, nextTryAt: NOW + MINUTE - BEHIND },
}
const line = (part: Partial<SafeState> = {}): SafeState => ({
  ...{ board: sampleBoard(3), heardAt: MONO, offset: NOW - MONO, cycle: 1, isRefused: false },
  testId: null,
  ...part,
})
const view = (part: Partial<SafeState> = {}, search = '', safe: typeof SAFE | null = SAFE) =>
  safeView({
    ...{
      line: line(part),
      safe,
      params: readParams(search),
      language: 'zh',
      mono: MONO,
      machineNow: NOW - BEHIND,
    },
  })
const desk = {
  roleId: 'duty-officer',
  role: localized('值班员', 'Duty officer'),
  people: ['周敏'],
}
const withDesk = (part: Partial<Board> = {}): Board => ({
  ...sampleBoard(3),
  duty: [desk],
  ...part,
})

describe('the safe page', () => {
  it('says what and where, how late, who must act, the time, since when, and whom to call', () => {
    const { rows, state, counts, clock, why } = view({ board: withDesk() })
    expect(state).toBe('rows')
    expect(counts).toBe('进行中 2  超时 1  演练 1')
    expect(clock).toBe('14:32:08')
    expect(why).toBe('大屏画面出错，先用这一页 · 14:31起 · 14:33再试 · 请联系值班员 周敏')
    expect(rows[0]).toMatchObject({
      ...{ id: 'hotline', isLate: true, level: '三级', what: '热线中心 电话打不进' },
      ...{ figure: '+02:14', who: '信息中心 王磊' },
    })
    expect(rows.map(({ id, isDrill }) => [id, isDrill])).toEqual([
      ['hotline', false],
      ['fire', false],
      ['drill', true],
    ])
  })

  it('speaks the language of the wall, by its name, and shows what it is there for', () => {
    const named: NamedWall = {
      ...{ id: 'hall', name: '大厅屏', view: 'incidents', language: 'en', theme: 'dark' },
      ...{ level: 2, nameless: true },
    }
    const shown = view({ board: withDesk({ namedWalls: [named] }) }, '?wall=hall')
    expect(shown.rows.map(({ id }) => id)).toEqual(['fire'])
    expect(shown.why).toContain('Call Duty officer')
    expect(shown.why).not.toContain('周敏')
    expect(JSON.stringify(shown.rows)).not.toMatch(/李强/)
  })

  it('says that the face is being tried', () => {
    expect(view({}, '', null).why).toContain('正在试着恢复')
  })

  test.each<[string, Partial<SafeState>, string, RegExp, RegExp]>([
    [
      'nothing has come',
      { board: null, heardAt: null, offset: null },
      'unheard',
      /简易/,
      /还没有收到/,
    ],
    [
      'its address is not valid any more',
      { board: null, heardAt: null, offset: null, isRefused: true },
      'unheard',
      /简易/,
      /失效/,
    ],
    [
      'contact is lost, nothing ran',
      { board: board({ incidents: [] }), heardAt: MONO - 9 * SECOND },
      'lost',
      /失去联系 9秒 停在 14:31:59/,
      /失去联系前/,
    ],
    ['nothing runs', { board: board({ incidents: [] }) }, 'calm', /简易/, /没有进行中的事件/],
  ])('given %s, then it says so and is no empty board', (_case, part, state, title, empty) => {
    const shown = view(part)
    expect(shown.state).toBe(state)
    expect(shown.title).toMatch(title)
    expect(shown.empty).toMatch(empty)
  })

  it('given contact is lost, then nothing counts and nothing is late', () => {
    const { rows, title, clock } = view({ heardAt: MONO - 9 * SECOND })
    expect(title).toContain('失去联系')
    expect(rows[0]).toMatchObject({ isLate: false, figure: '14:29到' })
    expect(clock).toBe('14:32:08')
  })

  it('given an emergency record, then it says so and is no calm', () => {
    const left = {
      ...{ incidentId: 'l', place: '后厨', type: null, kind: localized('火警', 'Fire') },
      ...{ state: 'responding' as const, level: 2, drill: false, receivedAt: NOW },
      ...{ occurredAt: null, plans: [], discreet: false, done: 0, open: [], missing: 0 },
    }
    const emergency = {
      ...{ since: NOW, head: null, why: localized('坏了', 'Bad'), contact: null },
      incidents: [left],
    }
    const shown = view({ board: board({ incidents: [], emergency }) })
    expect(shown.fault).toBe('应急记录，原记录还有1起没接管')
    expect(shown.empty).toBe('')
  })

  it('given the room was left, then since when, whom to call, and who goes on; no calm', () => {
    const room = { leftAt: NOW, by: '周敏', contact: '周敏 8001', taken: null }
    const left = view({ board: board({ incidents: [], room }) })
    expect(left.room).toBe('值班室已撤离 · 14:32起 · 联系周敏 8001')
    expect(left.empty).toBe('')
    const taken = { at: NOW, by: '周敏', place: '二号楼大厅' }
    const goesOn = board({ incidents: [], room: { ...room, contact: null, taken } })
    expect(view({ board: goesOn }).room).toBe('值班室已撤离 · 14:32起 · 二号楼大厅接手')
    const hall = view({ board: board({ incidents: [], room: { ...room, taken } }) }, '?privacy=1')
    expect(hall.room).toBe('值班室已撤离 · 14:32起')
    expect(view().room).toBe('')
  })

  it('says who commands in the most urgent, and in a public hall nobody', () => {
    const command = {
      ...{ role: localized('值班领导', 'Duty leader'), people: ['何建国', '周敏'] },
      ...{ named: false, since: null },
    }
    const incidents = sampleBoard(3).incidents.map((each) => ({ ...each, command }))
    const shown = (search = '') =>
      view({ board: { ...sampleBoard(3), incidents } }, search).rows.map((row) => row.command)
    expect(shown()).toEqual(['指挥 何建国等 值班领导', '', ''])
    expect(shown('?privacy=1')).toEqual(['', '', ''])
  })

  it('names an incident by its number, too', () => {
    const shown = view({ board: board({ incidents: [incident({ number: '2026-017' })] }) })
    expect(shown.rows[0]?.what).toMatch(/ 2026-017$/)
  })

  it('given an incident that cannot be drawn, then it says so and draws the others', () => {
    const broken = { ...incident({ id: 'broken', place: '后厨' }), steps: null as never }
    const shown = view({ board: board({ incidents: [...sampleBoard(1).incidents, broken] }) })
    expect(shown.rows.map(({ id }) => id)).toEqual(['hotline', 'broken'])
    expect(shown.rows[1]).toMatchObject({
      what: '后厨',
      matter: expect.stringContaining('画不出来'),
    })
  })
})
