/** Answering a plan's questions: what is taken, what is refused and how. */
import { describe, expect, it } from 'vitest'
import type { Question, FactValue } from '#shared/domain/plan/plan.ts'
import { amount, choice, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const asking = (...facts: Question[]): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', [step('a')], { facts }))
  return scenario
}
const value = (scenario: Scenario, key: string): FactValue | null | undefined =>
  scenario.board().facts.find((fact) => fact.key === key)?.value

describe('a question is unknown until it is answered', () => {
  it('once answered it shows value, person and instant', () => {
    const scenario = asking(yesNo('k'))
    expect(scenario.board().facts).toMatchObject([
      { key: 'k', value: null, answeredAt: null, answeredBy: null },
    ])
    scenario.pass('1 min')
    scenario.answer('k', 'no')
    expect(scenario.board().facts).toMatchObject([
      { key: 'k', value: 'no', answeredAt: scenario.now(), answeredBy: '周敏' },
    ])
  })

  it('a later answer takes its place; both stay in the record', () => {
    const scenario = asking(yesNo('k'))
    scenario.answer('k', 'no')
    scenario.pass('1 min')
    scenario.answer('k', 'yes')
    expect(value(scenario, 'k')).toBe('yes')
    expect(scenario.all('FactAnswered').map((event) => event.value)).toEqual(['no', 'yes'])
    expect(scenario.state().facts.k).toMatchObject({
      firstAt: scenario.now() - 60_000,
      at: scenario.now(),
    })
  })
})

describe('what an answer may be', () => {
  const TAKEN: [string, Question, FactValue, FactValue][] = [
    ['one of the options', choice('k', ['small', 'large']), 'large', 'large'],
    ['yes of a yes-no question', yesNo('k'), 'yes', 'yes'],
    ['a number', amount('k'), 24.01, 24.01],
    ['nought', amount('k'), 0, 0],
    ['an estimate', amount('k', { kind: 'estimate' }), 24, 24],
    ['several options', choice('k', ['a', 'b', 'c'], { several: true }), ['a', 'c'], ['a', 'c']],
    ['one of several', choice('k', ['a', 'b', 'c'], { several: true }), 'b', ['b']],
    ['none of several', choice('k', ['a', 'b', 'c'], { several: true }), [], []],
    [
      'several with one said twice',
      choice('k', ['a', 'b', 'c'], { several: true }),
      ['a', 'a'],
      ['a'],
    ],
  ]
  it.each(TAKEN)('%s is taken', (_, fact, input, recorded) => {
    const scenario = asking(fact)
    expect(scenario.answer('k', input)).toBeNull()
    expect(value(scenario, 'k')).toEqual(recorded)
  })

  const REFUSED: [string, Question, FactValue][] = [
    ['an option that is not there', choice('k', ['small', 'large']), 'huge'],
    ['an empty word', choice('k', ['small', 'large']), ''],
    ['a word for a yes-no question', yesNo('k'), 'true'],
    ['a list where only one can hold', choice('k', ['small', 'large']), ['small']],
    ['a number where a word is asked', choice('k', ['1', '2']), 1],
    ['several with a stranger among them', choice('k', ['a', 'b'], { several: true }), ['a', 'x']],
    ['a number where several are asked', choice('k', ['1', '2'], { several: true }), 1],
    ['a word where a number is asked', amount('k'), '24'],
    ['less than nought', amount('k'), -0.01],
    ['no number', amount('k'), NaN],
    ['a number without end', amount('k', { kind: 'estimate' }), Infinity],
    ['a list where a number is asked', amount('k'), ['24']],
  ]
  it.each(REFUSED)('%s is refused', (_, fact, input) => {
    const scenario = asking(fact)
    expect(scenario.answer('k', input)).toMatchObject({
      code: 'bad-value',
      details: fact.options.map((option) => option.value),
    })
    expect(value(scenario, 'k')).toBeNull()
  })

  it('the refusal names the options, or the kind of number, in both languages', () => {
    expect(asking(choice('k', ['small', 'large'])).answer('k', 'x')?.message).toEqual({
      zh: '答案只能是：small、large',
      en: 'The answer must be one of: small, large',
    })
    expect(asking(amount('k')).answer('k', 'x')?.message).toEqual({
      zh: '答案须是不小于零的数',
      en: 'The answer must be a number, 0 or more',
    })
  })
})

describe('a question that cannot be answered', () => {
  it('because no running plan asks it', () => {
    expect(asking(yesNo('k')).answer('other', 'yes')).toMatchObject({
      code: 'unknown-fact',
      message: {
        zh: '执行中的预案没有这个问题：other',
        en: 'No running plan asks this question: other',
      },
    })
    expect(incidentAt(WORKDAY).answer('k', 'yes')?.code).toBe('unknown-fact')
  })

  it('because the plan that is named does not ask it', () => {
    const scenario = asking(yesNo('k'))
    scenario.activate(plan('q', [step('b')]))
    expect(scenario.answer('k', 'yes', 'q')?.code).toBe('unknown-fact')
    expect(scenario.answer('k', 'yes', 'nobody')?.code).toBe('unknown-fact')
  })

  it('because the calendar answers it; the board shows how', () => {
    const day: Question = choice('day', ['workday', 'holiday'], { kind: 'calendar' })
    const scenario = asking(day)
    expect(scenario.answer('day', 'holiday')).toMatchObject({
      code: 'fact-derived',
      message: {
        zh: '“day”由工作日历判断，不用回答',
        en: '"day" is answered by the calendar, not by a person',
      },
    })
    expect(value(scenario, 'day')).toBe('workday')
  })
})

describe('a later answer re-evaluates', () => {
  const FIRE = plan(
    'p',
    [
      step('small', { when: { fact: 'size', is: 'small' } }),
      step('large', { when: { fact: 'size', is: 'large' } }),
      step('always'),
    ],
    { facts: [choice('size', ['small', 'large'])] },
  )

  it('steps open and hide with it, while finished steps stay as they are', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(FIRE)
    const states = (): string[] => scenario.board().steps.map(({ state }) => state)
    expect(states()).toEqual(['waiting', 'waiting', 'open'])
    scenario.answer('size', 'small')
    expect(states()).toEqual(['open', 'hidden', 'open'])
    scenario.finish('small')
    scenario.answer('size', 'large')
    expect(states()).toEqual(['done', 'open', 'open'])
    scenario.answer('size', 'small')
    expect(states()).toEqual(['done', 'hidden', 'open'])
  })

  it('an accepted step that is hidden and opens again is still accepted', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(FIRE)
    scenario.answer('size', 'small')
    scenario.accept('small')
    scenario.answer('size', 'large')
    expect(scenario.step('small').state).toBe('hidden')
    scenario.answer('size', 'small')
    expect(scenario.step('small')).toMatchObject({ state: 'accepted', acceptedBy: '周敏' })
  })

  it('the same answer again changes no step', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(FIRE)
    scenario.answer('size', 'small')
    const changes = scenario.all('StepsChanged').length
    scenario.answer('size', 'small')
    expect(scenario.all('StepsChanged')).toHaveLength(changes)
    expect(scenario.all('FactAnswered')).toHaveLength(2)
  })
})
