/**
 * Two procedures that the source only names (S09-110 gas accident, S09-122 explosion): all of it
 * proposed and marked incomplete.
 */
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const AT = '2026-11-24T14:00:00+08:00'
const started = (id: string, answers: Record<string, string> = {}): Scenario => {
  const scenario = runs(id, AT)
  for (const [key, value] of Object.entries(answers)) scenario.answer(key, value)
  return scenario
}

it.each(['gas-accident-hotline', 'gas-explosion'])(
  '%s: every step and question is marked as proposed, no limit is made up',
  (id) => {
    const plan = shippedPlan(id)
    expect(plan.completeness).toBe('incomplete')
    expect([...plan.steps, ...plan.facts].filter(({ proposed }) => !proposed)).toEqual([])
    expect(plan.openPoints.length).toBeGreaterThan(2)
    const scenario = started(id)
    scenario.pass('2 d')
    expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
  },
)

describe('S09-110: a gas accident is reported to the hotline', () => {
  it("the caller's safety comes first, then the crew, then the facts", () => {
    const scenario = started('gas-accident-hotline')
    expect(states(scenario, 'gh-90', 'gh-91', 'gh-92', 'gh-95')).toEqual([
      'open',
      'open',
      'open',
      'open',
    ])
    expect(scenario.board().next).toBe('gh-91')
    scenario.finish('gh-91')
    expect(scenario.board().next).toBe('gh-92')
    scenario.finish('gh-92')
    expect(scenario.step('gh-97').state).toBe('open')
  })

  it.each([
    [{}, ['waiting', 'waiting', 'waiting']],
    [{ casualties: 'no' }, ['hidden', 'waiting', 'waiting']],
    [{ casualties: 'no', fire_or_explosion: 'no' }, ['hidden', 'hidden', 'hidden']],
    [{ casualties: 'yes', fire_or_explosion: 'no' }, ['open', 'hidden', 'open']],
    [{ casualties: 'no', fire_or_explosion: 'yes' }, ['hidden', 'open', 'open']],
    [{ fire_or_explosion: 'yes' }, ['waiting', 'open', 'open']],
  ])('120, 119 with 110, leader: %j', (answers, expected) => {
    expect(states(started('gas-accident-hotline', answers), 'gh-93', 'gh-94', 'gh-98')).toEqual(
      expected,
    )
  })

  it.each([
    ['leak_where', 'indoors'],
    ['valve_closed', 'no'],
  ])('the intake form only records: %s', (key, value) => {
    const scenario = started('gas-accident-hotline')
    const before = scenario.board().steps
    expect(scenario.answer(key, value)).toBeNull()
    expect(scenario.board().steps).toEqual(before)
  })

  it('what to tell the caller is something to do, with its words', () => {
    expect(
      shippedPlan('gas-accident-hotline').steps.find(({ id }) => id === 'gh-91'),
    ).toMatchObject({
      prohibits: false,
      lifeSafety: true,
      say: { zh: expect.stringMatching(/阀门/) },
    })
  })

  it('the customer is called back when the crew has been there and it is contained', () => {
    const scenario = started('gas-accident-hotline')
    scenario.finish('gh-92')
    expect(scenario.step('gh-96').state).toBe('waiting')
    scenario.finish('gh-97')
    scenario.moveExplained('contained')
    expect(scenario.step('gh-96').state).toBe('open')
  })
})

describe('S09-122: an explosion, or an object that may explode', () => {
  it('keeping away and calling stand open, for life', () => {
    const scenario = started('gas-explosion')
    expect(states(scenario, 'ex-90', 'ex-92', 'ex-94')).toEqual(['open', 'open', 'open'])
    expect(scenario.board().next).toBe('ex-90')
    expect(scenario.step('ex-92').calls.map(({ number }) => number)).toEqual(['110', '119'])
  })

  it.each([
    [undefined, 'waiting'],
    ['suspicious-object', 'open'],
    ['exploded', 'hidden'],
  ])('do not touch: %s', (kind, state) => {
    expect(started('gas-explosion', kind ? { kind } : {}).step('ex-91')).toMatchObject({
      state,
      prohibits: true,
    })
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ])('120 for casualties: %s', (casualties, state) => {
    expect(started('gas-explosion', casualties ? { casualties } : {}).step('ex-93').state).toBe(
      state,
    )
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ])('gas and power are cut only if people are safe: %s', (safe, state) => {
    expect(started('gas-explosion', safe ? { people_safe: safe } : {}).step('ex-95').state).toBe(
      state,
    )
  })

  it('the inquiry comes after the evacuation, once it is contained', () => {
    const scenario = started('gas-explosion')
    expect(scenario.step('ex-96').state).toBe('waiting')
    scenario.finish('ex-90')
    expect(scenario.step('ex-96').state).toBe('waiting')
    scenario.moveExplained('contained')
    expect(scenario.step('ex-96').state).toBe('open')
  })
})
