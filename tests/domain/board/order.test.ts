/** The orders of attention among the steps of an incident: the next action, the nearest limit. */
import { describe, expect, it } from 'vitest'
import type { Step } from '#shared/domain/plan/plan.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const running = (...steps: Step[]): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', steps))
  return scenario
}
const due = (minutes: number): Pick<Step, 'due' | 'late'> =>
  step('x', { due: { within: minutes * MINUTE, from: 'reported' } })
const timed = (id: string, minutes: number, part: Partial<Step> = {}): Step =>
  step(id, { due: due(minutes).due, late: due(minutes).late, ...part })

describe('the next action', () => {
  it('is a life-safety step before everything', () => {
    const scenario = running(
      timed('soon', 1, { urgency: 'immediate' }),
      step('life', { lifeSafety: true }),
    )
    expect(scenario.board().next).toBe('life')
    scenario.pass('10 min') // also when another step is late
    expect(scenario.board().next).toBe('life')
    scenario.accept('life') // and also when somebody has it in hand
    expect(scenario.board().next).toBe('life')
  })

  it('is next one that nobody has accepted', () => {
    const scenario = running(step('a', { urgency: 'immediate' }), step('b'))
    expect(scenario.board().next).toBe('a')
    scenario.accept('a')
    expect(scenario.board().next).toBe('b')
    scenario.accept('b')
    expect(scenario.board().next).toBe('a')
  })

  it('is after these one that is to be done at once', () => {
    expect(
      running(
        timed('limit', 1),
        step('prompt', { urgency: 'prompt' }),
        step('now', { urgency: 'immediate' }),
      ).board().next,
    ).toBe('now')
  })

  it('is among the rest the one with the nearest limit, then by the order of the plan', () => {
    expect(running(step('first'), timed('far', 30), timed('near', 10)).board().next).toBe('near')
    expect(running(step('first'), step('second')).board().next).toBe('first')
    expect(running(timed('one', 10), timed('two', 10)).board().next).toBe('one')
  })

  it('is never one that waits, is hidden or is finished; there may be none', () => {
    const scenario = running(
      step('a'),
      step('b', { after: ['a'], lifeSafety: true }),
      step('c', { when: { step: 'a', is: 'late' }, lifeSafety: true }),
    )
    expect(scenario.board().next).toBe('a')
    scenario.finish('a')
    expect(scenario.board().next).toBe('b')
    scenario.finish('b')
    expect(scenario.board().next).toBeNull()
  })
})

describe('the nearest limit', () => {
  it('is that of the unfinished step with the earliest dueAt, accepted ones too; the longest past comes first', () => {
    const scenario = running(step('none'), timed('far', 30), timed('near', 10))
    expect(scenario.board().nearest).toBe('near')
    scenario.accept('near')
    expect(scenario.board().nearest).toBe('near')
    scenario.pass('40 min')
    expect(scenario.board().nearest).toBe('near')
    scenario.finish('near')
    expect(scenario.board().nearest).toBe('far')
    scenario.finish('far')
    expect(scenario.board().nearest).toBeNull()
  })

  it('does not look at a limit that has not started', () => {
    const scenario = running(
      step('a'),
      step('b', { due: { within: MINUTE, from: { step: 'a' } } }),
      timed('c', 60),
    )
    expect(scenario.board().nearest).toBe('c')
    scenario.finish('a')
    expect(scenario.board().nearest).toBe('b')
  })
})
