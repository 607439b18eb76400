/**
 * The plan for an agitated customer, clause by clause: S09-06 … S09-23, both bases of a claim, calm
 * or not, and the way to the personal-safety plans.
 */
import { describe, expect, it } from 'vitest'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { allPlans, runs, shippedPlan, states } from '../../../kit/library.ts'

const agitated = (): Scenario => runs('gas-agitated-customer', '2026-11-24T14:00:00+08:00')
/** As the station runs it: the plans beside it may propose themselves. */
function agitatedBeside(): Scenario {
  const scenario = incidentAt('2026-11-24T14:00:00+08:00', { library: allPlans() })
  scenario.activate(shippedPlan('gas-agitated-customer'))
  return scenario
}
const all = (state: string, ids: readonly string[]): string[] => ids.map(() => state)
const stepOf = (id: string) =>
  shippedPlan('gas-agitated-customer').steps.find((step) => step.id === id)

it('S09-10 … S09-14, S09-22: listening, apology and proposal hang on no answer', () => {
  const scenario = agitated()
  const always = ['ga-03', 'ga-04', 'ga-05', 'ga-14']
  expect(states(scenario, ...always)).toEqual(all('open', always))
  expect(scenario.board().next).toBe('ga-03')
})

it('S09-10, S09-12: keeping calm and listening is something to do, so no mark forbids it', () => {
  expect(stepOf('ga-03')).toMatchObject({ prohibits: false, clauses: ['S09-10'] })
})

it.each([
  [undefined, 'waiting'],
  ['hall', 'open'],
  ['other', 'open'],
  ['hotline', 'hidden'],
  ['visit', 'hidden'],
] as const)('S09-11: another place to talk, where there is one: channel %s', (channel, state) => {
  const scenario = agitated()
  if (channel) scenario.answer('channel', channel)
  expect(scenario.step('ga-02').state).toBe(state)
})

it('S09-13, S09-22: what the customer wants and thinks of the proposal has a field', () => {
  expect([stepOf('ga-04')?.note, stepOf('ga-14')?.note]).toEqual([true, true])
})

it.each(['ga-05', 'ga-07', 'ga-08', 'ga-09', 'ga-11', 'ga-12', 'ga-15'])(
  '%s has its words in both languages',
  (id) => {
    expect(stepOf(id)?.say).toMatchObject({
      zh: expect.stringMatching(/.{10}/),
      en: expect.stringMatching(/.{10}/),
    })
  },
)

describe('S09-15 … S09-18: what the claim rests on', () => {
  it.each([
    [undefined, 'waiting', 'waiting'],
    ['against-rules', 'open', 'hidden'],
    ['our-side', 'hidden', 'open'],
    ['other', 'hidden', 'hidden'],
  ] as const)('%s', (basis, rules, ours) => {
    const scenario = agitated()
    if (basis) scenario.answer('claim_basis', basis)
    expect(states(scenario, 'ga-06', 'ga-07')).toEqual([rules, rules])
    expect(states(scenario, 'ga-08', 'ga-09')).toEqual([ours, ours])
  })

  it('turned round: what was explained stays, the other way opens', () => {
    const scenario = agitated()
    scenario.answer('claim_basis', 'against-rules')
    scenario.finish('ga-06')
    scenario.answer('claim_basis', 'our-side')
    expect(states(scenario, 'ga-06', 'ga-07', 'ga-08', 'ga-09')).toEqual([
      'done',
      'hidden',
      'open',
      'open',
    ])
  })
})

describe('questions that are recorded and change no step', () => {
  it.each<[string, string | string[]]>([
    ['our_side_reason', 'our-fault'],
    ['our_side_reason', 'promise-broken'],
    ['our_side_reason', 'within-promise-unsatisfied'],
    ['claim_reasonable', 'reasonable'],
    ['claim_reasonable', 'unreasonable'],
    ['claim_reasonable', 'unclear'],
    ['dissatisfaction', ['not-met', 'objection']],
    ['intensity', 'agitated'],
    ['intensity', 'shouting'],
    ['intensity', 'abusive'],
    ['agreed', 'yes'],
    ['agreed', 'no'],
  ])('%s: %s', (key, value) => {
    const scenario = agitated()
    scenario.answer('attack', 'no')
    const before = scenario.board().steps
    expect(scenario.answer(key, value)).toBeNull()
    expect(scenario.board().steps).toEqual(before)
  })
})

describe('S09-19, S09-20: calm or not', () => {
  const HELP = ['ga-10', 'ga-11', 'ga-12']
  it.each([
    [undefined, 'waiting'],
    ['yes', 'hidden'],
    ['no', 'open'],
  ] as const)('calm: %s', (calm, state) => {
    const scenario = agitated()
    if (calm) scenario.answer('calm', calm)
    expect(states(scenario, ...HELP)).toEqual(all(state, HELP))
  })

  it('store head, line head and department manager are called at once', () => {
    const scenario = agitated()
    scenario.answer('calm', 'no')
    expect(scenario.step('ga-11')).toMatchObject({
      urgency: 'immediate',
      calls: [{ role: 'store-head' }, { role: 'line-head' }, { role: 'department-manager' }],
    })
    expect(scenario.board().next).toBe('ga-11')
  })

  it('calm again after all: the help that was fetched stays in the record', () => {
    const scenario = agitated()
    scenario.answer('calm', 'no')
    scenario.finish('ga-11')
    scenario.answer('calm', 'yes')
    expect(states(scenario, ...HELP)).toEqual(['hidden', 'done', 'hidden'])
  })
})

