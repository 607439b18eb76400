/** A panel measured by a bank card: what keys make of the card, and what the console hears. */
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import WallRoot from '#renderer/wall/WallRoot.vue'
import { cardWithin, firstCard, stepOf } from '#renderer/wall/card-size.ts'
import { board, incident } from '../board-parts.ts'
import { live, push, sent, show, useWall, wall } from './wall-kit.ts'

const hall: NamedWall = {
  ...{ id: 'hall', name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark' },
}
const opened = (named: Partial<NamedWall> = {}) =>
  show(board({ namedWalls: [{ ...hall, ...named }] }), '?wall=hall&calibrate=1', WallRoot)
async function press(key: string, times = 1): Promise<void> {
  for (let n = 0; n < times; n++) dispatchEvent(new KeyboardEvent('keydown', { key }))
  await nextTick()
}
const lastSign = () => sent.filter(({ name }) => name === 'wall/alive').at(-1)?.input

describe('the card', () => {
  it('grows and shrinks by keys, and stays on the panel', () => {
    expect(['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'x'].map(stepOf)).toEqual([
      ...[-0.5, 0.5, -8, 8],
      null,
    ])
    expect(cardWithin(5_000, 1_920)).toBe(768)
    expect(cardWithin(1, 1_920)).toBe(24)
  })

  it('begins as the panel is known, else as one of 55 inches', () => {
    expect(firstCard(1_920, 1_080, 1_218)).toBe(135)
    expect(firstCard(1_920, 1_080, null)).toBe(135)
    expect(firstCard(1_080, 1_920, null)).toBe(135)
    expect(firstCard(1_920, 1_080, 531)).toBe(309.5)
  })
})

describe('a wall that is measured', () => {
  useWall()

  it('draws a card, and says what the panel is by it', async () => {
    await opened({ distance: 3, width: 531 })
    expect(wall.get('.card-side').attributes('style')).toContain('--card: 309.5px')
    expect(wall.get('.size').text()).toContain('531 × 299毫米')
    await press('ArrowUp', 2)
    expect(wall.get('.size').text()).toContain('505 × 284毫米')
    expect(wall.text()).toContain('3米外看是')
  })

  it('tells the console once somebody is done, and goes back when it is saved', async () => {
    await opened()
    await press('ArrowLeft')
    await live(6)
    expect(lastSign()).not.toHaveProperty('measured')
    expect(lastSign()).toMatchObject({ aside: 'calibration' })
    await press('Enter')
    await live(1)
    expect(lastSign()).toMatchObject({ named: 'hall', measured: { width: 1222, height: 687 } })
    expect(wall.get('[role=status]').text()).toContain('已传到控制台')
    const saved = { ...hall, distance: 5, width: 1222, height: 687 }
    push({ kind: 'board', board: board({ position: 200, namedWalls: [saved] }) })
    await nextTick()
    expect(wall.find('.calibration').exists()).toBe(false)
    expect(wall.find('.wall').exists()).toBe(true)
  })

  it('goes back by Escape, after ten minutes, and at once when something happens', async () => {
    await opened()
    await press('Escape')
    expect(wall.find('.wall').exists()).toBe(true)
    wall.unmount()
    await opened()
    await live(11 * 60)
    expect(wall.find('.wall').exists()).toBe(true)
    wall.unmount()
    await opened()
    const incidents = [incident({ id: 'fire' })]
    push({ kind: 'board', board: board({ position: 200, namedWalls: [hall], incidents }) })
    await nextTick()
    expect(wall.find('[data-incident=fire]').exists()).toBe(true)
  })
})
