/**
 * A wall over midnight, month and year, a wall that was away and comes back, and one that has no
 * board: it is right by itself, and never looks as if nothing were going on.
 */
import { describe, expect, it, test, vi } from 'vitest'
import { localDate } from '#shared/domain/calendar.ts'
import { MINUTE, SECOND, ZONE, board, incident, step } from '../board-parts.ts'
import { calmRead } from './read-samples.ts'
import {
  answers,
  live,
  mountWall,
  push,
  row,
  rows,
  sent,
  show,
  shown,
  useWall,
  wall,
} from './wall-kit.ts'

useWall()

const at = (local: string): number => Date.parse(`${local}+08:00`)
const requestsOf = (name: string) => sent.filter((request) => request.name === name)

describe('over a border of the calendar', () => {
  test.each([
    ['midnight', '2026-11-24T23:59:50', '11月24日', '11月25日'],
    ['the end of a month', '2026-11-30T23:59:50', '11月30日', '12月1日'],
    ['the end of a year', '2026-12-31T23:59:50', '12月31日', '1月1日'],
    ['the last of February', '2028-02-28T23:59:50', '2月28日', '2月29日'],
  ])('%s: the date turns with the clock, nobody touches it', async (_case, from, before, after) => {
    vi.setSystemTime(at(from))
    await show(board({ now: at(from) }))
    await live(1)
    expect(wall.get('.head').text()).toContain(before)
    await live(14)
    expect(wall.get('.head').text()).toContain(after)
    expect(wall.get('.head').text()).toContain('00:00')
  })

  it('a limit that ends after midnight counts on and is late at its second', async () => {
    const from = at('2026-12-31T23:59:50')
    vi.setSystemTime(from)
    const due = step({ id: 'due', dueAt: from + 20 * SECOND, stage: 'on-site' })
    const running = incident({ id: 'fire', steps: [due], receivedAt: from - MINUTE })
    await show(board({ now: from, incidents: [running] }))
    await live(15)
    expect(row('fire').get('.hero').text()).toMatch(/^00:0\d$/)
    expect(row('fire').classes()).not.toContain('late')
    await live(8)
    expect(row('fire').classes()).toContain('late')
  })

  it('a calm wall asks anew for the month that has begun', async () => {
    const from = at('2026-11-30T23:59:30')
    vi.setSystemTime(from)
    answers['wall/calm'] = calmRead({ at: from })
    await show(board({ now: from }))
    await live(15)
    const before = requestsOf('wall/month').length
    await live(40)
    expect(localDate(Date.now(), ZONE)).toBe('2026-12-01')
    expect(requestsOf('wall/month').length).toBeGreaterThan(before)
  })
})

describe('a wall that was away', () => {
  it('without a turn for an hour says at its first that it is out of date, and is right with the next beat', async () => {
    await show(board({ incidents: [incident({ id: 'fire' })] }))
    await live(3)
    vi.setSystemTime(Date.now() + 60 * MINUTE)
    const clock = performance.now() + 60 * MINUTE
    vi.spyOn(performance, 'now').mockImplementation(() => clock)
    await vi.advanceTimersByTimeAsync(2 * SECOND)
    expect(wall.classes()).toContain('stale')
    expect(rows()).toEqual(['fire'])
    vi.restoreAllMocks()
    push({ kind: 'board', board: { ...shown, now: Date.now() } })
    await live(2)
    expect(wall.classes()).not.toContain('stale')
  })

  it('and was said good-bye for says that it lives as soon as it is shown again', async () => {
    await show(board())
    await live(6)
    dispatchEvent(new Event('pagehide'))
    expect(requestsOf('wall/alive').at(-1)).toMatchObject({ input: { leaving: true } })
    await live(6)
    const { input } = requestsOf('wall/alive').at(-1)!
    expect(input).not.toHaveProperty('leaving')
  })
})

describe('an error', () => {
  it('is never drawn as an empty board: before the first board nothing says that all is calm', async () => {
    await show(board())
    wall.unmount()
    mountWall({
      request: async () => ({ ok: false, code: 'internal' }),
      onPush: () => () => undefined,
      status: { value: 'live' },
      name: { value: '' },
      connections: 0,
    })
    await vi.advanceTimersByTimeAsync(30 * SECOND)
    expect(wall.text()).not.toContain('无事件')
    expect(wall.text()).toContain('失去联系')
  })
})
