/**
 * A discreet incident on walls: that of the room shows it and makes no sound; on a public one
 * nothing stirs, and no address makes it tell more.
 */
import { beforeEach, expect, it, vi } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { alert, board, incident, NOW, people, SECOND, step } from '../board-parts.ts'
import { played, Speaker } from '../speaker.ts'
import { cycle, live, push, row, rows, sent, show, shown, useWall, wall } from './wall-kit.ts'

useWall()
beforeEach(() => {
  played.length = 0
  vi.stubGlobal('AudioContext', Speaker)
})

const late = alert({ id: 'late', kind: 'late', priority: 1, stepId: 'call' })
const robbery = (discreet: boolean) =>
  incident({
    ...{ id: 'robbery', place: '柜台', danger: true, discreet },
    casualties: people({ dead: 1 }),
    steps: [step({ id: 'call', lifeSafety: true, dueAt: NOW - SECOND, people: ['张伟'] })],
    alerts: [late],
  })

/** It is reported while a wall hangs in the room. */
async function reported(discreet: boolean): Promise<void> {
  await show(board())
  await live(2)
  push({ kind: 'board', board: board({ incidents: [robbery(discreet)] }) })
  await live(20)
}

it('the wall of the room shows it, marked as news, and is silent', async () => {
  await reported(true)
  expect(rows()).toEqual(['robbery'])
  expect(row('robbery').classes()).toContain('late')
  expect(played).toEqual([])
})

it('of any other it tells with a tone, and sounds its alert', async () => {
  await reported(false)
  expect(played.length).toBeGreaterThan(2)
})

it('on a public wall the position goes on with the beat: nothing stirs, and nothing is asked', async () => {
  const calm = board({ public: true, duty: [], incidents: [incident({ id: 'lift' })] })
  await show(calm)
  await live(3)
  const before = wall.html()
  const earlier = sent.length
  for (const position of [140, 141, 190]) {
    push({
      ...{ kind: 'beat', cycle, now: Date.now(), walls: [], storageFailed: false },
      ...{ previous: calm.position, position, head: shown.head },
    })
    await vi.advanceTimersByTimeAsync(0)
  }
  expect(wall.html()).toBe(before)
  expect(played).toEqual([])
  expect(sent.slice(earlier).filter(({ name }) => name === 'board/read')).toEqual([])
})

it.each(['', '?privacy=0', '?lang=en'])(
  'a public wall names nobody, whatever its address: %s',
  async (search) => {
    const desk = { roleId: 'desk', role: localized('值班员', 'Desk'), people: ['李娜'] }
    const steps = [step({ id: 'call', dueAt: NOW + SECOND, people: ['张伟'] })]
    for (const [isPublic, shows] of [
      [undefined, true],
      [true, false],
    ] as const) {
      wall?.unmount()
      const sign = isPublic ? { public: isPublic } : {}
      await show(board({ ...sign, duty: [desk], incidents: [incident({ steps })] }), search)
      expect(wall.text().includes('张伟')).toBe(shows)
    }
  },
)
