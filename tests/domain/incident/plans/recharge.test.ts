/**
 * The plan for recharge terminals, clause by clause: S09-86 … S09-93, just before, at and after
 * each limit, every branch.
 */
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../kit/plan.ts'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states, recipients } from '../../../kit/library.ts'

const WORKDAY = '2026-11-24T14:00:00+08:00'
const START = Date.parse(WORKDAY)
const recharge = (): Scenario => runs('gas-recharge-terminal-failure', WORKDAY)
const UPWARD = ['rt-08', 'rt-09']

describe('S09-86: whether it is large scale', () => {
  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('decides on the notice, and on no limit: %s', (value, state) => {
    const scenario = recharge()
    if (value) scenario.answer('large_scale', value)
    expect(scenario.step('rt-03').state).toBe(state)
    expect(states(scenario, 'rt-05', 'rt-07')).toEqual(['open', 'open'])
  })
})

it('S09-87, S09-88: group leader, information centre and notice stand open from the start', () => {
  const scenario = recharge()
  scenario.answer('large_scale', 'yes')
  expect(states(scenario, 'rt-01', 'rt-02', 'rt-03')).toEqual(['open', 'open', 'open'])
  expect(scenario.step('rt-01').urgency).toBe('immediate')
  expect(scenario.board().next).toBe('rt-01')
  scenario.finish('rt-03')
  expect(scenario.board().notices).toHaveLength(1)
})

it.each([
  ['yes', 'open'],
  ['no', 'hidden'],
  [undefined, 'waiting'],
] as const)('S09-89: urgent customers: %s', (urgent, state) => {
  const scenario = recharge()
  if (urgent) scenario.answer('urgent_recharge', urgent)
  expect(scenario.step('rt-04').state).toBe(state)
})

describe('S09-90: not fixed in 30 minutes, the department manager is told', () => {
  it.each([
    [30 * MINUTE - 1, false, 'waiting'],
    [30 * MINUTE, true, 'open'],
    [30 * MINUTE + 1, true, 'open'],
  ] as const)('after %d ms', (ms, late, report) => {
    const scenario = recharge()
    scenario.pass(ms)
    expect(scenario.step('rt-05')).toMatchObject({ late, dueAt: START + 30 * MINUTE })
    expect(scenario.step('rt-06').state).toBe(report)
    expect(recipients(scenario, 'rt-05')).toEqual(
      late ? ['information-centre', 'department-manager'] : [],
    )
  })

  it('fixed at exactly 30 minutes is met', () => {
    const scenario = recharge()
    scenario.setClock('30 min')
    scenario.finish('rt-05')
    scenario.check()
    expect(scenario.step('rt-05').late).toBe(false)
    scenario.answer('expected_hours', 0.5)
    expect(scenario.step('rt-06').state).toBe('hidden')
  })

  it('fixed a moment later is late, and the report is still asked for', () => {
    const scenario = recharge()
    scenario.setClock(30 * MINUTE + 1)
    scenario.finish('rt-05')
    expect(scenario.step('rt-05')).toMatchObject({ late: true, needsReason: true })
    expect(scenario.step('rt-06').state).toBe('open')
  })

  it('fixing it is required before closing', () => {
    expect(recharge().move('closed')).toMatchObject({ code: 'close-blocked', details: ['rt-05'] })
  })

  it('no calendar matters', () => {
    const scenario = runs('gas-recharge-terminal-failure', '2026-10-01T14:00:00+08:00')
    expect(scenario.step('rt-05').dueAt).toBe(scenario.now() + 30 * MINUTE)
  })
})

it('S09-90: what is known not to be fixed in 30 minutes is reported without waiting for them', () => {
  const scenario = recharge()
  scenario.answer('expected_hours', 25)
  expect(states(scenario, 'rt-06', 'rt-08', 'rt-09')).toEqual(['open', 'open', 'open'])
})

describe('S09-91: expected to last more than 24 hours', () => {
  it.each([
    [undefined, 'waiting'],
    [0, 'hidden'],
    [23.99, 'hidden'],
    [24, 'hidden'],
    [24.01, 'open'],
    [72, 'open'],
  ] as const)('%s hours', (hours, state) => {
    const scenario = recharge()
    if (hours !== undefined) scenario.answer('expected_hours', hours)
    expect(states(scenario, ...UPWARD)).toEqual([state, state])
  })

  it('a later estimate opens what an earlier one hid, and hides what it opened; what was done stays', () => {
    const scenario = recharge()
    scenario.answer('expected_hours', 24)
    scenario.answer('expected_hours', 25)
    expect(states(scenario, ...UPWARD)).toEqual(['open', 'open'])
    scenario.finish('rt-08')
    scenario.answer('expected_hours', 2)
    expect(states(scenario, ...UPWARD)).toEqual(['done', 'hidden'])
  })
})

describe('S09-92: handled for more than 4 hours', () => {
  it.each([
    [undefined, 'waiting'],
    [2, 'hidden'],
  ] as const)('up to 4 hours nothing is asked for, the estimate being %s', (hours, state) => {
    const scenario = recharge()
    if (hours !== undefined) scenario.answer('expected_hours', hours)
    scenario.pass(4 * HOUR - 1)
    expect(states(scenario, ...UPWARD)).toEqual([state, state])
    expect(scenario.step('rt-07').late).toBe(false)
    scenario.pass(1)
    expect(scenario.step('rt-07')).toMatchObject({ late: true, dueAt: START + 4 * HOUR })
    expect(states(scenario, ...UPWARD)).toEqual(['open', 'open'])
  })

  it('the leader in charge hears of it at once', () => {
    const scenario = recharge()
    scenario.pass(4 * HOUR)
    expect(recipients(scenario, 'rt-07')).toEqual(['information-centre', 'leader-in-charge'])
  })

  it.each(['5 min', '3 h'])(
    'fixed after %s: the four hours end with it, nothing is asked for',
    (after) => {
      const scenario = recharge()
      scenario.answer('expected_hours', 3)
      scenario.pass(after)
      scenario.finish('rt-05')
      expect(scenario.step('rt-07')).toMatchObject({ state: 'hidden', dueAt: null })
      scenario.pass('1 d')
      expect(states(scenario, ...UPWARD)).toEqual(['hidden', 'hidden'])
      expect(recipients(scenario, 'rt-07')).toEqual([])
    },
  )

  it('either reason is enough: a short estimate does not take back 4 hours that have passed', () => {
    const scenario = recharge()
    scenario.answer('expected_hours', 30)
    scenario.pass(4 * HOUR)
    scenario.answer('expected_hours', 1)
    expect(states(scenario, ...UPWARD)).toEqual(['open', 'open'])
  })
})

it('S09-93: estates are called by number of customers, largest first', () => {
  const list = shippedPlan('gas-recharge-terminal-failure').steps.find(
    ({ id }) => id === 'rt-09',
  )?.list
  expect(list).toMatchObject({ kind: 'places', sort: 'size' })
  expect(list?.order.zh).toContain('从多到少')
})

it('the first limit to come is the nearest; the second goes on while nothing is fixed', () => {
  const scenario = recharge()
  expect(scenario.board().nearest).toBe('rt-05')
  scenario.pass('31 min')
  expect(scenario.step('rt-07').dueAt).toBe(START + 4 * HOUR)
})
