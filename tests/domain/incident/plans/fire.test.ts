/**
 * The fire plan of the government hall, clause by clause: S03-03 … S03-14, small fire, large fire,
 * unknown, and the gate "people are safe".
 */
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const fire = (): Scenario => runs('government-hall-fire', '2026-11-24T14:00:00+08:00')
const LARGE = ['gf-05', 'gf-06', 'gf-07', 'gf-08', 'gf-09', 'gf-18']
const GATED = ['gf-10', 'gf-11']
const all = (state: string, ids: readonly string[]): string[] => ids.map(() => state)

it('S03-03, S03-04: alarm, shout and extinguishers stand open at once, the alarm first', () => {
  const scenario = fire()
  expect(states(scenario, 'gf-01', 'gf-02', 'gf-03')).toEqual(all('open', ['1', '2', '3']))
  expect([scenario.step('gf-01').lifeSafety, scenario.step('gf-02').lifeSafety]).toEqual([
    true,
    true,
  ])
  expect(scenario.board().next).toBe('gf-01')
})

describe('S03-05 … S03-09: the size of the fire', () => {
  it('is unknown at first: neither branch is asked for, neither is put away', () => {
    const scenario = fire()
    expect(states(scenario, 'gf-04', ...LARGE)).toEqual(all('waiting', ['gf-04', ...LARGE]))
    expect(scenario.step('gf-05').waitsFor).toEqual(['fire_size'])
  })

  it('119 can be called before anybody has answered, and is marked out of order', () => {
    const scenario = fire()
    expect(scenario.finish('gf-05')).toBeNull()
    expect(scenario.step('gf-05')).toMatchObject({ state: 'done', outOfOrder: true })
  })

  it('small: it is fought with what is near', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'small')
    expect(states(scenario, 'gf-04', ...LARGE)).toEqual(['open', ...all('hidden', LARGE)])
  })

  it('large: 119, leaders, power, signal and evacuation all at once', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'large')
    expect(states(scenario, 'gf-04', ...LARGE)).toEqual(['hidden', ...all('open', LARGE)])
    expect(scenario.step('gf-05')).toMatchObject({
      calls: [{ number: '119' }],
      lifeSafety: true,
      urgency: 'immediate',
    })
    expect(scenario.board().notices).toEqual([])
  })

  it('large: whoever needs help stands on a list of persons, as a proposal (S06-07)', () => {
    const step = fire().step('gf-18')
    expect(step).toMatchObject({ list: { kind: 'persons' }, proposed: true, lifeSafety: true })
  })

  it('the wall says that people are leaving once somebody leads them out, until it is contained', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'large')
    scenario.accept('gf-08')
    expect(scenario.board().notices).toHaveLength(1)
    scenario.moveExplained('contained')
    expect(scenario.board().notices).toEqual([])
  })

  it('from small to large: what was done stays, the rest changes over', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'small')
    scenario.finish('gf-01')
    scenario.accept('gf-04')
    scenario.answer('fire_size', 'large')
    expect(states(scenario, 'gf-01', 'gf-04', ...LARGE)).toEqual([
      'done',
      'hidden',
      ...all('open', LARGE),
    ])
    expect(scenario.board().next).toBe('gf-02') // life safety and at once, first in the plan
    scenario.finish('gf-02')
    expect(scenario.board().next).toBe('gf-05')
  })

  it('from large to small: 119 that was called stays called', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'large')
    scenario.finish('gf-05')
    scenario.answer('fire_size', 'small')
    expect(states(scenario, 'gf-04', 'gf-05', 'gf-09')).toEqual(['open', 'done', 'hidden'])
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
    const scenario = fire()
    if (size) scenario.answer('fire_size', size)
    if (safe) scenario.answer('people_safe', safe)
    expect(states(scenario, ...GATED)).toEqual([state, state])
  })

  it('the gate closes again when somebody is missing after all', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'large')
    scenario.answer('people_safe', 'yes')
    scenario.answer('people_safe', 'no')
    expect(scenario.finish('gf-10')).toMatchObject({ code: 'step-hidden' })
  })
})

describe('life safety comes first', () => {
  it.each(['gf-01', 'gf-02', 'gf-05', 'gf-08', 'gf-09', 'gf-18'])(
    '%s is not skipped without a reason',
    (id) => {
      const scenario = fire()
      scenario.answer('fire_size', 'large')
      expect(scenario.finish(id, 'skipped')?.code).toBe('reason-needed')
      expect(scenario.finish(id, 'skipped', '已有人做')).toBeNull()
    },
  )

  it('every life-safety step of a large fire comes before anything else', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'large')
    const order: string[] = []
    for (let next = scenario.board().next; next; next = scenario.board().next) {
      order.push(next)
      scenario.finish(next)
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
    const scenario = fire()
    scenario.answer('fire_size', 'small')
    scenario.finish('gf-04')
    expect(states(scenario, 'gf-12', 'gf-13')).toEqual(['open', 'waiting'])
    expect(scenario.move('closed')).toMatchObject({
      code: 'life-safety-open',
      details: ['gf-01', 'gf-02'],
    })
    scenario.finish('gf-01')
    scenario.finish('gf-02')
    expect(scenario.move('closed')).toMatchObject({
      code: 'close-blocked',
      details: ['gf-12', 'gf-13'],
    })
    scenario.finish('gf-12')
    expect(scenario.step('gf-13').state).toBe('open')
    scenario.finish('gf-13')
    expect(scenario.move('closed')).toBeNull()
  })

  it('the inquiry waits while nobody knows how large the fire is', () => {
    expect(states(fire(), 'gf-12', 'gf-13')).toEqual(['waiting', 'waiting'])
  })

  it('a small fire: the inquiry opens when it is out', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'small')
    expect(scenario.step('gf-12').state).toBe('waiting')
    scenario.finish('gf-04')
    expect(scenario.step('gf-12').state).toBe('open')
  })

  it('a large fire: the inquiry opens after evacuation and help for the firefighters', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'large')
    scenario.finish('gf-09')
    expect(scenario.step('gf-12').state).toBe('waiting')
    scenario.answer('people_safe', 'yes')
    expect(scenario.step('gf-12').state).toBe('waiting')
    scenario.finish('gf-11')
    expect(scenario.step('gf-12').state).toBe('open')
  })

  it('people not known to be safe: no inquiry before the evacuation is done', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'large')
    scenario.answer('people_safe', 'no')
    expect(states(scenario, 'gf-11', 'gf-12')).toEqual(['hidden', 'waiting'])
  })

  it('firefighters who were not needed do not hold up the inquiry', () => {
    const scenario = fire()
    scenario.answer('fire_size', 'large')
    scenario.answer('people_safe', 'yes')
    scenario.finish('gf-09')
    scenario.finish('gf-11', 'not-applicable')
    expect(scenario.step('gf-12').state).toBe('open')
  })

  it('the report hangs on no answer; the notice in the hall that it has happened, on being contained', () => {
    const scenario = fire()
    expect(states(scenario, 'gf-14', 'gf-15')).toEqual(['open', 'waiting'])
    scenario.moveExplained('contained')
    expect(scenario.step('gf-15').state).toBe('open')
  })
})

it('the source sets no limit here, so none is made up', () => {
  const scenario = fire()
  scenario.answer('fire_size', 'large')
  scenario.pass('2 d')
  expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
})
