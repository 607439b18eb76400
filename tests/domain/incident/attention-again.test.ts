/** An alert of attention that was acknowledged is never the last that is heard of its incident. */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { isNewSince, type Member } from '#shared/domain/incident/rules/attention-members.ts'
import type { Question, Step } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { MINUTE, plan, step, yesNo } from '../../kit/plan.ts'

const START = '2026-11-23T14:00:00+08:00'
const running = (steps: readonly Step[], facts: readonly Question[] = []): Scenario => {
  const scenario = incidentAt(START, { attention: ATTENTION_DEFAULTS })
  scenario.activate(plan('p1', steps, { facts }))
  return scenario
}
const alert = (scenario: Scenario) => scenario.board().alerts[0] ?? null
const acknowledge = (scenario: Scenario): void =>
  void scenario.acknowledge(alert(scenario)?.id ?? '')
const isQuiet = (scenario: Scenario): boolean => alert(scenario)?.acknowledgedAt !== null

describe('an alert that was acknowledged', () => {
  it('over steps that life does not hang on sounds again after half an hour', () => {
    const scenario = running([step('tell', { urgency: 'immediate' })])
    scenario.pass('3min')
    acknowledge(scenario)
    scenario.pass('1799s')
    expect(isQuiet(scenario)).toBe(true)
    scenario.pass('1s')
    expect(isQuiet(scenario)).toBe(false)
    expect(alert(scenario)).toMatchObject({ kind: 'nudge', priority: 3 })
  })

  it('waits as long again after an act on something else', () => {
    const scenario = running([step('tell', { urgency: 'immediate' }), step('tidy')])
    scenario.pass('3min')
    acknowledge(scenario)
    scenario.pass('9min')
    scenario.note('在等回话')
    scenario.pass('1799s')
    expect(isQuiet(scenario)).toBe(true)
    scenario.pass('1s')
    expect(isQuiet(scenario)).toBe(false)
  })

  it('over a question that only a limit waits for sounds again, too', () => {
    const timed = step('mend', {
      when: { fact: 'kind', is: 'yes' },
      due: { within: 90 * MINUTE, from: 'reported' },
    })
    const scenario = running([timed], [yesNo('kind')])
    scenario.pass('1min')
    acknowledge(scenario)
    scenario.pass('30min')
    expect(isQuiet(scenario)).toBe(false)
  })

  it('sounds again for a step of life safety that was taken and of which nobody has heard since', () => {
    const scenario = running([
      step('tell', { urgency: 'immediate' }),
      step('out', { lifeSafety: true }),
    ])
    scenario.accept('out')
    scenario.pass('3min')
    acknowledge(scenario) // of what nobody has told yet: the other is in hand
    scenario.pass('2min')
    expect(alert(scenario)?.members.map(({ stepId }) => stepId)).toEqual(['out', 'tell'])
    expect(isQuiet(scenario)).toBe(true)
    scenario.pass('1min')
    expect(isQuiet(scenario)).toBe(false)
    expect(alert(scenario)).toMatchObject({
      priority: 1,
      cause: { zh: '没有回音：out；没人办：tell（2项）' },
    })
  })
})

it('an acknowledgement covers what had come due in that very millisecond', () => {
  const clock = { kind: 'taken', planId: 'p1', stepId: 'out', factKey: null } as const
  const since = { startedAt: 0, dueAt: 1_000, every: 1_000, joinedAt: 1_000, ended: null }
  const member: Member = {
    clock: { ...clock, ...since, quiet: false, assumed: false },
    lifeSafety: true,
    atOnce: true,
    owner: 'lead',
    title: localized('疏散', 'Evacuate'),
  }
  expect(isNewSince(member, 999)).toBe(true)
  expect(isNewSince(member, 1_000)).toBe(false)
})
