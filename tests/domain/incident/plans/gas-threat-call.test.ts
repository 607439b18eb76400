/**
 * A threatening call: S09-118 … S09-121 in the order of the call, and what is proposed where the
 * source is silent (S09-132).
 */
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const call = (kind?: string): Scenario => {
  const scenario = runs('gas-threatening-call', '2026-11-24T14:00:00+08:00')
  if (kind) scenario.answer('threat_kind', kind)
  return scenario
}

it('S09-118 … S09-120: while the caller speaks: recording calmly, number, no word; recording and number at once', () => {
  const scenario = call()
  expect(states(scenario, 'tc-02', 'tc-03', 'tc-04', 'tc-05')).toEqual([
    'open',
    'open',
    'open',
    'open',
  ])
  expect([scenario.step('tc-02').urgency, scenario.step('tc-03').urgency]).toEqual([
    'immediate',
    'immediate',
  ])
  expect(scenario.step('tc-04').prohibits).toBe(true)
  expect(scenario.board().next).toBe('tc-90') // a colleague rings while the caller speaks
})

it('S09-121: the course is written down and the department head told, in this order, once the caller has hung up', () => {
  const scenario = call()
  const order = shippedPlan('gas-threatening-call').steps.map(({ id }) => id)
  expect(order.indexOf('tc-06')).toBeLessThan(order.indexOf('tc-07'))
  expect(states(scenario, 'tc-06', 'tc-07')).toEqual(['waiting', 'waiting'])
  scenario.finish('tc-05')
  expect(states(scenario, 'tc-06', 'tc-07')).toEqual(['open', 'open'])
})

describe('S09-132: proposed, for the source says nothing', () => {
  it('110 comes first, from the start, and life hangs on it', () => {
    const scenario = call()
    expect(scenario.step('tc-90')).toMatchObject({
      state: 'open',
      proposed: true,
      lifeSafety: true,
      calls: [{ number: '110' }],
    })
  })

  it.each([
    [undefined, 'waiting'],
    ['bomb', 'open'],
    ['unclear', 'open'],
    ['person', 'hidden'],
    ['other', 'hidden'],
  ])('evacuation and search, once the police were called: threat %s', (kind, state) => {
    const scenario = call(kind)
    expect(['waiting', 'hidden']).toContain(scenario.step('tc-91').state)
    scenario.finish('tc-90')
    expect(scenario.step('tc-91')).toMatchObject({ state, proposed: true, lifeSafety: true })
  })

  it('public walls learn of it by a step of its own: once people leave, or it is contained', () => {
    const leaving = call('bomb')
    expect(leaving.step('tc-92').state).toBe('waiting')
    leaving.finish('tc-90')
    leaving.finish('tc-91')
    expect(leaving.step('tc-92')).toMatchObject({ state: 'open', discloses: true })
    const over = call('person')
    over.finish('tc-90')
    over.moveExplained('contained')
    expect(over.step('tc-92').state).toBe('open')
  })

  it('what is proposed is marked, and nothing else', () => {
    expect(
      shippedPlan('gas-threatening-call')
        .steps.filter(({ proposed }) => proposed)
        .map(({ id }) => id),
    ).toEqual(['tc-90', 'tc-91', 'tc-92'])
  })
})

it('no limit is made up', () => {
  const scenario = call('bomb')
  scenario.pass('2 d')
  expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
})
