/**
 * One thing, one alert: what stands late has its own alert, and attention leaves it alone until
 * somebody has acknowledged that.
 */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { Step } from '#shared/domain/plan/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step } from '../../kit/plan.ts'

const START = '2026-11-23T14:00:00+08:00'
const within = (seconds: number): Partial<Step> => ({
  lifeSafety: true,
  due: { within: seconds * 1000, from: 'activated' },
})
const running = (...steps: readonly Step[]): Scenario => {
  const scenario = incidentAt(START, { attention: ATTENTION_DEFAULTS })
  scenario.activate(plan('p1', steps))
  return scenario
}
const kinds = (scenario: Scenario) => scenario.board().alerts.map(({ kind }) => kind)
const lateAlert = (scenario: Scenario): string =>
  scenario.board().alerts.find(({ kind }) => kind === 'late')?.id ?? ''

describe('a step of life safety with a limit', () => {
  it('of a minute: its limit and its nudge come due together, and raise one alert', () => {
    const scenario = running(step('119', within(60)))
    scenario.pass('1min')
    expect(scenario.all('AlertRaised').map(({ alert }) => alert.kind)).toEqual(['late'])
    expect(kinds(scenario)).toEqual(['late'])
  })

  it('that was asked for before it is late leaves the nudge, which goes with its last member', () => {
    const scenario = running(step('119', within(120)))
    scenario.pass('1min')
    expect(kinds(scenario)).toEqual(['nudge'])
    scenario.pass('1min')
    expect(kinds(scenario)).toEqual(['late'])
  })

  it('leaves to attention what has no alert of its own', () => {
    const scenario = running(step('119', within(60)), step('out', { lifeSafety: true }))
    scenario.pass('1min')
    const nudge = scenario.board().alerts.find(({ kind }) => kind === 'nudge')
    expect(nudge?.members.map(({ stepId }) => stepId)).toEqual(['out'])
  })

  it('acknowledged and in nobody’s hands: attention asks for it again three minutes later', () => {
    const scenario = running(step('119', within(60)))
    scenario.pass('1min')
    scenario.acknowledge(lateAlert(scenario))
    scenario.pass('179s')
    expect(kinds(scenario)).toEqual(['late'])
    scenario.pass('1s')
    expect(kinds(scenario)).toEqual(['late', 'nudge'])
  })

  it('acknowledged, and the clock was put back since: it is asked for all the same', () => {
    const scenario = running(step('119', within(60)))
    scenario.pass('1min')
    scenario.acknowledge(lateAlert(scenario))
    const [nudge] = scenario.deadlines().filter(({ fires }) => fires === 'nudge')
    scenario.setClock('-1h')
    scenario.check(nudge?.key ?? '') // three minutes have run all the same
    expect(kinds(scenario).toSorted()).toEqual(['late', 'nudge'])
    expect(scenario.all('AttentionDue')).toHaveLength(1)
  })

  it('acknowledged and taken: it is asked after when its time has come again', () => {
    const scenario = running(step('119', within(60)))
    scenario.accept('119')
    scenario.pass('1min')
    scenario.acknowledge(lateAlert(scenario))
    scenario.pass('239s')
    expect(kinds(scenario)).toEqual(['late'])
    scenario.pass('1s')
    expect(kinds(scenario)).toEqual(['late', 'nudge'])
  })
})

it('a late step that no life hangs on has its own alert, and joins none', () => {
  const scenario = running(
    step('tell', { urgency: 'immediate', due: { within: 60_000, from: 'activated' } }),
  )
  scenario.pass('1min')
  scenario.acknowledge(lateAlert(scenario))
  scenario.pass('8min')
  expect(kinds(scenario)).toEqual(['late'])
})