describe('S09-21: it comes to an attack', () => {
  it.each([
    [undefined, undefined, 'waiting'],
    [undefined, 'hall', 'waiting'],
    ['no', undefined, 'hidden'],
    ['yes', undefined, 'waiting'],
    ['yes', 'hall', 'open'],
    ['yes', 'other', 'open'],
    ['yes', 'visit', 'hidden'],
    ['yes', 'hotline', 'hidden'],
  ] as const)('in the hall: attack %s, channel %s', (attack, channel, state) => {
    const scenario = agitated()
    if (attack) scenario.answer('attack', attack)
    if (channel) scenario.answer('channel', channel)
    expect(scenario.step('ga-13').state).toBe(state)
    // life safety before everything
    if (channel !== 'visit') expect(scenario.board().next === 'ga-13').toBe(state === 'open')
  })

  it.each([
    [undefined, 'hall', 'hidden'],
    [undefined, 'visit', 'waiting'],
    ['no', 'visit', 'hidden'],
    ['yes', undefined, 'waiting'],
    ['yes', 'hotline', 'hidden'],
    ['yes', 'hall', 'hidden'],
    ['yes', 'other', 'hidden'],
    ['yes', 'visit', 'open'],
  ] as const)('at the customer’s home: attack %s, channel %s', (attack, channel, state) => {
    const scenario = agitated()
    if (attack) scenario.answer('attack', attack)
    if (channel) scenario.answer('channel', channel)
    expect(scenario.step('ga-16').state).toBe(state)
  })

  it.each([
    ['ga-13', 'gas-safety-premises-attack'],
    ['ga-16', 'gas-safety-home-visit-attack'],
  ])('%s hands over to %s', (id, plan) => {
    expect(stepOf(id)).toMatchObject({ starts: { plan, handsOver: true }, lifeSafety: true })
    expect(shippedPlan(plan).id).toBe(plan)
  })

  it('both plans offer themselves once an attack is answered, each where it happens, and take over', () => {
    expect(shippedPlan('gas-safety-premises-attack').start).toMatchObject([
      {
        when: {
          all: [
            { fact: 'attack', is: 'yes' },
            { fact: 'channel', is: ['hall', 'other'] },
          ],
        },
        then: 'propose',
        handsOver: true,
        clause: 'S09-21',
      },
    ])
    expect(shippedPlan('gas-safety-home-visit-attack').start).toMatchObject([
      {
        when: {
          all: [
            { fact: 'attack', is: 'yes' },
            { fact: 'channel', is: 'visit' },
          ],
        },
        then: 'propose',
        handsOver: true,
      },
    ])
  })

  const offered = (scenario: Scenario): readonly string[] =>
    scenario.board().proposed.map(({ planId }) => planId)

  it.each([
    ['hall', ['gas-safety-premises-attack']],
    ['other', ['gas-safety-premises-attack']],
    ['visit', ['gas-safety-home-visit-attack']],
    ['hotline', []],
  ] as const)('what is proposed fits the place: %s', (channel, plans) => {
    const scenario = agitatedBeside()
    scenario.answer('attack', 'yes')
    scenario.answer('channel', channel)
    expect(offered(scenario)).toEqual(plans)
  })

  it('a place that was corrected: the plan for the wrong one is proposed no longer', () => {
    const scenario = agitatedBeside()
    scenario.answer('attack', 'yes')
    scenario.answer('channel', 'other')
    scenario.answer('channel', 'visit')
    expect(offered(scenario)).toEqual(['gas-safety-home-visit-attack'])
  })

  it('the sister plan has taken over: nothing is proposed any more', () => {
    const scenario = agitatedBeside()
    scenario.answer('attack', 'yes')
    scenario.answer('channel', 'other')
    scenario.activate(shippedPlan('gas-safety-home-visit-attack'), {
      supersedes: 'gas-agitated-customer',
    })
    expect(offered(scenario)).toEqual([])
  })

  it('one record: what was done for the customer stays, what was left is let go, the new plan stands open', () => {
    const scenario = agitated()
    scenario.finish('ga-03')
    scenario.answer('attack', 'yes')
    expect(
      scenario.activate(shippedPlan('gas-safety-premises-attack'), {
        supersedes: 'gas-agitated-customer',
      }),
    ).toBeNull()
    expect(states(scenario, 'ga-03', 'gq-07', 'gq-01')).toEqual(['done', 'open', 'open'])
    expect(scenario.board().next).toBe('gq-07')
    expect(
      scenario.board().plans.map(({ planId, supersededBy }) => [planId, supersededBy]),
    ).toEqual([
      ['gas-agitated-customer', 'gas-safety-premises-attack'],
      ['gas-safety-premises-attack', null],
    ])
  })
})

it('S09-23: the benefit is told after the proposal', () => {
  const scenario = agitated()
  expect(scenario.step('ga-15').state).toBe('waiting')
  scenario.finish('ga-14')
  expect(scenario.step('ga-15').state).toBe('open')
})

it('the source sets no limit here, so none is made up', () => {
  const scenario = agitated()
  scenario.answer('calm', 'no')
  scenario.pass('2 d')
  expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
})
