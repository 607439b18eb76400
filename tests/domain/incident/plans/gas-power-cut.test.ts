/**
 * The two procedures for a power cut: the hall (S09-66 … S09-72, half an hour from the start of the
 * outage) and offices (S09-115 … S09-117).
 */
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states, recipients } from '../../../kit/library.ts'

const WORKDAY = '2026-11-24T14:00:00+08:00'
const START = Date.parse(WORKDAY)
const hall = (): Scenario => runs('gas-hall-power-cut', WORKDAY)

it('S09-66 … S09-71: everybody is told at once, business goes on by hand', () => {
  const scenario = hall()
  const first = ['pw-01', 'pw-02', 'pw-05', 'pw-06']
  expect(states(scenario, ...first, 'pw-03', 'pw-04', 'pw-07')).toEqual([
    'open',
    'open',
    'open',
    'open',
    'open',
    'open',
    'open',
  ])
  for (const id of first) expect(scenario.step(id).urgency).toBe('immediate')
  expect(scenario.step('pw-01').calls).toMatchObject([{ role: 'general-administration' }])
  expect(scenario.step('pw-06').calls).toMatchObject([{ role: 'property-company' }])
})

it('S09-71: the hotline redirects callers once it has been told', () => {
  const scenario = hall()
  expect(scenario.step('pw-08').state).toBe('waiting')
  scenario.finish('pw-07')
  expect(scenario.step('pw-08').state).toBe('open')
})

it.each([
  ['customer_choice', 'wait'],
  ['customer_choice', 'another-day'],
  ['hotline_offer', 'other-hall'],
  ['hotline_offer', 'another-date'],
])('%s is recorded and changes no step: %s', (key, value) => {
  const scenario = hall()
  const before = scenario.board().steps
  expect(scenario.answer(key, value)).toBeNull()
  expect(scenario.board().steps).toEqual(before)
})

describe('S09-72: no power for more than 30 minutes', () => {
  it.each([
    [30 * MINUTE - 1, false],
    [30 * MINUTE, true],
    [30 * MINUTE + 1, true],
  ] as const)('after %d ms', (ms, late) => {
    const scenario = hall()
    scenario.pass(ms)
    expect(scenario.step('pw-09')).toMatchObject({ late, dueAt: START + 30 * MINUTE })
    expect(scenario.step('pw-10').state).toBe(late ? 'open' : 'hidden')
    expect(recipients(scenario, 'pw-09')).toEqual(late ? ['property-company', 'hall-staff'] : [])
  })

  it('counts from the start of the outage where that is known', () => {
    const scenario = incidentAt(WORKDAY, { occurredAt: START - 12 * MINUTE })
    scenario.activate(shippedPlan('gas-hall-power-cut'))
    expect(scenario.step('pw-09').dueAt).toBe(START + 18 * MINUTE)
    scenario.pass(18 * MINUTE - 1)
    expect(scenario.step('pw-10').state).toBe('hidden')
    scenario.pass(1)
    expect(scenario.step('pw-10').state).toBe('open')
  })

  it('an outage reported after half an hour is late at once', () => {
    const scenario = incidentAt(WORKDAY, { occurredAt: START - 40 * MINUTE })
    scenario.activate(shippedPlan('gas-hall-power-cut'))
    expect(scenario.step('pw-09').late).toBe(true)
    expect(scenario.step('pw-10').state).toBe('open')
  })

  it('power back at exactly 30 minutes is met, and nobody is asked', () => {
    const scenario = hall()
    scenario.setClock('30 min')
    scenario.finish('pw-09')
    scenario.check()
    expect(scenario.step('pw-09').late).toBe(false)
    expect(scenario.step('pw-10').state).toBe('hidden')
  })

  it('the alert escalates: store head, line head, department manager', () => {
    const scenario = hall()
    scenario.pass('60 min')
    expect(recipients(scenario, 'pw-09')).toEqual([
      'property-company',
      'hall-staff',
      'store-head',
      'line-head',
      'department-manager',
    ])
  })
})

describe('S09-115 … S09-117: offices', () => {
  const office = (): Scenario => runs('gas-electrical-failure-programme', WORKDAY)

  it('saving the work comes first, at once; property company and department head stand open', () => {
    const scenario = office()
    expect(states(scenario, 'ef-01', 'ef-02', 'ef-03')).toEqual(['open', 'open', 'open'])
    expect(scenario.board().next).toBe('ef-01')
    expect(scenario.step('ef-02').calls).toMatchObject([{ role: 'property-company' }])
    expect(scenario.step('ef-03').calls).toMatchObject([{ role: 'department-manager' }])
  })

  it('the source sets no limit here, so none is made up', () => {
    const scenario = office()
    scenario.pass('2 d')
    expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
  })
})
