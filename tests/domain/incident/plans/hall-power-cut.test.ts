/**
 * The power-cut plan of the government hall, clause by clause: S03-15 … S03-22, whose fault it is,
 * whether power comes soon, whether it is back.
 */
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const outage = (): Scenario => runs('government-hall-power-cut', '2026-11-24T14:00:00+08:00')

it('S03-15, S03-16: property company and general section at once, the leaders soon, the electrician looks for the cause', () => {
  const scenario = outage()
  expect(states(scenario, 'gp-01', 'gp-02', 'gp-03')).toEqual(['open', 'open', 'open'])
  expect(scenario.step('gp-01')).toMatchObject({
    urgency: 'immediate',
    calls: [{ role: 'property-company' }, { role: 'general-section' }],
  })
  expect(scenario.step('gp-02')).toMatchObject({
    urgency: 'prompt',
    calls: [{ role: 'centre-leader' }],
  })
  expect(scenario.step('gp-03').urgency).toBe('immediate')
  expect(scenario.board().next).toBe('gp-01')
})

describe('S03-17, S03-18: whose fault it is', () => {
  it.each([
    [undefined, 'waiting', 'waiting'],
    ['property', 'open', 'hidden'],
    ['utility', 'hidden', 'open'],
  ] as const)('%s', (side, repair, call) => {
    const scenario = outage()
    if (side) scenario.answer('fault_side', side)
    expect(states(scenario, 'gp-04', 'gp-05')).toEqual([repair, call])
  })

  it('found to be the other side after all: what was done stays', () => {
    const scenario = outage()
    scenario.answer('fault_side', 'property')
    scenario.finish('gp-04')
    scenario.answer('fault_side', 'utility')
    expect(states(scenario, 'gp-04', 'gp-05')).toEqual(['done', 'open'])
  })
})

it.each([undefined, 'property', 'utility'] as const)(
  'S03-19: every window switches off, whose fault it is making no difference: %s',
  (side) => {
    const scenario = outage()
    if (side) scenario.answer('fault_side', side)
    expect(scenario.step('gp-06')).toMatchObject({ state: 'open', list: { of: { zh: '各窗口' } } })
  },
)

describe('S03-21: power not back soon', () => {
  it.each([
    [undefined, 'waiting', 0],
    ['soon', 'hidden', 0],
    ['not-soon', 'open', 1],
  ] as const)('%s', (restorable, notice, notices) => {
    const scenario = outage()
    if (restorable) scenario.answer('restorable', restorable)
    expect(scenario.step('gp-07').state).toBe(notice)
    if (notice === 'open') scenario.finish('gp-07')
    expect(scenario.board().notices).toHaveLength(notices)
  })

  it('the notice has a place for the time of restoration, and the estimate is recorded without deciding anything', () => {
    const scenario = outage()
    scenario.answer('restorable', 'not-soon')
    const before = scenario.board().steps
    expect(scenario.answer('restore_hours', 0.5)).toBeNull()
    expect(scenario.board().steps).toEqual(before)
    expect(scenario.step('gp-07').say?.zh).toContain('{restore_hours}')
  })
})

it.each([
  [undefined, 'waiting'],
  ['no', 'hidden'],
  ['yes', 'open'],
] as const)('S03-20: the equipment is checked once power is back: %s', (back, state) => {
  const scenario = outage()
  if (back) scenario.answer('power_back', back)
  expect(scenario.step('gp-09').state).toBe(state)
})

it('S03-22: explaining hangs on no answer', () => {
  expect(outage().step('gp-08').state).toBe('open')
})

it('the source sets no limit here, so none is made up', () => {
  const scenario = outage()
  scenario.answer('restorable', 'not-soon')
  scenario.pass('2 d')
  expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
  expect(shippedPlan('government-hall-power-cut').steps.filter((step) => step.due)).toEqual([])
})
