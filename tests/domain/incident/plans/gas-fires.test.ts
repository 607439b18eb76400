/**
 * The two procedures for a fire: business premises (S09-106 … S09-109) and offices (S09-111 …
 * S09-114).
 */
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, states } from '../../../kit/library.ts'

const AT = '2026-11-24T14:00:00+08:00'

describe('business premises', () => {
  const fire = (stage?: string, safe?: string): Scenario => {
    const scenario = runs('gas-premises-fire', AT)
    if (stage) scenario.answer('fire_stage', stage)
    if (safe) scenario.answer('people_safe', safe)
    return scenario
  }

  it.each([
    [undefined, undefined, 'waiting', 'waiting'],
    [undefined, 'no', 'hidden', 'open'],
    [undefined, 'yes', 'waiting', 'waiting'],
    ['initial', undefined, 'waiting', 'waiting'],
    ['initial', 'no', 'hidden', 'open'],
    ['initial', 'yes', 'open', 'hidden'],
    ['serious', undefined, 'hidden', 'open'],
    ['serious', 'yes', 'hidden', 'open'],
    ['serious', 'no', 'hidden', 'open'],
  ] as const)('S09-106, S09-107: fire %s, people safe %s', (stage, safe, fight, call) => {
    const scenario = fire(stage, safe)
    expect(states(scenario, 'pf-01', 'pf-02', 'pf-03')).toEqual([fight, call, call])
  })

  it('S09-107: 119 comes first, then people; both for life', () => {
    const scenario = fire('serious', 'no')
    expect(scenario.board().next).toBe('pf-02')
    expect(scenario.step('pf-02')).toMatchObject({
      calls: [{ number: '119' }],
      lifeSafety: true,
      urgency: 'prompt',
    })
    scenario.finish('pf-02')
    expect(scenario.board().next).toBe('pf-04')
    expect(scenario.finish('pf-04', 'skipped')?.code).toBe('reason-needed')
  })

  it('S09-108: the evacuation hangs on no answer, and the wall says so', () => {
    const scenario = fire()
    expect(scenario.step('pf-04').state).toBe('open')
    expect(scenario.board().notices).toEqual([])
    scenario.accept('pf-04')
    expect(scenario.board().notices).toHaveLength(1)
  })

  it('from its start to serious: 119 opens, fighting it hides', () => {
    const scenario = fire('initial', 'yes')
    scenario.accept('pf-01')
    scenario.answer('fire_stage', 'serious')
    expect(states(scenario, 'pf-01', 'pf-02')).toEqual(['hidden', 'open'])
  })

  it('S09-109: the inquiry opens once it is contained, whoever ticked what, and blocks closing', () => {
    const scenario = fire('initial', 'yes')
    scenario.finish('pf-04')
    expect(scenario.step('pf-05').state).toBe('waiting')
    scenario.move('contained')
    expect(scenario.step('pf-05').state).toBe('open')
    expect(scenario.move('closed')).toMatchObject({ code: 'close-blocked', details: ['pf-05'] })
    scenario.finish('pf-05')
    expect(scenario.move('closed')).toBeNull()
  })

  it('no limit is made up', () => {
    const scenario = fire('serious')
    scenario.pass('2 d')
    expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
  })
})

describe('offices', () => {
  const LARGE = ['fa-02', 'fa-03']
  const ALWAYS = ['fa-04', 'fa-05']
  const alarm = (size?: string): Scenario => {
    const scenario = runs('gas-fire-alarm-programme', AT)
    if (size) scenario.answer('fire_size', size)
    return scenario
  }

  it.each([
    [undefined, 'waiting', 'waiting'],
    ['small', 'open', 'hidden'],
    ['large', 'hidden', 'open'],
  ] as const)('S09-111 … S09-113: %s', (size, small, large) => {
    const scenario = alarm(size)
    expect(scenario.step('fa-01').state).toBe(small)
    expect(states(scenario, ...LARGE)).toEqual(LARGE.map(() => large))
    expect(states(scenario, ...ALWAYS)).toEqual(['open', 'open'])
  })

  it('S09-113: a fire that nobody has judged has 119 as its next action, never an empty board', () => {
    expect(alarm().board().next).toBe('fa-05')
  })

  it('S09-112 … S09-114: the alarm outside comes first, then people and 119, then the department head', () => {
    const scenario = alarm('large')
    const order: string[] = []
    for (let next = scenario.board().next; next && order.length < 5; next = scenario.board().next) {
      order.push(next)
      scenario.finish(next)
    }
    expect(order).toEqual(['fa-02', 'fa-06', 'fa-05', 'fa-03', 'fa-04'])
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('S09-114: alarm heard: %s', (heard, state) => {
    const scenario = alarm()
    if (heard) scenario.answer('alarm_heard', heard)
    expect(scenario.step('fa-06')).toMatchObject({ state, lifeSafety: true, urgency: 'immediate' })
    expect(scenario.step('fa-06').roleId).toBe('duty-staff') // nobody holds the post of those around
  })

  it('S09-114: pressing the alarm opens the way out, whether or not anybody has heard it', () => {
    const scenario = alarm('large')
    expect(scenario.step('fa-06').state).toBe('waiting')
    expect(scenario.board().notices).toEqual([])
    scenario.finish('fa-02')
    expect(scenario.step('fa-06').state).toBe('open')
    scenario.accept('fa-06')
    expect(scenario.board().notices).toHaveLength(1) // the wall says leave, not before
    scenario.answer('alarm_heard', 'no')
    expect(scenario.step('fa-06').state).toBe('accepted')
  })

  it('119 that was called stays called when the fire turns out small', () => {
    const scenario = alarm('large')
    scenario.finish('fa-05')
    scenario.answer('fire_size', 'small')
    expect(states(scenario, 'fa-01', 'fa-02', 'fa-05')).toEqual(['open', 'hidden', 'done'])
  })

  it('no limit is made up', () => {
    const scenario = alarm('large')
    scenario.pass('2 d')
    expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
  })
})
