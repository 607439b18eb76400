/**
 * A customer falls or is ill: S09-95 … S09-98, light, serious and unknown, and what the customer
 * wishes.
 */
import { describe, expect, it } from 'vitest'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { allPlans, allTypes, runs, shippedPlan, states } from '../../../kit/library.ts'

const ill = (severity?: 'light' | 'serious'): Scenario => {
  const scenario = runs('gas-customer-fall-or-illness', '2026-11-24T14:00:00+08:00')
  if (severity) scenario.answer('severity', severity)
  return scenario
}
const SERIOUS = ['fi-06', 'fi-07', 'fi-08']

it('S09-95: comfort and ask, from the start and whatever it is', () => {
  expect(ill().step('fi-01').state).toBe('open')
  expect(ill().board().next).toBe('fi-01')
})

describe('S09-96 … S09-98: how serious it is', () => {
  it.each([
    [undefined, ['waiting', 'waiting'], 'waiting'],
    ['light', ['open', 'open'], 'hidden'],
    ['serious', ['hidden', 'hidden'], 'open'],
  ] as const)('%s', (severity, light, serious) => {
    const scenario = ill(severity)
    expect(states(scenario, 'fi-02', 'fi-03')).toEqual(light)
    expect(states(scenario, ...SERIOUS)).toEqual([serious, serious, serious])
  })

  it('120 can be called before anybody has answered', () => {
    const scenario = ill()
    expect(scenario.finish('fi-07')).toBeNull()
    expect(scenario.step('fi-07').state).toBe('done')
  })

  it('from light to serious: the ambulance comes first, then not moving, both for life', () => {
    const scenario = ill('light')
    scenario.finish('fi-02')
    scenario.answer('severity', 'serious')
    expect(scenario.board().next).toBe('fi-07')
    expect(scenario.step('fi-07')).toMatchObject({
      lifeSafety: true,
      urgency: 'immediate',
      calls: [{ number: '120' }],
    })
    expect(scenario.step('fi-06')).toMatchObject({ lifeSafety: true, prohibits: true })
    scenario.finish('fi-07')
    expect(scenario.board().next).toBe('fi-06')
    expect(scenario.step('fi-02').state).toBe('done')
  })

  it.each(['fi-06', 'fi-07'])('%s is not skipped without a reason', (id) => {
    const scenario = ill('serious')
    expect(scenario.finish(id, 'skipped')?.code).toBe('reason-needed')
  })

  it('offers no third answer: in doubt it is serious', () => {
    expect(ill().answer('severity', 'unclear')).toMatchObject({
      code: 'bad-value',
      details: ['light', 'serious'],
    })
  })
})

it('S09-96: light: help, and nothing that moves the person', () => {
  expect(ill('light').step('fi-02').title.zh).toBe('较轻：给予帮助')
})

describe('S09-96: light: as the customer wishes', () => {
  it('neither is never said together with an ambulance', () => {
    expect(ill('light').answer('customer_wish', ['none', 'ambulance'])).toMatchObject({
      code: 'bad-value',
    })
  })

  it.each([
    [undefined, 'waiting', 'waiting'],
    ['none', 'hidden', 'hidden'],
    ['ambulance', 'open', 'hidden'],
    ['family', 'hidden', 'open'],
    ['both', 'open', 'open'],
  ] as const)('%s', (wish, ambulance, family) => {
    const scenario = ill('light')
    if (wish) scenario.answer('customer_wish', wish)
    expect(states(scenario, 'fi-04', 'fi-05')).toEqual([ambulance, family])
  })

  it('the wish does not matter where it is serious: 120 and family in any case', () => {
    const scenario = ill('serious')
    scenario.answer('customer_wish', 'none')
    expect(states(scenario, 'fi-04', 'fi-05', ...SERIOUS)).toEqual([
      'hidden',
      'hidden',
      'open',
      'open',
      'open',
    ])
  })
})

it.each([
  ['other.fight', 'gas-fight-theft-robbery', ['gas-customer-fall-or-illness']],
  ['other.premises-fire', 'gas-premises-fire', ['gas-customer-fall-or-illness']],
  ['system-failure.power', 'gas-hall-power-cut', []],
] as const)(
  'where somebody is hurt it is proposed beside a plan that treats nobody: %s',
  (code, planId, proposed) => {
    const type = allTypes().find((known) => known.code === code) ?? expect.fail(code)
    const scenario = incidentAt('2026-11-24T14:00:00+08:00', { library: allPlans(), type })
    scenario.activate(shippedPlan(planId))
    expect(scenario.board().proposed).toEqual([])
    scenario.send({
      type: 'AssessIncident',
      casualties: { minor: 1 },
      loss: null,
      severity: null,
      reason: null,
    })
    expect(scenario.board().proposed.map((proposal) => proposal.planId)).toEqual(proposed)
  },
)

it('the source sets no limit here, so none is made up', () => {
  const scenario = ill('serious')
  scenario.pass('2 d')
  expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
})
