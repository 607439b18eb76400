/**
 * The fire plan of the government hall, clause by clause: S03-03 … S03-14, small fire, large fire,
 * unknown, and the gate "people are safe".
 */
import { describe, expect, it } from 'vitest'
import type { Led } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const fire = (): Led => runs('government-hall-fire', '2026-11-24T14:00:00+08:00')
const LARGE = ['gf-05', 'gf-06', 'gf-07', 'gf-08', 'gf-09']
const GATED = ['gf-10', 'gf-11']
const all = (state: string, ids: readonly string[]): string[] => ids.map(() => state)

it('S03-03, S03-04: alarm, shout and extinguishers stand open at once, the alarm first', () => {
  const led = fire()
  expect(states(led, 'gf-01', 'gf-02', 'gf-03')).toEqual(all('open', ['1', '2', '3']))
  expect([led.step('gf-01').lifeSafety, led.step('gf-02').lifeSafety]).toEqual([true, true])
  expect(led.board().next).toBe('gf-01')
})

describe('S03-05 … S03-09: the size of the fire', () => {
  it('is unknown at first: neither branch is asked for, neither is put away', () => {
    const led = fire()
    expect(states(led, 'gf-04', ...LARGE)).toEqual(all('waiting', ['gf-04', ...LARGE]))
    expect(led.step('gf-05').waitsFor).toEqual(['fire_size'])
  })

  it('119 can be called before anybody has answered, and is marked out of order', () => {
    const led = fire()
    expect(led.finish('gf-05')).toBeNull()
    expect(led.step('gf-05')).toMatchObject({ state: 'done', outOfOrder: true })
  })

  it('small: it is fought with what is near', () => {
    const led = fire()
    led.answer('fire_size', 'small')
    expect(states(led, 'gf-04', ...LARGE)).toEqual(['open', ...all('hidden', LARGE)])
  })

  it('large: 119, leaders, power, signal and evacuation all at once', () => {
    const led = fire()
    led.answer('fire_size', 'large')
    expect(states(led, 'gf-04', ...LARGE)).toEqual(['hidden', ...all('open', LARGE)])
    expect(led.step('gf-05')).toMatchObject({
      calls: [{ number: '119' }],
      lifeSafety: true,
      urgency: 'immediate',
    })
    expect(led.board().notices).toHaveLength(1)
  })

  it('from small to large: what was done stays, the rest changes over', () => {
    const led = fire()
    led.answer('fire_size', 'small')
    led.finish('gf-01')
    led.accept('gf-04')
    led.answer('fire_size', 'large')
    expect(states(led, 'gf-01', 'gf-04', ...LARGE)).toEqual([
      'done',
      'hidden',
      ...all('open', LARGE),
    ])
    expect(led.board().next).toBe('gf-02') // life safety and at once, first in the plan
    led.finish('gf-02')
    expect(led.board().next).toBe('gf-05')
  })

  it('from large to small: 119 that was called stays called', () => {
    const led = fire()
    led.answer('fire_size', 'large')
    led.finish('gf-05')
    led.answer('fire_size', 'small')
    expect(states(led, 'gf-04', 'gf-05', 'gf-09')).toEqual(['open', 'done', 'hidden'])
  })

  it('offers no third answer: in doubt it is large', () => {
    expect(fire().answer('fire_size', 'other')).toMatchObject({
      code: 'bad-value',
      details: ['small', 'large'],
    })
  })
})

describe('S03-10, S03-11: salvage and help for the firefighters only once people are safe', () => {
  it.each([
    [undefined, undefined, 'waiting'],
    [undefined, 'yes', 'waiting'],
    [undefined, 'no', 'hidden'],
    ['large', undefined, 'waiting'],
    ['large', 'no', 'hidden'],
    ['large', 'yes', 'open'],
    ['small', undefined, 'hidden'],
    ['small', 'yes', 'hidden'],
    ['small', 'no', 'hidden'],
  ] as const)('size %s, people safe %s: %s', (size, safe, state) => {
    const led = fire()
    if (size) led.answer('fire_size', size)
    if (safe) led.answer('people_safe', safe)
    expect(states(led, ...GATED)).toEqual([state, state])
  })

  it('the gate closes again when somebody is missing after all', () => {
    const led = fire()
    led.answer('fire_size', 'large')
    led.answer('people_safe', 'yes')
    led.answer('people_safe', 'no')
    expect(led.finish('gf-10')).toMatchObject({ code: 'step-hidden' })
  })
})

