/** A call that is made counts for every plan that runs, and for nothing but the call. */
import { describe, expect, it } from 'vitest'
import type { Call, Step } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step } from '../../kit/plan.ts'

const call = (number: string | null): Call => ({ number, who: localized('消防', 'Fire brigade') })
const calling = (id: string, number: string | null, part: Partial<Step> = {}): Step =>
  step(id, { lifeSafety: true, calls: [call(number)], ...part })
const both = (first: Step, second: Step): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('fire', [first]))
  scenario.activate(plan('gas', [second]))
  return scenario
}

describe('119 rung for one plan', () => {
  it('is rung for the other, which says so', () => {
    const scenario = both(calling('a', '119'), calling('b', '119'))
    scenario.finish('a')
    expect(scenario.step('b')).toMatchObject({ state: 'already-done', doneBy: 'Vigil' })
    expect(scenario.step('b').reason).toContain('《预案fire》里已经打过')
  })

  it.each([
    ['another number', calling('b', '120')],
    ['nobody in particular', calling('b', null)],
    ['the same and another', step('b', { calls: [call('119'), call('120')] })],
    ['no call at all', step('b')],
    [
      'more than the call',
      calling('b', '119', { evidence: { what: localized('录音', 'tape'), keepDays: 30 } }),
    ],
    [
      'a plan that it starts',
      calling('b', '119', { starts: { plan: 'x', handsOver: false, what: localized('', '') } }),
    ],
  ])('leaves a step with %s to be done', (_what, other) => {
    const scenario = both(calling('a', '119'), other)
    scenario.finish('a')
    expect(scenario.step('b').state).toBe('open')
  })

  it('counts only once it is made', () => {
    const scenario = both(calling('a', '119'), calling('b', '119'))
    scenario.finish('a', 'not-applicable', '误报')
    expect(scenario.step('b').state).toBe('open')
  })
})
