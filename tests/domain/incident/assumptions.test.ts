/** What is assumed while nobody answers, at its borders: calls, other plans, limits and figures. */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { Plan, Step } from '#shared/domain/plan/plan.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'

const START = '2026-11-23T14:00:00+08:00'
const big = { fact: 'big', is: 'yes' } as const
const asking = (id: string, steps: readonly Step[]): Plan =>
  plan(id, steps, { facts: [yesNo('big', { inDoubt: { answer: 'yes' } })] })
const life = (id: string, part: Partial<Step> = {}): Step =>
  step(id, { lifeSafety: true, when: big, ...part })
const running = (...plans: readonly Plan[]): Scenario => {
  const scenario = incidentAt(START, { attention: ATTENTION_DEFAULTS })
  for (const plan of plans) scenario.activate(plan)
  return scenario
}

describe('what is assumed', () => {
  it('is assumed by each plan that asks the same, as it says itself', () => {
    const scenario = running(asking('p1', [life('a')]), asking('p2', [life('b')]))
    scenario.pass('1min')
    expect(scenario.step('a')).toMatchObject({ state: 'open', assumed: true })
    expect(scenario.step('b')).toMatchObject({ state: 'open', assumed: true })
  })

  it('is assumed, too, by a plan that comes when the time is over', () => {
    const scenario = running(asking('p1', [life('a')]))
    scenario.pass('5min')
    scenario.activate(asking('p2', [life('b')]))
    expect(scenario.step('b')).toMatchObject({ state: 'open', assumed: true })
  })

  it('goes on in a plan that takes the place of the one that assumed it, and is asked for anew', () => {
    const scenario = running(asking('p1', [life('a')]))
    scenario.pass('70s')
    scenario.activate(asking('p2', [life('b')]), { supersedes: 'p1', reasons: { a: '改由乙方案' } })
    expect(scenario.step('b')).toMatchObject({ state: 'open', assumed: true })
    expect(scenario.board().asks).toEqual({ key: 'big', planId: 'p2' })
    scenario.pass('1min')
    expect(scenario.board().alerts[0]?.members[0]).toMatchObject({ factKey: 'big', planId: 'p2' })
  })

  it('waits its time in a plan that takes the place of one that had assumed nothing yet', () => {
    const scenario = running(asking('p1', [life('a')]))
    scenario.pass('30s')
    scenario.activate(asking('p2', [life('b')]), { supersedes: 'p1', reasons: { a: '改由乙方案' } })
    scenario.pass('59s')
    expect(scenario.step('b').assumed).toBe(false)
    scenario.pass('1s')
    expect(scenario.step('b').assumed).toBe(true)
  })

  it('is not made by a call for another plan: nobody knows whether it has to be made', () => {
    const calls = [{ number: '119', who: localized('消防', 'Fire brigade') }]
    const scenario = running(
      plan('p1', [step('119', { lifeSafety: true, calls })]),
      asking('p2', [life('119 again', { calls })]),
    )
    scenario.pass('1min')
    scenario.finish('119')
    expect(scenario.step('119 again')).toMatchObject({ state: 'open', assumed: true })
  })

  it('is not missed where a limit counts from it', () => {
    const scenario = running(
      asking('p1', [
        life('out'),
        step('count', { due: { within: 10 * MINUTE, from: { step: 'out' } } }),
      ]),
    )
    scenario.pass(HOUR)
    expect(scenario.all('AlertRaised').map(({ alert }) => alert.kind)).toEqual(['nudge'])
    scenario.answer('big', 'yes')
    scenario.pass('10min')
    expect(scenario.board().alerts.map(({ kind }) => kind)).toContain('not-recorded')
  })

  it('counts from the answer that makes it true, as if nothing had been assumed', () => {
    const scenario = running(asking('p1', [life('out')]))
    scenario.pass('5min')
    scenario.answer('big', 'yes')
    const answeredAt = Date.parse(START) + 5 * MINUTE
    expect(scenario.step('out')).toMatchObject({ openedAt: answeredAt, assumed: false })
    expect(projectStats(scenario.state(), scenario.world).nudges).toMatchObject([
      { factKey: 'big', doneAt: answeredAt },
      { stepId: 'out', startedAt: answeredAt, dueAt: answeredAt + MINUTE },
    ])
  })

  it('is no longer so called once it is done', () => {
    const scenario = running(asking('p1', [life('out')]))
    scenario.pass('1min')
    scenario.finish('out')
    expect(scenario.step('out')).toMatchObject({ state: 'done', assumed: false })
  })
})
