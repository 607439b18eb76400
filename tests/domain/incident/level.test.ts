/**
 * Raising and lowering the response level (突发事件应对法 art. 71): within the levels of the plans that
 * run; downwards with a reason.
 */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const change = (scenario: Scenario, level: number, reason: string | null = null) =>
  scenario.send({ type: 'ChangeLevel', level, reason })
const running = (level?: number): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan('p', [step('a'), step('b', { when: { level: 2 } })]),
    level ? { level } : {},
  )
  return scenario
}

it('raised: with from and to; what hangs on the level follows', () => {
  const scenario = running(3)
  expect(scenario.step('b').state).toBe('hidden')
  expect(change(scenario, 2)).toBeNull()
  expect(scenario.board()).toMatchObject({ level: 2, levelName: { en: 'Level 2' } })
  expect(scenario.step('b').state).toBe('open')
  expect(scenario.all('LevelChanged')).toMatchObject([{ from: 3, to: 2, reason: null, by: '周敏' }])
})

it('lowered only with a reason', () => {
  const scenario = running(1)
  expect(change(scenario, 2)).toMatchObject({ code: 'reason-needed' })
  expect(change(scenario, 3, '火势已减弱')).toBeNull()
  expect(scenario.all('LevelChanged')).toMatchObject([{ from: 1, to: 3, reason: '火势已减弱' }])
})

it('set where there was none: nothing is lowered by that', () => {
  const scenario = running()
  expect(change(scenario, 4)).toBeNull()
  expect(scenario.all('LevelChanged')).toMatchObject([{ from: null, to: 4 }])
})

describe('refused', () => {
  it('a level that no running plan knows, naming those that there are', () => {
    expect(change(running(3), 7)).toMatchObject({
      code: 'bad-level',
      details: ['1', '2', '3', '4'],
    })
  })

  it('any level as long as no plan gives one', () => {
    expect(change(incidentAt(WORKDAY), 1)).toMatchObject({ code: 'bad-level' })
  })

  it('the level that it has', () => {
    expect(change(running(3), 3)).toMatchObject({ code: 'no-change' })
  })

  it('once the incident is over', () => {
    const scenario = running(3)
    scenario.move('closed', '无须处置')
    expect(change(scenario, 1)).toMatchObject({ code: 'incident-over' })
  })
})

it('the set is that of all running plans, highest first, in the words of the first; a superseded plan adds none', () => {
  const scenario = incidentAt(WORKDAY)
  const levels = (...of: number[]) =>
    of.map((level) => ({ level, name: localized(`${level}档`, `Grade ${level}`) }))
  scenario.activate(plan('p', [step('a')], { levels: levels(1, 2) }))
  scenario.activate(plan('q', [step('b')]))
  expect(scenario.board().levels.map(({ level, name }) => [level, name.zh])).toEqual([
    [1, '1档'],
    [2, '2档'],
    [3, '3级'],
    [4, '4级'],
  ])
  scenario.activate(plan('r', [step('c')], { levels: levels(2) }), { supersedes: 'q' })
  expect(scenario.board().levels.map(({ level }) => level)).toEqual([1, 2])
  expect(change(scenario, 3)).toMatchObject({ code: 'bad-level' })
})

it('changes neither severity nor warning', () => {
  const scenario = running(3)
  change(scenario, 1)
  expect(scenario.board()).toMatchObject({ severity: null, warning: null, state: 'responding' })
})
