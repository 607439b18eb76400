/**
 * A wall at night: dim by its own times, bright at once when lives hang on something, and still
 * where nothing may blink.
 */
import { describe, expect, it, test, vi } from 'vitest'
import { nextTick } from 'vue'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import { needsLight } from '#renderer/wall/brightness.ts'
import { alert, board, incident, MINUTE, NOW, SECOND, step } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'
import { live, push, row, show, shown, useWall, wall } from './wall-kit.ts'

useWall()

const NIGHT = { from: '22:00', to: '07:00' }
const named = (part: Partial<NamedWall> = {}): NamedWall => ({
  ...{ id: 'hall', name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark' },
  ...{ night: NIGHT, ...part },
})
const light = (): string | undefined => document.documentElement.dataset.light
const at = (local: string): number => Date.parse(`${local}+08:00`)

async function shownAt(time: string, part: Partial<NamedWall> = {}): Promise<void> {
  vi.setSystemTime(at(time))
  await show(board({ now: Date.now(), namedWalls: [named(part)], incidents: [] }), '?wall=hall')
  await live(1)
}
const comes = async (part: Partial<BoardIncident>): Promise<void> => {
  push({
    kind: 'incident',
    ...{ previous: shown.position, position: shown.position + 1, now: Date.now() },
    incidentId: 'new',
    incident: incident({ id: 'new', receivedAt: Date.now(), ...part }),
    ...{ month: shown.month, lastIncidentAt: null },
  })
  await nextTick()
}

describe('a wall with a night', () => {
  it('given ten at night, then it is dim at that second, in both themes, and bright at seven', async () => {
    await shownAt('2026-12-31T21:59:57', { theme: 'light' })
    expect(light()).toBe('day')
    await live(3)
    expect(light()).toBe('night')
    expect(document.documentElement.dataset.theme).toBe('light')
    wall.unmount()
    await shownAt('2027-01-01T06:59:57')
    expect(light()).toBe('night')
    await live(3)
    expect(light()).toBe('day')
  })

  it('given the site set none, or the wall goes by no name, then it is never dim', async () => {
    await shownAt('2026-11-24T23:00:00', { night: undefined })
    expect(light()).toBe('day')
    wall.unmount()
    await show(board({ now: Date.now(), namedWalls: [named()] }))
    await live(1)
    expect(light()).toBe('day')
  })

  it('given lives hang on something, then it is bright at once, and dim again five minutes after', async () => {
    await shownAt('2026-11-24T23:00:00')
    expect(light()).toBe('night')
    await comes({ steps: [step({ id: 'call', lifeSafety: true })] })
    expect(light()).toBe('day')
    push({
      kind: 'board',
      board: board({
        now: Date.now(),
        namedWalls: [named()],
        incidents: [
          incident({
            id: 'new',
            steps: [step({ id: 'call', lifeSafety: true, state: 'done' })],
            alerts: [],
          }),
        ],
      }),
    })
    await live(60)
    expect(light()).toBe('day')
    await live(240)
    expect(light()).toBe('night')
  })

  it('given somebody must not notice, or it is a drill, then it stays dim', async () => {
    await shownAt('2026-11-24T23:00:00')
    await comes({ discreet: true, level: 1, steps: [step({ lifeSafety: true })] })
    expect(light()).toBe('night')
  })
})

test.each<[string, Partial<BoardIncident>, boolean]>([
  ['level Ⅰ', { level: 1 }, true],
  ['level Ⅰ that is contained', { level: 1, state: 'contained' }, false],
  ['level Ⅱ', { level: 2 }, false],
  ['an untaken step of life safety', { steps: [step({ lifeSafety: true })] }, true],
  ['a taken one', { steps: [step({ lifeSafety: true, state: 'accepted' })] }, false],
  ['an alert of priority 1', { alerts: [alert({ priority: 1, acknowledgedAt: null })] }, true],
  ['one that is acknowledged', { alerts: [alert({ priority: 1, acknowledgedAt: NOW })] }, false],
  ['an alert of priority 2', { alerts: [alert({ priority: 2, acknowledgedAt: null })] }, false],
  ['a drill of level Ⅰ', { level: 1, drill: true }, false],
  ['a discreet one of level Ⅰ', { level: 1, discreet: true }, false],
])('%s needs light: %s', (_case, part, needs) => {
  const quiet = { level: 3, state: 'responding', steps: [], alerts: [] } as const
  expect(needsLight(incident({ ...quiet, ...part }), NOW)).toBe(needs)
})

describe('a wall that is still', () => {
  it('given the site says so, then nothing blinks, and what is not acknowledged has its own frame', async () => {
    const site = { ...sampleBoard(2), namedWalls: [named({ still: true })] }
    await show(site, '?wall=hall')
    await live(1)
    const root = document.documentElement.dataset
    expect(root).toMatchObject({ motion: 'still', beat: 'on' })
    expect(row('hotline').classes()).toContain('blinking')
    await vi.advanceTimersByTimeAsync(700)
    expect(root.beat).toBe('on')
    push({ kind: 'board', board: { ...site, now: Date.now(), namedWalls: [named()] } })
    await live(1)
    expect(root.motion).toBe('moving')
    expect(root.beat).toBe('off')
  })

  it('given the machine asks for less motion, then it is still, too', async () => {
    const listeners = new Set<() => void>()
    const query = {
      matches: true,
      addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
      removeEventListener: (_type: string, listener: () => void) => listeners.delete(listener),
    }
    vi.stubGlobal('matchMedia', () => query)
    await show(sampleBoard(2))
    await live(1)
    expect(document.documentElement.dataset.motion).toBe('still')
    query.matches = false
    for (const changed of listeners) changed()
    await nextTick()
    expect(document.documentElement.dataset.motion).toBe('moving')
  })
})

describe('the turn of the day, the month and the year', () => {
  const header = (): string => wall.get('.head').text()

  it('given 23:59:58 on 31 December, then clock and date turn together, and nothing is lost', async () => {
    vi.setSystemTime(at('2026-12-31T23:59:58'))
    const calm = board({ now: Date.now(), incidents: [] })
    await show(calm)
    expect(header()).toContain('12月31日 周四')
    await live(1)
    expect(wall.get('.clock').text()).toBe('23:59:59')
    await live(1)
    expect(wall.get('.clock').text()).toBe('00:00:00')
    expect(header()).toContain('1月1日 周五')
    expect(wall.classes()).not.toContain('stale')
  })

  it('given a limit and an incident that run over midnight, then both go on by the second', async () => {
    vi.setSystemTime(at('2026-12-31T23:59:50'))
    const begun = Date.now() - 40 * SECOND
    const running = incident({
      id: 'fire',
      receivedAt: begun,
      nearest: 'call',
      steps: [step({ id: 'call', startedAt: begun, dueAt: Date.now() + 15 * SECOND })],
    })
    await show(board({ now: Date.now(), incidents: [running] }))
    await live(1)
    expect(row('fire').get('.hero').text()).toBe('00:14')
    await live(9)
    expect(wall.get('.clock').text()).toBe('00:00:00')
    expect(row('fire').get('.hero').text()).toBe('00:05')
    await live(6)
    expect(row('fire').get('.hero').text()).toBe('+00:01')
    expect(row('fire').get('.elapsed').text()).toBe('已56秒')
  })

  it('given the station begins a month, then the band has its figures and its name', async () => {
    vi.setSystemTime(at('2026-12-31T23:59:58'))
    const running = [incident({ id: 'fire', receivedAt: Date.now() - MINUTE })]
    const month = (name: string, incidents: number) => ({
      ...{ month: name, incidents, byCategory: [], drills: 0 },
      limits: { due: 0, met: 0, late: 0 },
    })
    await show(board({ now: Date.now(), incidents: running, month: month('2026-12', 7) }))
    expect(wall.get('.month').text()).toContain('7')
    await live(3)
    push({
      kind: 'board',
      board: board({ now: Date.now(), incidents: running, month: month('2027-01', 0) }),
    })
    await nextTick()
    expect(wall.get('.month').text()).not.toContain('7')
  })

  it('given the night turns, then what the calm wall and the month ask for is asked anew', async () => {
    const { sent } = await import('./wall-kit.ts')
    vi.setSystemTime(at('2026-12-31T23:59:30'))
    await show(board({ now: Date.now(), incidents: [] }))
    await live(1)
    const questions = (): number => sent.filter(({ name }) => name === 'wall/month').length
    const before = questions()
    await live(60)
    expect(questions()).toBeGreaterThan(before)
  })
})
