/**
 * The plan for the counter system, clause by clause: S09-58 … S09-65, the half hour passed or
 * expected, what customers need and choose.
 */
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../kit/plan.ts'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states, recipients } from '../../../kit/library.ts'

const WORKDAY = '2026-11-24T14:00:00+08:00'
const START = Date.parse(WORKDAY)
const counter = (): Scenario => runs('gas-counter-system-failure', WORKDAY)

it('S09-59 … S09-61: explain, line head and information centre stand open from the start; the reports are at once', () => {
  const scenario = counter()
  expect(states(scenario, 'cs-01', 'cs-02', 'cs-03')).toEqual(['open', 'open', 'open'])
  expect(scenario.step('cs-02')).toMatchObject({
    urgency: 'immediate',
    calls: [{ role: 'line-head' }],
  })
  expect(scenario.step('cs-03')).toMatchObject({
    urgency: 'immediate',
    calls: [{ role: 'information-centre' }],
  })
  expect(scenario.board().next).toBe('cs-02')
  scenario.finish('cs-01')
  expect(scenario.board().notices).toHaveLength(1)
})

it.each(['computer', 'network', 'power', 'unclear'])(
  'S09-58: the cause is recorded and changes no step: %s',
  (cause) => {
    const scenario = counter()
    const before = scenario.board().steps
    expect(scenario.answer('fault_cause', cause)).toBeNull()
    expect(scenario.board().steps).toEqual(before)
  },
)

describe('S09-62 … S09-64: what the customers need', () => {
  it.each<[string[] | undefined, string[]]>([
    [undefined, ['waiting', 'waiting', 'waiting']],
    [['recharge'], ['open', 'hidden', 'hidden']],
    [['installation'], ['hidden', 'open', 'hidden']],
    [['other'], ['hidden', 'hidden', 'open']],
    [
      ['recharge', 'installation', 'other'],
      ['open', 'open', 'open'],
    ],
  ])('%s', (business, expected) => {
    const scenario = counter()
    if (business) scenario.answer('business', business)
    expect(states(scenario, 'cs-04', 'cs-05', 'cs-06')).toEqual(expected)
  })
})

describe('S09-65: more than 30 minutes, passed', () => {
  it.each([
    [30 * MINUTE - 1, false],
    [30 * MINUTE, true],
    [30 * MINUTE + 1, true],
  ] as const)('after %d ms', (ms, late) => {
    const scenario = counter()
    scenario.answer('expected_minutes', 10)
    scenario.pass(ms)
    expect(scenario.step('cs-07')).toMatchObject({ late, dueAt: START + 30 * MINUTE })
    expect(scenario.step('cs-08').state).toBe(late ? 'open' : 'hidden')
    expect(recipients(scenario, 'cs-07')).toEqual(late ? ['information-centre', 'hall-staff'] : [])
  })

  it('without an estimate customers are asked once the half hour is over, and not before', () => {
    const scenario = counter()
    scenario.pass(30 * MINUTE - 1)
    expect(scenario.step('cs-08').state).toBe('waiting')
    scenario.pass(1)
    expect(scenario.step('cs-08').state).toBe('open')
  })

  it('repaired at exactly 30 minutes is met', () => {
    const scenario = counter()
    scenario.answer('expected_minutes', 30)
    scenario.setClock('30 min')
    scenario.finish('cs-07')
    scenario.check()
    expect(scenario.step('cs-07').late).toBe(false)
    expect(scenario.step('cs-08').state).toBe('hidden')
  })

  it('the alert escalates: store head, line head, department manager', () => {
    const scenario = counter()
    scenario.pass('30 min')
    for (const alert of scenario.state().alerts) scenario.acknowledge(alert.id)
    for (const [minutes, role] of [
      [5, 'store-head'],
      [5, 'line-head'],
      [20, 'department-manager'],
    ] as const) {
      scenario.pass(minutes * MINUTE - 1)
      expect(recipients(scenario, 'cs-07')).not.toContain(role)
      scenario.pass(1)
      expect(recipients(scenario, 'cs-07')).toContain(role)
    }
  })

  it('no calendar matters', () => {
    const scenario = runs('gas-counter-system-failure', '2026-10-01T14:00:00+08:00')
    expect(scenario.step('cs-07').dueAt).toBe(scenario.now() + 30 * MINUTE)
  })
})

describe('S09-65: more than 30 minutes, expected', () => {
  it.each([
    [undefined, 'waiting'],
    [0, 'hidden'],
    [29, 'hidden'],
    [30, 'hidden'],
    [30.5, 'open'],
    [31, 'open'],
    [120, 'open'],
  ] as const)('%s minutes', (minutes, state) => {
    const scenario = counter()
    if (minutes !== undefined) scenario.answer('expected_minutes', minutes)
    expect(scenario.step('cs-08').state).toBe(state)
    expect(scenario.step('cs-07').late).toBe(false)
  })

  it('a shorter estimate takes the question back while the half hour runs, and not after it', () => {
    const scenario = counter()
    scenario.answer('expected_minutes', 45)
    scenario.answer('expected_minutes', 20)
    expect(scenario.step('cs-08').state).toBe('hidden')
    scenario.pass('30 min')
    expect(scenario.step('cs-08').state).toBe('open')
  })
})

describe('S09-63, S09-64: after the repair', () => {
  it.each<[string[] | undefined, string]>([
    [undefined, 'waiting'],
    [['wait'], 'hidden'],
    [['another-day'], 'hidden'],
    [['leave-contact'], 'open'],
    [['wait', 'leave-contact'], 'open'],
  ])('customers chose %s: calling back', (choice, state) => {
    const scenario = counter()
    if (choice) scenario.answer('customer_choice', choice)
    // nobody is called before the repair
    expect(['waiting', 'hidden']).toContain(scenario.step('cs-09').state)
    scenario.finish('cs-07')
    expect(scenario.step('cs-09').state).toBe(state)
  })

  it.each<[string[] | undefined, string]>([
    [undefined, 'waiting'],
    [['recharge'], 'hidden'],
    [['installation'], 'open'],
  ])('business %s: entering the data', (business, state) => {
    const scenario = counter()
    if (business) scenario.answer('business', business)
    scenario.finish('cs-07')
    if (state === 'open') scenario.finish('cs-05')
    expect(scenario.step('cs-10').state).toBe(state)
  })

  it('both are lists of persons, in the order of entry', () => {
    const { steps } = shippedPlan('gas-counter-system-failure')
    for (const id of ['cs-09', 'cs-10'])
      expect(steps.find((step) => step.id === id)?.list).toMatchObject({
        kind: 'persons',
        sort: 'given',
      })
  })
})
