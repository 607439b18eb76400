/**
 * Conditions over the type and the level of an incident: unknown until they are said, and followed
 * at once when they change.
 */
import { describe, expect, it } from 'vitest'
import type { Condition } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const kind = (code: string) => ({
  code,
  name: localized(code, code),
  category: 'top',
  legal: null,
  words: [],
})
const planWhen = (when: Condition) => plan('p', [step('a', { when })])
const running = (when: Condition, part: { type?: string; level?: number } = {}): Scenario => {
  const scenario = incidentAt(WORKDAY, part.type ? { type: kind(part.type) } : {})
  scenario.activate(planWhen(when), part.level ? { level: part.level } : {})
  return scenario
}

describe('the type', () => {
  it.each([
    ['top.fire', ['top.fire'], 'open'],
    ['top.fire', ['top'], 'open'],
    ['top.fire', ['top.flood', 'top.fire'], 'open'],
    ['top.fire', ['top.fi'], 'hidden'],
    ['top', ['top.fire'], 'hidden'],
  ] as const)('%s under %j: %s', (type, codes, state) => {
    expect(running({ type: codes }, { type }).step('a').state).toBe(state)
  })

  it('keeps a step waiting while there is none, and the board says so', () => {
    const scenario = running({ not: { type: ['top'] } })
    expect(scenario.step('a')).toMatchObject({
      state: 'waiting',
      waitsFor: [],
      waitsForUnset: ['type'],
    })
    scenario.send({
      type: 'ActivatePlan',
      plan: plan('q', [step('b')]),
      classify: { code: 'other.x', category: 'other', legal: null },
      level: null,
      commander: null,
      provisional: null,
      supersedes: null,
    })
    expect(scenario.step('a')).toMatchObject({ state: 'open', waitsForUnset: [] })
  })
})

describe('the level', () => {
  it.each([
    [1, 'open'],
    [2, 'open'],
    [3, 'hidden'],
  ] as const)('%i for a step from level 2 up: %s', (level, state) => {
    expect(running({ level: 2 }, { level }).step('a').state).toBe(state)
  })

  it('keeps a step waiting while there is none', () => {
    expect(running({ level: 2 }).step('a')).toMatchObject({
      state: 'waiting',
      waitsForUnset: ['level'],
    })
  })

  it('that rises opens the step at once; one that falls takes it back, and what is done stays', () => {
    const scenario = running({ level: 2 }, { level: 3 })
    scenario.activate(plan('q', [step('b')]), { level: 1 })
    expect(scenario.step('a').state).toBe('open')
    scenario.activate(plan('r', [step('c')]), { level: 4 })
    expect(scenario.step('a').state).toBe('hidden')
    scenario.activate(plan('s', [step('d')]), { level: 2 })
    scenario.finish('a')
    scenario.activate(plan('t', [step('e')]), { level: 4 })
    expect(scenario.step('a').state).toBe('done')
  })
})
