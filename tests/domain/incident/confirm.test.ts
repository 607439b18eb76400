/**
 * Provisional activation (先行启动): the finder starts the plan at once, the leading group confirms or
 * declines.
 */
import { describe, expect, it } from 'vitest'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
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

const running = (own: Plan = BANK, part: Parameters<Led['activate']>[1] = {}): Led => {
  const led = reported(WORKDAY, { library: [BANK, ANNEX] })
  led.activate(own, part)
  return led
}
const shown = (led: Led, planId = 'bank') => led.board().plans.find((one) => one.planId === planId)

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
    const led = running(plan('p', [step('x')]), { provisional: true })
    expect(shown(led, 'p')).toMatchObject({ provisional: true, confirmer: { zh: '岗位leader' } })
    expect(shown(running(plan('p', [step('x')])), 'p')).toMatchObject({ provisional: false })
  })
})

describe('confirming', () => {
  it('is recorded with person and instant', () => {
    const led = running()
    led.pass('2 min')
    expect(led.confirm('bank')).toBeNull()
    expect(shown(led)).toMatchObject({
      provisional: true,
      confirmedBy: '周敏',
      confirmedAt: led.now(),
    })
  })

  it('also happens by the step that confirms', () => {
    const led = running()
    led.finish('decide')
    expect(led.all('ActivationConfirmed')).toMatchObject([{ planId: 'bank', stepId: 'decide' }])
    expect(shown(led)?.confirmedBy).toBe('周敏')
    expect(led.confirm('bank')?.code).toBe('not-provisional')
  })

  it.each(['skipped', 'not-applicable'] as const)('does not happen by that step %s', (outcome) => {
    const led = running()
    led.finish('decide', outcome, '不开会')
    expect(shown(led)?.confirmedBy).toBeNull()
  })

  it('by that step of a plan that was started for good says nothing', () => {
    const led = running(BANK, { provisional: false })
    led.finish('decide')
    expect(led.all('ActivationConfirmed')).toEqual([])
  })
})

describe('declining', () => {
  it('ends the plan: its unfinished steps do not apply, their alerts go, what is done stays', () => {
    const led = running()
    led.finish('b1')
    led.pass('6 min')
    expect(led.decline('bank', '误判')).toBeNull()
    expect(led.board().steps.map(({ id, state }) => [id, state])).toEqual([
      ['b1', 'done'],
      ['decide', 'not-applicable'],
      ['b3', 'not-applicable'],
    ])
    expect(led.step('decide').reason).toBe(
      '先行启动《预案bank》未获确认时未做 / not done when the activation of "Plan bank" was declined',
    )
    expect(led.board().alerts).toEqual([])
    expect(led.deadlines()).toEqual([])
    expect(shown(led)).toMatchObject({
      declined: { at: led.now(), by: '周敏', reason: '误判' },
      supersededBy: null,
    })
    expect(led.state().state).toBe('responding')
  })

  it('needs a reason', () => {
    const led = running()
    expect(led.decline('bank')).toMatchObject({
      code: 'reason-needed',
      message: { zh: '不确认先行启动须写明原因' },
    })
    expect(shown(led)?.declined).toBeNull()
  })

  it('keeps the plan out of this incident, and takes no record of it any more', () => {
    const led = running()
    led.decline('bank', '误判')
    expect(led.activate(BANK)).toMatchObject({
      code: 'plan-superseded',
      message: { zh: '《预案bank》先行启动后未获确认，在这起事件中不能再启动' },
    })
    expect(led.correct('b1')?.code).toBe('unknown-step')
    expect(led.confirm('bank')?.code).toBe('plan-not-running')
    expect(led.decline('bank', '再来')?.code).toBe('plan-not-running')
  })

  it('explains no lateness', () => {
    const led = running()
    led.pass('6 min')
    led.decline('bank', '误判')
    expect(led.move('closed')).toMatchObject({ code: 'close-blocked', details: ['b3'] })
  })
})

describe('an annex', () => {
  it('that says nothing itself is started as the base that comes with it, and the two are confirmed as one', () => {
    const led = running(ANNEX)
    expect(shown(led, 'annex')).toMatchObject({ provisional: true, confirmer: { zh: '岗位head' } })
    expect(shown(led)).toMatchObject({ provisional: false })
    expect(led.confirm('bank')?.code).toBe('not-provisional')
    led.finish('decide') // a step of the base
    expect(shown(led, 'annex')?.confirmedBy).toBe('周敏')
  })

  it('declined, ends with the base that it brought', () => {
    const led = running(ANNEX)
    led.decline('annex', '误判')
    expect(led.board().plans.map(({ declined }) => declined?.reason)).toEqual(['误判', '误判'])
    expect(led.board().steps.every(({ state }) => state === 'not-applicable')).toBe(true)
  })

  it('declined, gives a base that runs by itself its steps back', () => {
    const led = running(BANK, { provisional: false })
    led.activate(ANNEX, { provisional: true })
    expect(led.step('b1').state).toBe('not-applicable')
    led.decline('annex', '误判')
    expect(led.step('b1').state).toBe('open')
    expect(shown(led)?.declined).toBeNull()
  })

  it('of a base that runs already is not provisional because of it', () => {
    const led = running()
    led.activate(ANNEX)
    expect(shown(led, 'annex')?.provisional).toBe(false)
  })
})

describe('refused', () => {
  it('for a plan that does not run, one that was started for good, and one that is superseded', () => {
    const led = running(BANK, { provisional: false })
    expect(led.confirm('other')?.code).toBe('plan-not-running')
    expect(led.confirm('bank')).toMatchObject({
      code: 'not-provisional',
      message: { zh: '预案“bank”不在待确认之列，无须确认' },
    })
    led.activate(plan('p', [step('x')]), { supersedes: 'bank' })
    expect(led.confirm('bank')?.code).toBe('plan-not-running')
  })

  it('once the incident is over', () => {
    const led = running()
    led.move('falseReport', '误报')
    expect(led.confirm('bank')?.code).toBe('incident-over')
  })
})
