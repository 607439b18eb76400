/**
 * The two procedures for a fire: business premises (S09-106 … S09-109) and offices (S09-111 …
 * S09-114).
 */
import { describe, expect, it } from 'vitest'
import type { Led } from '../../../kit/incident.ts'
import { runs, states } from '../../../kit/library.ts'

const AT = '2026-11-24T14:00:00+08:00'

describe('business premises', () => {
  const fire = (stage?: string, safe?: string): Led => {
    const led = runs('gas-premises-fire', AT)
    if (stage) led.answer('fire_stage', stage)
    if (safe) led.answer('people_safe', safe)
    return led
  }

  it.each([
    [undefined, undefined, 'waiting', 'waiting'],
    [undefined, 'no', 'hidden', 'waiting'],
    [undefined, 'yes', 'waiting', 'waiting'],
    ['initial', undefined, 'waiting', 'hidden'],
    ['initial', 'no', 'hidden', 'hidden'],
    ['initial', 'yes', 'open', 'hidden'],
    ['serious', undefined, 'hidden', 'open'],
    ['serious', 'yes', 'hidden', 'open'],
    ['serious', 'no', 'hidden', 'open'],
  ] as const)('S09-106, S09-107: fire %s, people safe %s', (stage, safe, fight, call) => {
    const led = fire(stage, safe)
    expect(states(led, 'pf-01', 'pf-02', 'pf-03')).toEqual([fight, call, call])
  })

  it('S09-107: 119 comes first, then people; both for life', () => {
    const led = fire('serious', 'no')
    expect(led.board().next).toBe('pf-02')
    expect(led.step('pf-02')).toMatchObject({
      calls: [{ number: '119' }],
      lifeSafety: true,
      urgency: 'prompt',
    })
    led.finish('pf-02')
    expect(led.board().next).toBe('pf-04')
    expect(led.finish('pf-04', 'skipped')?.code).toBe('reason-needed')
  })

  it('S09-108: the evacuation hangs on no answer, and the wall says so', () => {
    const led = fire()
    expect(led.step('pf-04').state).toBe('open')
    expect(led.board().notices).toHaveLength(1)
  })

  it('from its start to serious: 119 opens, fighting it hides', () => {
    const led = fire('initial', 'yes')
    led.accept('pf-01')
    led.answer('fire_stage', 'serious')
    expect(states(led, 'pf-01', 'pf-02')).toEqual(['hidden', 'open'])
  })

  it('S09-109: the inquiry opens after fire fighting and evacuation, and blocks closing', () => {
    const led = fire('initial', 'yes')
    led.finish('pf-04')
    expect(led.step('pf-05').state).toBe('waiting')
    led.finish('pf-01')
    expect(led.step('pf-05').state).toBe('open')
    expect(led.move('closed')).toMatchObject({ code: 'close-blocked', details: ['pf-05'] })
    led.finish('pf-05')
    expect(led.move('closed')).toBeNull()
  })

  it('no limit is made up', () => {
    const led = fire('serious')
    led.pass('2 d')
    expect(led.board()).toMatchObject({ nearest: null, alerts: [] })
  })
})

describe('offices', () => {
  const LARGE = ['fa-02', 'fa-03', 'fa-04', 'fa-05']
  const alarm = (size?: string): Led => {
    const led = runs('gas-fire-alarm-programme', AT)
    if (size) led.answer('fire_size', size)
    return led
  }

  it.each([
    [undefined, 'waiting', 'waiting'],
    ['small', 'open', 'hidden'],
    ['large', 'hidden', 'open'],
  ] as const)('S09-111 … S09-113: %s', (size, small, large) => {
    const led = alarm(size)
    expect(led.step('fa-01').state).toBe(small)
    expect(states(led, ...LARGE)).toEqual(LARGE.map(() => large))
  })

  it('S09-112, S09-113: the alarm outside comes first, then 119, then the department head', () => {
    const led = alarm('large')
    const order: string[] = []
    for (let next = led.board().next; next && order.length < 4; next = led.board().next) {
      order.push(next)
      led.finish(next)
    }
    expect(order).toEqual(['fa-02', 'fa-05', 'fa-03', 'fa-04'])
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('S09-114: alarm heard: %s', (heard, state) => {
    const led = alarm()
    if (heard) led.answer('alarm_heard', heard)
    expect(led.step('fa-06')).toMatchObject({ state, lifeSafety: true, urgency: 'immediate' })
  })

  it('119 that was called stays called when the fire turns out small', () => {
    const led = alarm('large')
    led.finish('fa-05')
    led.answer('fire_size', 'small')
    expect(states(led, 'fa-01', 'fa-02', 'fa-05')).toEqual(['open', 'hidden', 'done'])
  })

  it('no limit is made up', () => {
    const led = alarm('large')
    led.pass('2 d')
    expect(led.board()).toMatchObject({ nearest: null, alerts: [] })
  })
})
