/** What could not be read is said on a wall beside what could, and whom to call. */
import { expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { undrawnIncident } from '#shared/domain/board/undrawn.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import { board, incident, NOW } from '../board-parts.ts'
import { live, push, show, shown, useWall, wall } from './wall-kit.ts'

useWall()

const duty = [
  { roleId: 'duty-officer', role: localized('值班员', 'Duty officer'), people: ['周敏'] },
]
const broken = undrawnIncident('broken', null, NOW, () => null, false)
const notice = (): string => wall.get('.foot .notice').text()
const running = (part: Partial<Board> = {}): Board =>
  board({ duty, incidents: [incident({ id: 'fire' }), incident({ id: 'lift' })], ...part })

/** A change of an incident that cannot be put into the board, and cannot be read with the whole. */
async function miss(incidentId: string): Promise<void> {
  push({
    kind: 'incident',
    ...{ previous: shown.position + 1, position: shown.position + 2, now: Date.now() },
    ...{ incidentId, incident: incident({ id: incidentId }) },
    ...{ month: shown.month, lastIncidentAt: null },
  })
  await live(4)
}

it('given one that the station cannot draw beside others, then the wall says so and whom to call', async () => {
  await show(running({ incidents: [incident({ id: 'fire' }), broken] }))
  expect(notice()).toBe('有1起事件读不出，请联系值班员 周敏')
  expect(wall.get('.foot .notice').classes()).toContain('failed')
})

it('given one that was heard of and is not there, then it is said until it has been read', async () => {
  await show(running())
  await live(1)
  expect(notice()).not.toContain('读不出')
  await miss('new')
  expect(notice()).toBe('有1起事件读不出，请联系值班员 周敏')
  push({ kind: 'board', board: { ...running(), position: shown.position + 2 } })
  await live(1)
  expect(notice()).not.toContain('读不出')
})

it('given a row that stands still, then it is said, too: it may be on another page', async () => {
  await show(running())
  await miss('lift')
  expect(notice()).toContain('有1起事件读不出')
})

it('given a wall that may not show everything, then of what nobody knows it says nothing', async () => {
  const wallOf = (byType: boolean): NamedWall => ({
    ...({ id: 'hall', name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark' } as const),
    ...(byType ? { byType } : {}),
  })
  for (const byType of [true, false]) {
    wall?.unmount()
    await show(running({ namedWalls: [wallOf(byType)] }), '?wall=hall')
    await miss('new')
    expect(notice().includes('读不出')).toBe(!byType)
  }
})

it('given a public wall, then it names nobody', async () => {
  await show(running({ incidents: [incident({ id: 'fire' }), broken] }), '?privacy=1')
  expect(notice()).toBe('有1起事件读不出，请联系值班员')
})

it('given a wall of one line, then it is a number of it', async () => {
  const line: NamedWall = {
    ...({ id: 'hall', name: '门口屏', view: 'line', language: 'zh', theme: 'dark' } as const),
  }
  await show(
    running({ incidents: [incident({ id: 'fire' }), broken], namedWalls: [line] }),
    '?wall=hall',
  )
  await live(1)
  expect(wall.get('.one-line').text()).toContain('读不出 1')
})
