/**
 * A plan that was started by mistake can be ended: what of it is late stays late, the rest counts
 * nowhere, and what lives depend on is not left without a reason.
 */
import { describe, expect, it } from 'vitest'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { limitResult } from '#shared/domain/statistics/limit.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR, MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const CALL = [{ who: localized('消防', 'Fire brigade'), number: '119' }] as never

const stop = (
  scenario: Scenario,
  planId: string,
  reasons: Record<string, string> = {},
): Refusal | null => scenario.send({ type: 'StopPlan', planId, reason: '启动错了', reasons })
const running = (...plans: readonly Plan[]): Scenario => {
  const scenario = incidentAt(WORKDAY, { library: plans })
  for (const next of plans) scenario.activate(next)
  return scenario
}

describe('a plan that is stopped', () => {
  it('is over; what nobody did of it does not apply, and the station says so', () => {
    const scenario = running(plan('p', [step('a'), step('b')]), plan('q', [step('c')]))
    scenario.finish('a')
    expect(stop(scenario, 'p')).toBeNull()
    expect(scenario.board().plans[0]).toMatchObject({
      stopped: { by: '周敏' },
      declined: { by: '周敏' },
      supersededBy: null,
    })
    expect([scenario.step('a').state, scenario.step('b').state]).toEqual(['done', 'not-applicable'])
    expect(scenario.step('b').automatic?.zh).toBe('停用《预案p》时未做')
    expect(scenario.recorded.find(({ type }) => type === 'StepFinished' && true)?.by).toBe('周敏')
    expect(scenario.all('StepFinished').at(-1)?.by).toBe('Vigil')
    expect(scenario.state().state).toBe('responding')
    expect(scenario.activate(plan('p', [step('a')]))?.code).toBe('plan-superseded')
  })

  it('late limits stay late, the others count nowhere', () => {
    const scenario = running(
      plan('p', [
        step('late', { due: { within: 5 * MINUTE, from: 'reported' } }),
        step('running', { due: { within: HOUR, from: 'reported' } }),
      ]),
    )
    scenario.pass('10 min')
    stop(scenario, 'p')
    scenario.pass('2 h')
    const { limits } = projectStats(scenario.state(), scenario.world)
    expect(limits.map((limit) => limitResult(limit, scenario.now()))).toEqual([
      'late',
      'not-counted',
    ])
    expect(scenario.board().alerts).toEqual([])
  })

  it('was the last one: the incident is being assessed', () => {
    const scenario = running(plan('p', [step('a')]))
    stop(scenario, 'p')
    expect(scenario.state()).toMatchObject({ state: 'assessing' })
    expect(scenario.state().moments.assessing).toBe(scenario.now())
  })

  it('an annex takes the base along that it brought, and what it had replaced comes back', () => {
    const base = plan('base', [step('a'), step('b')])
    const annex = plan('annex', [step('x')], { extends: 'base', replaces: ['a'] })
    const scenario = incidentAt(WORKDAY, { library: [base, annex] })
    scenario.activate(annex)
    expect(stop(scenario, 'base')?.code).toBe('plan-in-use')
    expect(stop(scenario, 'annex')).toBeNull()
    expect(scenario.board().plans.every(({ stopped }) => stopped !== null)).toBe(true)
    const other = incidentAt(WORKDAY, { library: [base, annex] })
    other.activate(base)
    other.activate(annex)
    stop(other, 'annex')
    expect(other.step('a').state).toBe('open')
  })
})

describe('what lives depend on', () => {
  const life = plan('p', [
    step('call', { lifeSafety: true, calls: CALL }),
    step('out', { lifeSafety: true }),
  ])

  it('needs a reason for each step, which stands with it', () => {
    const scenario = running(life)
    expect(stop(scenario, 'p', { call: '没有火' })).toMatchObject({
      ...{ code: 'life-safety-open', details: ['out'] },
    })
    expect(stop(scenario, 'p', { call: '没有火', out: '没有火' })).toBeNull()
    expect(scenario.step('out')).toMatchObject({ reason: '没有火', automatic: null })
    expect(scenario.move('closed', '没有火')).toBeNull()
  })

  it('needs none where another running plan has the same call or the same step', () => {
    const other = plan('q', [
      step('dial', { calls: CALL }),
      step('leave', { title: step('out').title }),
    ])
    const scenario = running(life, other)
    expect(stop(scenario, 'p')).toBeNull()
    expect(scenario.step('call').automatic).not.toBeNull()
  })

  it('needs none where one was given at a gate, nor for a further time of what was done once', () => {
    const again = step('count', { lifeSafety: true, repeat: { every: HOUR, until: 'lifted' } })
    const scenario = running(plan('p', [step('out', { lifeSafety: true }), again]))
    scenario.finish('count')
    expect(scenario.move('contained', undefined, { out: '消防已清场' })).toBeNull()
    expect(scenario.step('count').state).toBe('open')
    expect(stop(scenario, 'p')).toBeNull()
  })

  it('is no matter once it is done, or does not apply', () => {
    const scenario = running(life)
    scenario.finish('call')
    scenario.finish('out', 'not-applicable', '没有人')
    expect(stop(scenario, 'p')).toBeNull()
  })
})

it('refused: a plan that does not run', () => {
  const scenario = running(plan('p', [step('a')]))
  expect(stop(scenario, 'q')?.code).toBe('plan-not-running')
  stop(scenario, 'p')
  expect(stop(scenario, 'p')?.code).toBe('plan-not-running')
})
