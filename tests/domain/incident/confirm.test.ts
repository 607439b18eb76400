/**
 * Provisional activation (先行启动): the finder starts the plan at once, the leading group confirms or
 * declines.
 */
import { describe, expect, it } from 'vitest'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const activation = { by: 'desk', confirmedBy: 'head', clause: 'S00-01' }
const BANK = plan(
  'bank',
  [
    step('b1'),
    step('decide', { confirms: true }),
    step('b3', { due: { within: 5 * MINUTE, from: 'activated' } }),
  ],
  { activation },
)
const ANNEX = plan('annex', [step('a1')], { extends: 'bank', replaces: ['b1'] })

const running = (
  response: Plan = BANK,
  part: Parameters<Scenario['activate']>[1] = {},
): Scenario => {
  const scenario = incidentAt(WORKDAY, { library: [BANK, ANNEX] })
  scenario.activate(response, part)
  return scenario
}
const shown = (scenario: Scenario, planId = 'bank') =>
  scenario.board().plans.find((entry) => entry.planId === planId)

describe('a plan that says who confirms', () => {
  it('starts provisionally, and the board says who has to confirm', () => {
    expect(shown(running())).toMatchObject({
      provisional: true,
      confirmer: { zh: '岗位head' },
      confirmedBy: null,
      confirmedAt: null,
      declined: null,
    })
  })

  it('starts for good where that is said', () => {
    expect(shown(running(BANK, { provisional: false }))).toMatchObject({
      provisional: false,
      confirmer: null,
    })
  })

  it('any other plan may be started provisionally by wish; then whoever commands confirms', () => {
    const scenario = running(plan('p', [step('x')]), { provisional: true })
    expect(shown(scenario, 'p')).toMatchObject({
      provisional: true,
      confirmer: { zh: '岗位leader' },
    })
    expect(shown(running(plan('p', [step('x')])), 'p')).toMatchObject({ provisional: false })
  })
})

describe('confirming', () => {
  it('is recorded with person and instant', () => {
    const scenario = running()
    scenario.pass('2 min')
    expect(scenario.confirm('bank')).toBeNull()
    expect(shown(scenario)).toMatchObject({
      provisional: true,
      confirmedBy: '周敏',
      confirmedAt: scenario.now(),
    })
  })

  it('happens by the step that confirms, too', () => {
    const scenario = running()
    scenario.finish('decide')
    expect(scenario.all('ActivationConfirmed')).toMatchObject([
      { planId: 'bank', stepId: 'decide' },
    ])
    expect(shown(scenario)?.confirmedBy).toBe('周敏')
    expect(scenario.confirm('bank')?.code).toBe('not-provisional')
  })

  it.each(['skipped', 'not-applicable'] as const)('does not happen by that step %s', (outcome) => {
    const scenario = running()
    scenario.finish('decide', outcome, '不开会')
    expect(shown(scenario)?.confirmedBy).toBeNull()
  })

  it('by that step of a plan that was started for good says nothing', () => {
    const scenario = running(BANK, { provisional: false })
    scenario.finish('decide')
    expect(scenario.all('ActivationConfirmed')).toEqual([])
  })
})

describe('declining', () => {
  it('ends the plan: its unfinished steps do not apply, their alerts go, what is done stays', () => {
    const scenario = running()
    scenario.finish('b1')
    scenario.pass('6 min')
    expect(scenario.decline('bank', '误判')).toBeNull()
    expect(scenario.board().steps.map(({ id, state }) => [id, state])).toEqual([
      ['b1', 'done'],
      ['decide', 'not-applicable'],
      ['b3', 'not-applicable'],
    ])
    expect(scenario.step('decide').reason).toBe(
      '先行启动《预案bank》未获确认时未做 / not done when the activation of "Plan bank" was declined',
    )
    expect(scenario.board().alerts).toEqual([])
    expect(scenario.deadlines()).toEqual([])
    expect(shown(scenario)).toMatchObject({
      declined: { at: scenario.now(), by: '周敏', reason: '误判' },
      supersededBy: null,
    })
    expect(scenario.state().state).toBe('responding')
  })

  it('needs a reason', () => {
    const scenario = running()
    expect(scenario.decline('bank')).toMatchObject({
      code: 'reason-needed',
      message: { zh: '不确认先行启动须写明原因' },
    })
    expect(shown(scenario)?.declined).toBeNull()
  })

  it('keeps the plan out of this incident, and takes no record of it any more', () => {
    const scenario = running()
    scenario.decline('bank', '误判')
    expect(scenario.activate(BANK)).toMatchObject({
      code: 'plan-superseded',
      message: { zh: '《预案bank》先行启动后未获确认，在这起事件中不能再启动' },
    })
    expect(scenario.correct('b1')?.code).toBe('unknown-step')
    expect(scenario.confirm('bank')?.code).toBe('plan-not-running')
    expect(scenario.decline('bank', '再来')?.code).toBe('plan-not-running')
  })

  it('explains no lateness', () => {
    const scenario = running()
    scenario.pass('6 min')
    scenario.decline('bank', '误判')
    expect(scenario.move('closed')).toMatchObject({ code: 'close-blocked', details: ['b3'] })
  })
})

describe('an annex', () => {
  it('that says nothing itself is started as the base that comes with it, and the two are confirmed as one', () => {
    const scenario = running(ANNEX)
    expect(shown(scenario, 'annex')).toMatchObject({
      provisional: true,
      confirmer: { zh: '岗位head' },
    })
    expect(shown(scenario)).toMatchObject({ provisional: false })
    expect(scenario.confirm('bank')?.code).toBe('not-provisional')
    scenario.finish('decide') // a step of the base
    expect(shown(scenario, 'annex')?.confirmedBy).toBe('周敏')
  })

  it('declined, ends with the base that it brought', () => {
    const scenario = running(ANNEX)
    scenario.decline('annex', '误判')
    expect(scenario.board().plans.map(({ declined }) => declined?.reason)).toEqual(['误判', '误判'])
    expect(scenario.board().steps.every(({ state }) => state === 'not-applicable')).toBe(true)
  })

  it('declined, gives a base that runs by itself its steps back', () => {
    const scenario = running(BANK, { provisional: false })
    scenario.activate(ANNEX, { provisional: true })
    expect(scenario.step('b1').state).toBe('not-applicable')
    scenario.decline('annex', '误判')
    expect(scenario.step('b1').state).toBe('open')
    expect(shown(scenario)?.declined).toBeNull()
  })

  it('of a base that runs already is not provisional because of it', () => {
    const scenario = running()
    scenario.activate(ANNEX)
    expect(shown(scenario, 'annex')?.provisional).toBe(false)
  })
})

describe('refused', () => {
  it('for a plan that does not run, one that was started for good, and one that is superseded', () => {
    const scenario = running(BANK, { provisional: false })
    expect(scenario.confirm('other')?.code).toBe('plan-not-running')
    expect(scenario.confirm('bank')).toMatchObject({
      code: 'not-provisional',
      message: { zh: '预案“bank”不在待确认之列，无须确认' },
    })
    scenario.activate(plan('p', [step('x')]), { supersedes: 'bank' })
    expect(scenario.confirm('bank')?.code).toBe('plan-not-running')
  })

  it('once the incident is over', () => {
    const scenario = running()
    scenario.move('falseReport', '误报')
    expect(scenario.confirm('bank')?.code).toBe('incident-over')
  })
})
