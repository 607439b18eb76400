/**
 * Three-valued conditions: true, false, and unknown as long as nobody has answered.
 */
import { describe, expect, it } from 'vitest'
import type { Condition } from '#shared/domain/plan/plan.ts'
import { HOUR, MINUTE, amount, choice, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { CALENDAR, HOLIDAY, WORKDAY } from '../../kit/days.ts'

type Truth = 'T' | 'F' | '?'
const STATE = { T: 'open', F: 'hidden', '?': 'waiting' } as const

const holding = (when: Condition, facts = [yesNo('x'), yesNo('y')], at = WORKDAY): Scenario => {
  const scenario = incidentAt(at, { calendar: CALENDAR })
  scenario.activate(plan('p', [step('s', { when })], { facts }))
  return scenario
}
const say = (scenario: Scenario, key: string, truth: Truth): void => {
  if (truth !== '?') scenario.answer(key, truth === 'T' ? 'yes' : 'no')
}

const X: Condition = { fact: 'x', is: 'yes' }
const Y: Condition = { fact: 'y', is: 'yes' }

describe.each([
  [
    'all',
    { all: [X, Y] },
    { TT: 'T', TF: 'F', 'T?': '?', FT: 'F', FF: 'F', 'F?': 'F', '?T': '?', '?F': 'F', '??': '?' },
  ],
  [
    'any',
    { any: [X, Y] },
    { TT: 'T', TF: 'T', 'T?': 'T', FT: 'T', FF: 'F', 'F?': '?', '?T': 'T', '?F': '?', '??': '?' },
  ],
  [
    'not all',
    { not: { all: [X, Y] } },
    { TT: 'F', TF: 'T', 'T?': '?', FT: 'T', FF: 'T', 'F?': 'T', '?T': '?', '?F': 'T', '??': '?' },
  ],
  [
    'not any',
    { not: { any: [X, Y] } },
    { TT: 'F', TF: 'F', 'T?': 'F', FT: 'F', FF: 'T', 'F?': '?', '?T': 'F', '?F': '?', '??': '?' },
  ],
] as [string, Condition, Record<string, Truth>][])('%s', (_, when, table) => {
  it.each(Object.entries(table))('of %s is %s', (answer, truth) => {
    const scenario = holding(when)
    say(scenario, 'x', answer[0] as Truth)
    say(scenario, 'y', answer[1] as Truth)
    expect(scenario.step('s').state).toBe(STATE[truth])
  })
})

describe('not', () => {
  it.each([
    ['T', 'F'],
    ['F', 'T'],
    ['?', '?'],
  ] as const)('of %s is %s', (answer, truth) => {
    const scenario = holding({ not: X })
    say(scenario, 'x', answer)
    expect(scenario.step('s').state).toBe(STATE[truth])
  })
})

it('all of nothing holds, any of nothing does not', () => {
  expect(holding({ all: [] }).step('s').state).toBe('open')
  expect(holding({ any: [] }).step('s').state).toBe('hidden')
})

describe('a choice', () => {
  const SIZE = choice('size', ['small', 'large', 'other'])
  it.each([
    ['small', 'open'],
    ['large', 'open'],
    ['other', 'hidden'],
  ])('is one of two options: %s', (value, state) => {
    const scenario = holding({ fact: 'size', is: ['small', 'large'] }, [SIZE])
    scenario.answer('size', value)
    expect(scenario.step('s').state).toBe(state)
  })

  it.each([
    [['small'], 'hidden'],
    [['small', 'large'], 'open'],
    [['large'], 'open'],
    [[], 'hidden'],
  ] as const)('of several holds one: %j', (value, state) => {
    const scenario = holding({ fact: 'size', is: 'large' }, [{ ...SIZE, several: true }])
    scenario.answer('size', value)
    expect(scenario.step('s').state).toBe(state)
  })
})

describe('an amount (S09-50: 5000 does not exceed 5000)', () => {
  it.each([
    [0, 'hidden'],
    [4999.99, 'hidden'],
    [5000, 'hidden'],
    [5000.01, 'open'],
    [1e9, 'open'],
  ])('%d over 5000', (value, state) => {
    const scenario = holding({ fact: 'loss', over: 5000 }, [amount('loss')])
    expect(scenario.step('s').state).toBe('waiting')
    scenario.answer('loss', value)
    expect(scenario.step('s').state).toBe(state)
  })
})

describe('another step', () => {
  const done = (outcome: 'done' | 'already-done' | 'not-applicable' | 'skipped'): string => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a'), step('s', { when: { step: 'a', is: 'done' } })]))
    expect(scenario.step('s').state).toBe('hidden')
    scenario.finish('a', outcome, 'r')
    return scenario.step('s').state
  }
  it.each([
    ['done', 'open'],
    ['already-done', 'open'],
    ['not-applicable', 'hidden'],
    ['skipped', 'hidden'],
  ] as const)('%s: %s', (outcome, state) => {
    expect(done(outcome)).toBe(state)
  })

  it('late: from the instant of its limit on, and for good', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('a', { due: { within: 10 * MINUTE, from: 'reported' } }),
        step('s', { when: { step: 'a', is: 'late' } }),
      ]),
    )
    scenario.pass(10 * MINUTE - 1)
    expect(scenario.step('s').state).toBe('hidden')
    scenario.pass(1)
    expect(scenario.step('s').state).toBe('open')
    scenario.finish('a')
    scenario.explain('a')
    expect(scenario.step('s').state).toBe('open')
  })

  it('late: never, if it was done in time', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('a', { due: { within: 10 * MINUTE, from: 'reported' } }),
        step('s', { when: { step: 'a', is: 'late' } }),
      ]),
    )
    scenario.finish('a')
    scenario.pass('2 h')
    expect(scenario.step('s').state).toBe('hidden')
  })

  it('of another plan of the incident counts as well', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]))
    scenario.activate(plan('q', [step('s', { when: { step: 'a', is: 'done' } })]))
    scenario.finish('a')
    expect(scenario.step('s').state).toBe('open')
  })
})