describe('life safety comes first', () => {
  it.each(['gf-01', 'gf-02', 'gf-05', 'gf-08', 'gf-09'])(
    '%s is not skipped without a reason',
    (id) => {
      const led = fire()
      led.answer('fire_size', 'large')
      expect(led.finish(id, 'skipped')?.code).toBe('reason-needed')
      expect(led.finish(id, 'skipped', '已有人做')).toBeNull()
    },
  )

  it('every life-safety step of a large fire comes before anything else', () => {
    const led = fire()
    led.answer('fire_size', 'large')
    const order: string[] = []
    for (let next = led.board().next; next; next = led.board().next) {
      order.push(next)
      led.finish(next)
    }
    const life = shippedPlan('government-hall-fire')
      .steps.filter((step) => step.lifeSafety)
      .map(({ id }) => id)
    expect(order.slice(0, life.length).sort()).toEqual(life.sort())
    expect(order).toHaveLength(new Set(order).size)
  })
})

describe('S03-12 … S03-14: afterwards', () => {
  it('the opinion follows the inquiry; both block closing', () => {
    const led = fire()
    led.answer('fire_size', 'small')
    led.finish('gf-04')
    expect(states(led, 'gf-12', 'gf-13')).toEqual(['open', 'waiting'])
    expect(led.move('closed')).toMatchObject({
      code: 'close-blocked',
      details: ['gf-01', 'gf-02', 'gf-12', 'gf-13'],
    }) // life safety first
    led.finish('gf-01')
    led.finish('gf-02')
    led.finish('gf-12')
    expect(led.step('gf-13').state).toBe('open')
    led.finish('gf-13')
    expect(led.move('closed')).toBeNull()
  })

  it('the inquiry waits while nobody knows how large the fire is', () => {
    expect(states(fire(), 'gf-12', 'gf-13')).toEqual(['waiting', 'waiting'])
  })

  it('a small fire: the inquiry opens when it is out', () => {
    const led = fire()
    led.answer('fire_size', 'small')
    expect(led.step('gf-12').state).toBe('waiting')
    led.finish('gf-04')
    expect(led.step('gf-12').state).toBe('open')
  })

  it('a large fire: the inquiry opens after evacuation and help for the firefighters', () => {
    const led = fire()
    led.answer('fire_size', 'large')
    led.finish('gf-09')
    expect(led.step('gf-12').state).toBe('waiting')
    led.answer('people_safe', 'yes')
    expect(led.step('gf-12').state).toBe('waiting')
    led.finish('gf-11')
    expect(led.step('gf-12').state).toBe('open')
  })

  it('people not known to be safe: no inquiry before the evacuation is done', () => {
    const led = fire()
    led.answer('fire_size', 'large')
    led.answer('people_safe', 'no')
    expect(states(led, 'gf-11', 'gf-12')).toEqual(['hidden', 'waiting'])
  })

  it('firefighters who were not needed do not hold up the inquiry', () => {
    const led = fire()
    led.answer('fire_size', 'large')
    led.answer('people_safe', 'yes')
    led.finish('gf-09')
    led.finish('gf-11', 'not-applicable')
    expect(led.step('gf-12').state).toBe('open')
  })

  it('report and notice in the hall hang on no answer', () => {
    expect(states(fire(), 'gf-14', 'gf-15')).toEqual(['open', 'open'])
  })
})

it('the source sets no limit here, so none is made up', () => {
  const led = fire()
  led.answer('fire_size', 'large')
  led.pass('2 d')
  expect(led.board()).toMatchObject({ nearest: null, alerts: [] })
})
