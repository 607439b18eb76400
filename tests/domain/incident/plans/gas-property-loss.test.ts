/**
 * The two plans for property, clause by clause: S09-45 … S09-57 and S09-129; both sides of 5000
 * yuan, the cause known or not, video kept.
 */
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const AT = '2026-11-24T14:00:00+08:00'
const company = (): Scenario => runs('gas-property-loss-company', AT)
const customer = (kind?: 'lost' | 'stolen' | 'damaged-by-works' | 'damaged'): Scenario => {
  const scenario = runs('gas-property-loss-customer', AT)
  if (kind) scenario.answer('loss_kind', kind)
  return scenario
}
const POLICE = ['pc-05', 'pc-06']
const AMOUNTS = [
  [undefined, 'waiting'],
  [0, 'hidden'],
  [3000, 'hidden'],
  [4999.99, 'hidden'],
  [5000, 'hidden'],
  [5000.01, 'open'],
  [5001, 'open'],
  [80_000, 'open'],
] as const

describe('S09-47 … S09-49, S09-52, S09-53: company property', () => {
  it('cause, leader, video and whoever comes hang on no answer', () => {
    const scenario = company()
    const always = ['pc-02', 'pc-03', 'pc-04', 'pc-07', 'pc-08']
    expect(states(scenario, ...always)).toEqual(always.map(() => 'open'))
    expect(scenario.step('pc-03').calls).toMatchObject([{ role: 'supervising-leader' }])
  })

  it('any of three comes: all three are called', () => {
    expect(company().step('pc-07').calls).toMatchObject([
      { role: 'store-head' },
      { role: 'area-head' },
      { role: 'line-head' },
    ])
  })

  it('S09-49: the video of the day is kept until closed or 30 days, whichever is later', () => {
    expect(
      shippedPlan('gas-property-loss-company').steps.find(({ id }) => id === 'pc-04'),
    ).toMatchObject({ evidence: { keepDays: 30 }, clause: 'S09-49' })
  })

  it('no closing before the leader was told', () => {
    expect(company().moveExplained('closed')).toMatchObject({
      code: 'close-blocked',
      details: ['pc-03'],
    })
  })
})

describe('S09-101: what was stolen calls for 110 and the scene, whatever it was worth', () => {
  it.each([
    [undefined, 'waiting'],
    ['lost', 'waiting'],
    ['damaged', 'waiting'],
    ['stolen', 'open'],
  ] as const)('company property, %s', (kind, state) => {
    const scenario = company()
    if (kind) scenario.answer('loss_kind', kind)
    expect(states(scenario, ...POLICE)).toEqual([state, state])
  })

  it('3000 yuan, stolen', () => {
    const scenario = company()
    scenario.answer('loss_yuan', 3000)
    scenario.answer('loss_kind', 'stolen')
    expect(states(scenario, ...POLICE)).toEqual(['open', 'open'])
  })

  it.each([
    ['lost', 'hidden'],
    ['stolen', 'open'],
    ['damaged-by-works', 'hidden'],
    ['damaged', 'hidden'],
  ] as const)('a customer’s property, %s: %s, from the source', (kind, state) => {
    expect(customer(kind).step('pk-92')).toMatchObject({
      state,
      proposed: false,
      calls: [{ number: '110' }],
    })
  })

  it('the superior is told at once, too', () => {
    expect(customer('stolen').step('pk-05').state).toBe('open')
  })
})