describe('elapsed time', () => {
  it.each([
    ['reported', 4 * HOUR, 0],
    ['occurred', 3 * HOUR, 0],
    ['activated', 4 * HOUR + 10 * MINUTE, 10 * MINUTE],
  ] as const)('from %s passes at its instant', (from, at, wait) => {
    const scenario = incidentAt(WORKDAY, { occurredAt: Date.parse(WORKDAY) - HOUR })
    scenario.pass(wait)
    scenario.activate(plan('p', [step('s', { when: { elapsed: 4 * HOUR, from } })]))
    scenario.pass(at - wait - 1)
    expect(scenario.step('s').state).toBe('hidden')
    scenario.pass(1)
    expect(scenario.step('s').state).toBe('open')
  })

  it('from a step or a fact begins with them', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [
          step('a'),
          step('s', { when: { elapsed: HOUR, from: { step: 'a' } } }),
          step('f', { when: { elapsed: HOUR, from: { fact: 'x' } } }),
        ],
        { facts: [yesNo('x')] },
      ),
    )
    scenario.pass('2 h')
    expect([scenario.step('s').state, scenario.step('f').state]).toEqual(['hidden', 'hidden'])
    scenario.finish('a')
    scenario.answer('x', 'no')
    scenario.pass(HOUR - 1)
    expect([scenario.step('s').state, scenario.step('f').state]).toEqual(['hidden', 'hidden'])
    scenario.pass(1)
    expect([scenario.step('s').state, scenario.step('f').state]).toEqual(['open', 'open'])
  })

  it('that has passed already when the plan is activated opens its step at once', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.pass('5 h')
    scenario.activate(plan('p', [step('s', { when: { elapsed: 4 * HOUR, from: 'reported' } })]))
    expect(scenario.step('s').state).toBe('open')
    expect(scenario.deadlines()).toEqual([])
  })

  it('ends a step that holds only until then', () => {
    const scenario = holding({ not: { elapsed: HOUR, from: 'reported' } })
    expect(scenario.step('s').state).toBe('open')
    scenario.pass(HOUR)
    expect(scenario.step('s').state).toBe('hidden')
  })

  it('passes once for all steps of a plan that name it, and apart for each plan', () => {
    const scenario = incidentAt(WORKDAY)
    const when: Condition = { elapsed: HOUR, from: 'activated' }
    scenario.activate(
      plan('p', [step('a', { when }), step('b', { when: { all: [when, { not: X }] } })], {
        facts: [yesNo('x')],
      }),
    )
    scenario.pass('10 min')
    scenario.activate(plan('q', [step('c', { when })]))
    scenario.pass('50 min')
    expect(scenario.board().steps.map(({ state }) => state)).toEqual(['open', 'waiting', 'hidden'])
    scenario.pass('10 min')
    expect(scenario.step('c').state).toBe('open')
    expect(scenario.all('TimePassed').map((event) => event.threshold)).toEqual([
      `p/activated/${HOUR}`,
      `q/activated/${HOUR}`,
    ])
  })
})

describe('the calendar', () => {
  it.each([
    [WORKDAY, 'open', 'hidden'],
    [HOLIDAY, 'hidden', 'open'],
  ])('%s', (at, workday, holiday) => {
    expect(holding({ calendar: 'workday' }, [], at).step('s').state).toBe(workday)
    expect(holding({ calendar: 'holiday' }, [], at).step('s').state).toBe(holiday)
  })

  it('of a step without a clock is judged at the activation, not at the report', () => {
    const scenario = incidentAt('2026-09-30T23:55:00+08:00', { calendar: CALENDAR })
    scenario.pass('10 min') // now it is a holiday
    scenario.activate(
      plan('p', [step('s', { when: { calendar: 'holiday' } })], {
        facts: [choice('day', ['workday', 'holiday'], { kind: 'calendar' })],
      }),
    )
    expect(scenario.step('s').state).toBe('open')
    expect(scenario.board().facts).toMatchObject([{ key: 'day', value: 'holiday' }])
  })
})
