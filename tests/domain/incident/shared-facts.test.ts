/**
 * One key in two running plans: one answer if they offer the same options, else each plan has its
 * own.
 */
import { describe, expect, it } from 'vitest'
import type { Question } from '#shared/domain/plan/plan.ts'
import { HOUR, MINUTE, choice, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const TWO = choice('size', ['small', 'large'])
const THREE = choice('size', ['initial', 'serious', 'large'])
const large = (id: string, fact: Question, due = false): ReturnType<typeof plan> =>
  plan(
    id,
    [
      step(`${id}1`, {
        when: { fact: 'size', is: 'large' },
        ...(due ? { due: { within: 10 * MINUTE, from: { fact: 'size' } } } : {}),
      }),
    ],
    { facts: [fact] },
  )
const states = (scenario: Scenario): string[] => scenario.board().steps.map(({ state }) => state)
const values = (scenario: Scenario): unknown[] =>
  scenario.board().facts.map(({ planId, value }) => [planId, value])

describe('two plans with the same options', () => {
  it('share the answer', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(large('p', TWO))
    scenario.activate(large('q', TWO))
    expect(scenario.answer('size', 'large')).toBeNull()
    expect(states(scenario)).toEqual(['open', 'open'])
    expect(scenario.all('FactAnswered')).toMatchObject([{ key: 'size', planId: null }])
  })

  it('share it also when one of them is named', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(large('p', TWO))
    scenario.activate(large('q', TWO))
    scenario.answer('size', 'large', 'q')
    expect(states(scenario)).toEqual(['open', 'open'])
  })

  it('in another order are still the same options', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(large('p', TWO))
    scenario.activate(large('q', choice('size', ['large', 'small'])))
    expect(scenario.answer('size', 'large')).toBeNull()
    expect(states(scenario)).toEqual(['open', 'open'])
  })

  it('a plan that is added later takes the earlier answer over', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(large('p', TWO))
    scenario.answer('size', 'large')
    scenario.activate(large('q', TWO))
    expect(states(scenario)).toEqual(['open', 'open'])
  })
})

describe('two plans with different options', () => {
  const both = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(large('p', TWO))
    scenario.activate(large('q', THREE))
    return scenario
  }

  it('need to be told which is meant', () => {
    const scenario = both()
    expect(scenario.answer('size', 'large')).toEqual({
      ok: false,
      code: 'plan-needed',
      details: ['p', 'q'],
      message: {
        zh: '几份预案对这个问题的选项不同，请指明是哪份预案',
        en: 'Several running plans use this question differently: say which plan you mean',
      },
    })
    expect(states(scenario)).toEqual(['waiting', 'waiting'])
  })

  it('have an answer each', () => {
    const scenario = both()
    scenario.answer('size', 'large', 'p')
    expect(states(scenario)).toEqual(['open', 'waiting'])
    scenario.answer('size', 'serious', 'q')
    expect(values(scenario)).toEqual([
      ['p', 'large'],
      ['q', 'serious'],
    ])
    expect(states(scenario)).toEqual(['open', 'hidden'])
  })

  it('each refuse the options of the other', () => {
    expect(both().answer('size', 'serious', 'p')).toMatchObject({
      code: 'bad-value',
      details: ['small', 'large'],
    })
  })

  it('an answer given before the second plan came is no answer to its question', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(large('p', TWO))
    scenario.answer('size', 'large')
    scenario.activate(large('q', THREE))
    expect(states(scenario)).toEqual(['open', 'waiting'])
    expect(values(scenario)).toEqual([
      ['p', 'large'],
      ['q', null],
    ])
    expect(scenario.board().steps[1]?.waitsFor).toEqual(['size'])
  })

  it('differ also in whether several may hold', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(large('p', TWO))
    scenario.activate(large('q', choice('size', ['small', 'large'], { several: true })))
    expect(scenario.answer('size', 'large')?.code).toBe('plan-needed')
  })
})

describe('when the plan that meant something else is superseded', () => {
  const after = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(large('p', TWO))
    scenario.answer('size', 'large')
    scenario.activate(large('q', THREE), { supersedes: 'p' })
    return scenario
  }

  it('its answer stays behind, and no plan need be named any more', () => {
    const scenario = after()
    expect(scenario.step('q1').state).toBe('waiting')
    expect(scenario.answer('size', 'serious')).toBeNull()
    expect(scenario.step('q1').state).toBe('hidden')
    expect(scenario.answer('size', 'large')).toBeNull()
    expect(scenario.step('q1').state).toBe('open')
  })

  it('one answer serves all that still run and ask the same', () => {
    const scenario = after()
    scenario.activate(large('r', THREE))
    scenario.answer('size', 'large')
    expect([scenario.step('q1').state, scenario.step('r1').state]).toEqual(['open', 'open'])
  })
})

it("a limit from a fact counts from the plan's first answer, also when a second plan makes the key its own", () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(large('p', TWO, true))
  scenario.answer('size', 'small')
  const first = scenario.now()
  scenario.pass('1 h')
  scenario.activate(large('q', THREE, true))
  scenario.answer('size', 'large', 'q')
  expect(scenario.step('q1').dueAt).toBe(first + HOUR + 10 * MINUTE)
  scenario.answer('size', 'large', 'p')
  expect(scenario.step('p1')).toMatchObject({ dueAt: first + 10 * MINUTE, late: true })
})