describe('S09-50, S09-51: a loss above 5000 yuan', () => {
  it.each(AMOUNTS)('%s yuan, damaged: 110 and the scene are %s', (amount, state) => {
    const scenario = company()
    scenario.answer('loss_kind', 'damaged')
    if (amount !== undefined) scenario.answer('loss_yuan', amount)
    expect(states(scenario, ...POLICE)).toEqual([state, state])
  })

  it('110 comes first, at once', () => {
    const scenario = company()
    scenario.answer('loss_yuan', 5000.01)
    expect(scenario.board().next).toBe('pc-05')
    expect(scenario.step('pc-05')).toMatchObject({
      urgency: 'immediate',
      calls: [{ number: '110' }],
    })
  })

  it('3000 corrected to 8000: both are asked for; corrected back: what was done stays', () => {
    const scenario = company()
    scenario.answer('loss_kind', 'lost')
    scenario.answer('loss_yuan', 3000)
    expect(states(scenario, ...POLICE)).toEqual(['hidden', 'hidden'])
    scenario.answer('loss_yuan', 8000)
    expect(states(scenario, ...POLICE)).toEqual(['open', 'open'])
    scenario.finish('pc-05')
    scenario.answer('loss_yuan', 5000)
    expect(states(scenario, ...POLICE)).toEqual(['done', 'hidden'])
    expect(scenario.all('FactAnswered').map(({ value }) => value)).toEqual([
      'lost',
      3000,
      8000,
      5000,
    ])
  })

  it.each([-1, Number.NaN, '很多'])('no amount: %s is refused', (value) => {
    expect(company().answer('loss_yuan', value)).toMatchObject({ code: 'bad-value' })
  })
})

describe('S09-54 … S09-56: a customer’s property is lost or stolen', () => {
  const SEARCH = ['pk-02', 'pk-03', 'pk-04']
  it.each([
    [undefined, 'waiting', 'waiting', 'waiting'],
    ['lost', 'open', 'open', 'hidden'],
    ['stolen', 'open', 'open', 'hidden'],
    ['damaged-by-works', 'hidden', 'hidden', 'open'],
    ['damaged', 'hidden', 'open', 'open'],
  ] as const)('%s', (kind, search, video, damage) => {
    const scenario = customer(kind)
    // help is offered whatever has happened
    expect(scenario.step('pk-01').state).toBe('open')
    expect(states(scenario, ...SEARCH)).toEqual(SEARCH.map(() => search))
    expect(states(scenario, 'pk-91', 'pk-90')).toEqual([video, damage])
  })

  it('calming the customer is the next action, before anything is known', () => {
    expect(customer().board().next).toBe('pk-01')
    expect(customer('lost').board().next).toBe('pk-01')
  })

  it.each(['yes', 'no'])('S09-55: lost in the hall or not is recorded: %s', (value) => {
    const scenario = customer('lost')
    const before = scenario.board().steps
    expect(scenario.answer('lost_in_hall', value)).toBeNull()
    expect(scenario.board().steps).toEqual(before)
  })

  it('proposed: the video of the day is kept as for company property', () => {
    expect(
      shippedPlan('gas-property-loss-customer').steps.find(({ id }) => id === 'pk-91'),
    ).toMatchObject({ evidence: { keepDays: 30 }, proposed: true })
  })
})

it.each([
  [undefined, 'waiting'],
  ['yes', 'hidden'],
  ['no', 'open'],
] as const)('S09-57: leader and police if it cannot be found out: known %s', (known, state) => {
  const scenario = customer('lost')
  if (known) scenario.answer('cause_found', known)
  expect(states(scenario, 'pk-05', 'pk-06')).toEqual([state, state])
  expect(scenario.step('pk-06').calls).toMatchObject([{ number: '110' }])
})

it('S09-45: damaged otherwise than by works, our proposal: a record first, then it is settled', () => {
  const scenario = customer('damaged')
  expect(states(scenario, 'pk-90', 'pk-93', 'pk-94')).toEqual(['open', 'hidden', 'waiting'])
  scenario.finish('pk-90')
  expect(scenario.step('pk-94')).toMatchObject({ state: 'open', proposed: true })
})

it('S09-129: damage by works, our proposal: a record first, then repair or compensation', () => {
  const scenario = customer('damaged-by-works')
  expect(states(scenario, 'pk-90', 'pk-93')).toEqual(['open', 'waiting'])
  scenario.finish('pk-90')
  expect(scenario.step('pk-93')).toMatchObject({ state: 'open', proposed: true })
  expect(shippedPlan('gas-property-loss-customer').completeness).toBe('incomplete')
})

it.each(['gas-property-loss-company', 'gas-property-loss-customer'])(
  '%s makes no limit up',
  (planId) => {
    const scenario = runs(planId, AT)
    scenario.pass('40 d')
    expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
  },
)
