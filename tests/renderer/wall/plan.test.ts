/** A wall whose job is a floor: lit where something is the matter, and a list that hides nobody. */
import { expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import { board, incident, MINUTE, NOW, SECOND, step } from '../board-parts.ts'
import { FLOOR } from '../floor-sample.ts'
import { answers, live, sent, show, status, useWall, wall } from './wall-kit.ts'

useWall()

const named: NamedWall = {
  ...{ id: 'hall', name: '二楼屏', view: 'plan', planOf: 'f2', language: 'zh', theme: 'dark' },
}
const two = [
  incident({ id: 'smoke', place: '二楼机房', placeId: 'rack', receivedAt: NOW - 5 * MINUTE }),
  incident({ id: 'lift', place: '一楼电梯', placeId: 'ground' }),
]
async function opened(incidents = two, reply: unknown = FLOOR): Promise<void> {
  if (reply !== undefined) answers['wall/floor-plan'] = reply
  await show(board({ namedWalls: [named], incidents }), '?wall=hall')
  await live(1)
  await nextTick()
}
const entries = () =>
  wall
    .findAll('.list li[data-incident]')
    .map((line) => [line.attributes('data-incident'), line.get('.number').text()])

it('asks for its floor, lights the place, and numbers what stands there', async () => {
  await opened()
  expect(sent.find(({ name }) => name === 'wall/floor-plan')?.input).toEqual({ placeId: 'f2' })
  expect(wall.get('[data-spot=machines]').text()).toBe('1')
  expect(entries()).toEqual([
    ['smoke', '1'],
    ['lift', '–'],
  ])
  expect(wall.findAll('.list li').map((line) => line.text())[1]).toBe('不在图上')
  expect(wall.get('[data-incident=smoke]').text()).toContain('已5分')
  expect(wall.findAll('.legend li').map((each) => each.text())).toEqual([
    ...['事发处', '安全出口', '灭火器'],
  ])
})

it('says in words that the floor is calm, that there is none, and that it cannot be read', async () => {
  await opened([])
  expect(wall.get('.list').text()).toBe('二楼没有事件')
  wall.unmount()
  await opened(two, null)
  expect(wall.get('.words').text()).toContain('没有这张平面图')
  expect(entries()).toEqual([
    ['smoke', '–'],
    ['lift', '–'],
  ])
})

it('shows as many as there is room for, and the number of the others', async () => {
  await opened(Array.from({ length: 20 }, (_, n) => incident({ id: `i${n}`, placeId: 'meeting' })))
  const lines = entries().length
  expect(lines).toBeGreaterThan(3)
  expect(wall.get('.list').text()).toContain(`另有${20 - lines}起`)
  expect(wall.get('[data-spot=meeting]').text().split(' ')).toHaveLength(20)
})

it('marks what is late, and no more once contact is lost', async () => {
  const due = { startedAt: NOW - 10 * MINUTE, dueAt: NOW - MINUTE, late: true }
  await opened([incident({ id: 'late', placeId: 'meeting', steps: [step(due)] })])
  expect(wall.find('.late').exists()).toBe(true)
  status.value = 'lost'
  await vi.advanceTimersByTimeAsync(10 * SECOND)
  expect(wall.find('main.stale .list li').exists()).toBe(true)
  expect(wall.find('.list .late').exists()).toBe(false)
  expect(wall.find('[data-spot=meeting]').exists()).toBe(true)
})
