/** Answering a plan's questions: what is taken, what is refused and how (design §2 "Facts"). */
import { describe, expect, it } from 'vitest'
import type { Fact, FactValue } from '#shared/domain/plan/plan.ts'
import { amount, choice, plan, step, yesNo } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const asking = (...facts: Fact[]): Led => {
  const led = reported(WORKDAY)
  led.activate(plan('p', [step('a')], { facts }))
  return led
}
const value = (led: Led, key: string): FactValue | null | undefined =>
  led.board().facts.find((fact) => fact.key === key)?.value

describe('a question is unknown until it is answered', () => {
  it('and then shows value, person and instant', () => {
    const led = asking(yesNo('k'))
    expect(led.board().facts).toMatchObject([
      { key: 'k', value: null, answeredAt: null, answeredBy: null },
    ])
    led.pass('1 min')
    led.answer('k', 'no')
    expect(led.board().facts).toMatchObject([
      { key: 'k', value: 'no', answeredAt: led.now(), answeredBy: '周敏' },
    ])
  })

  it('a later answer takes its place; both stay in the record', () => {
    const led = asking(yesNo('k'))
    led.answer('k', 'no')
    led.pass('1 min')
    led.answer('k', 'yes')
    expect(value(led, 'k')).toBe('yes')
    expect(led.all('FactAnswered').map((event) => event.value)).toEqual(['no', 'yes'])
    expect(led.state().facts.k).toMatchObject({ firstAt: led.now() - 60_000, at: led.now() })
  })
})

describe('what an answer may be', () => {
  const TAKEN: [string, Fact, FactValue, FactValue][] = [
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
  it.each(TAKEN)('%s is taken', (_, fact, given, kept) => {
    const led = asking(fact)
    expect(led.answer('k', given)).toBeNull()
    expect(value(led, 'k')).toEqual(kept)
  })

  const REFUSED: [string, Fact, FactValue][] = [
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
  it.each(REFUSED)('%s is refused', (_, fact, given) => {
    const led = asking(fact)
    expect(led.answer('k', given)).toMatchObject({
      code: 'bad-value',
      details: fact.options.map((option) => option.value),
    })
    expect(value(led, 'k')).toBeNull()
  })

  it('the refusal names the options, or the kind of number, in both languages', () => {
    expect(asking(choice('k', ['small', 'large'])).answer('k', 'x')?.message).toEqual({
      zh: '答案只能是：small、large',
      en: 'The answer must be one of: small, large',
    })
    expect(asking(amount('k')).answer('k', 'x')?.message).toEqual({
      zh: '答案须是不小于零的数',
      en: 'The answer must be a number, zero or more',
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
    expect(reported(WORKDAY).answer('k', 'yes')?.code).toBe('unknown-fact')
  })

  it('because the plan that is named does not ask it', () => {
    const led = asking(yesNo('k'))
    led.activate(plan('q', [step('b')]))
    expect(led.answer('k', 'yes', 'q')?.code).toBe('unknown-fact')
    expect(led.answer('k', 'yes', 'nobody')?.code).toBe('unknown-fact')
  })

  it('because the calendar answers it; the board shows how', () => {
    const day: Fact = choice('day', ['workday', 'holiday'], { kind: 'calendar' })
    const led = asking(day)
    expect(led.answer('day', 'holiday')).toMatchObject({
      code: 'fact-derived',
      message: {
        zh: '“day”由日历得出，不用回答',
        en: '"day" follows from the calendar and is not answered',
      },
    })
    expect(value(led, 'day')).toBe('workday')
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
    const led = reported(WORKDAY)
    led.activate(FIRE)
    const states = (): string[] => led.board().steps.map(({ state }) => state)
    expect(states()).toEqual(['waiting', 'waiting', 'open'])
    led.answer('size', 'small')
    expect(states()).toEqual(['open', 'hidden', 'open'])
    led.finish('small')
    led.answer('size', 'large')
    expect(states()).toEqual(['done', 'open', 'open'])
    led.answer('size', 'small')
    expect(states()).toEqual(['done', 'hidden', 'open'])
  })

  it('an accepted step that is hidden and opens again is still accepted', () => {
    const led = reported(WORKDAY)
    led.activate(FIRE)
    led.answer('size', 'small')
    led.accept('small')
    led.answer('size', 'large')
    expect(led.step('small').state).toBe('hidden')
    led.answer('size', 'small')
    expect(led.step('small')).toMatchObject({ state: 'accepted', acceptedBy: '周敏' })
  })

  it('the same answer again changes no step', () => {
    const led = reported(WORKDAY)
    led.activate(FIRE)
    led.answer('size', 'small')
    const changes = led.all('StepsChanged').length
    led.answer('size', 'small')
    expect(led.all('StepsChanged')).toHaveLength(changes)
    expect(led.all('FactAnswered')).toHaveLength(2)
  })
})
