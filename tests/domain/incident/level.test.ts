/**
 * Raising and lowering the response level (突发事件应对法 art. 71): within the levels of the plans that
 * run; downwards with a reason.
 */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const change = (led: Led, level: number, reason: string | null = null) =>
  led.send({ type: 'ChangeLevel', level, reason })
const running = (level?: number): Led => {
  const led = reported(WORKDAY)
  led.activate(plan('p', [step('a'), step('b', { when: { level: 2 } })]), level ? { level } : {})
  return led
}

it('raised: with from and to; what hangs on the level follows', () => {
  const led = running(3)
  expect(led.step('b').state).toBe('hidden')
  expect(change(led, 2)).toBeNull()
  expect(led.board()).toMatchObject({ level: 2, levelName: { en: 'Level 2' } })
  expect(led.step('b').state).toBe('open')
  expect(led.all('LevelChanged')).toMatchObject([{ from: 3, to: 2, reason: null, by: '周敏' }])
})

it('lowered only with a reason', () => {
  const led = running(1)
  expect(change(led, 2)).toMatchObject({ code: 'reason-needed' })
  expect(change(led, 3, '火势已减弱')).toBeNull()
  expect(led.all('LevelChanged')).toMatchObject([{ from: 1, to: 3, reason: '火势已减弱' }])
})

it('set where there was none: nothing is lowered by that', () => {
  const led = running()
  expect(change(led, 4)).toBeNull()
  expect(led.all('LevelChanged')).toMatchObject([{ from: null, to: 4 }])
})

describe('refused', () => {
  it('a level that no running plan knows, naming those that there are', () => {
    expect(change(running(3), 7)).toMatchObject({
      code: 'bad-level',
      details: ['1', '2', '3', '4'],
    })
  })

  it('any level as long as no plan gives one', () => {
    expect(change(reported(WORKDAY), 1)).toMatchObject({ code: 'bad-level' })
  })

  it('the level that it has', () => {
    expect(change(running(3), 3)).toMatchObject({ code: 'no-change' })
  })

  it('once the incident is over', () => {
    const led = running(3)
    led.move('closed')
    expect(change(led, 1)).toMatchObject({ code: 'incident-over' })
  })
})

it('the set is that of all running plans, highest first, in the words of the first; a superseded plan adds none', () => {
  const led = reported(WORKDAY)
  const levels = (...of: number[]) =>
    of.map((level) => ({ level, name: localized(`${level}档`, `Grade ${level}`) }))
  led.activate(plan('p', [step('a')], { levels: levels(1, 2) }))
  led.activate(plan('q', [step('b')]))
  expect(led.board().levels.map(({ level, name }) => [level, name.zh])).toEqual([
    [1, '1档'],
    [2, '2档'],
    [3, '3级'],
    [4, '4级'],
  ])
  led.activate(plan('r', [step('c')], { levels: levels(2) }), { supersedes: 'q' })
  expect(led.board().levels.map(({ level }) => level)).toEqual([1, 2])
  expect(change(led, 3)).toMatchObject({ code: 'bad-level' })
})

it('changes neither severity nor warning', () => {
  const led = running(3)
  change(led, 1)
  expect(led.board()).toMatchObject({ severity: null, warning: null, state: 'responding' })
})
