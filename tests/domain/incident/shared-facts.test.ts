/**
 * One key in two running plans: one answer if they offer the same options, else each plan has its
 * own (design §2 "Facts").
 */
import { describe, expect, it } from 'vitest'
import type { Fact } from '#shared/domain/plan/plan.ts'
import { HOUR, MINUTE, choice, plan, step } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const TWO = choice('size', ['small', 'large'])
const THREE = choice('size', ['initial', 'serious', 'large'])
const large = (id: string, fact: Fact, due = false): ReturnType<typeof plan> =>
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
const states = (led: Led): string[] => led.board().steps.map(({ state }) => state)
const values = (led: Led): unknown[] =>
  led.board().facts.map(({ planId, value }) => [planId, value])

describe('two plans with the same options', () => {
  it('share the answer', () => {
    const led = reported(WORKDAY)
    led.activate(large('p', TWO))
    led.activate(large('q', TWO))
    expect(led.answer('size', 'large')).toBeNull()
    expect(states(led)).toEqual(['open', 'open'])
    expect(led.all('FactAnswered')).toMatchObject([{ key: 'size', planId: null }])
  })

  it('share it also when one of them is named', () => {
    const led = reported(WORKDAY)
    led.activate(large('p', TWO))
    led.activate(large('q', TWO))
    led.answer('size', 'large', 'q')
    expect(states(led)).toEqual(['open', 'open'])
  })

  it('in another order are still the same options', () => {
    const led = reported(WORKDAY)
    led.activate(large('p', TWO))
    led.activate(large('q', choice('size', ['large', 'small'])))
    expect(led.answer('size', 'large')).toBeNull()
    expect(states(led)).toEqual(['open', 'open'])
  })

  it('a plan that is added later takes the earlier answer over', () => {
    const led = reported(WORKDAY)
    led.activate(large('p', TWO))
    led.answer('size', 'large')
    led.activate(large('q', TWO))
    expect(states(led)).toEqual(['open', 'open'])
  })
})

describe('two plans with different options', () => {
  const both = (): Led => {
    const led = reported(WORKDAY)
    led.activate(large('p', TWO))
    led.activate(large('q', THREE))
    return led
  }

  it('need to be told which is meant', () => {
    const led = both()
    expect(led.answer('size', 'large')).toEqual({
      ok: false,
      code: 'plan-needed',
      details: ['p', 'q'],
      message: {
        zh: '几份预案对这个问题的选项不同，请指明是哪份预案',
        en: 'Several running plans mean different things by this question: say which plan',
      },
    })
    expect(states(led)).toEqual(['waiting', 'waiting'])
  })

  it('have an answer each', () => {
    const led = both()
    led.answer('size', 'large', 'p')
    expect(states(led)).toEqual(['open', 'waiting'])
    led.answer('size', 'serious', 'q')
    expect(values(led)).toEqual([
      ['p', 'large'],
      ['q', 'serious'],
    ])
    expect(states(led)).toEqual(['open', 'hidden'])
  })

  it('each refuse the options of the other', () => {
    expect(both().answer('size', 'serious', 'p')).toMatchObject({
      code: 'bad-value',
      details: ['small', 'large'],
    })
  })

  it('an answer given before the second plan came is no answer to its question', () => {
    const led = reported(WORKDAY)
    led.activate(large('p', TWO))
    led.answer('size', 'large')
    led.activate(large('q', THREE))
    expect(states(led)).toEqual(['open', 'waiting'])
    expect(values(led)).toEqual([
      ['p', 'large'],
      ['q', null],
    ])
    expect(led.board().steps[1]?.waitsFor).toEqual(['size'])
  })

  it('differ also in whether several may hold', () => {
    const led = reported(WORKDAY)
    led.activate(large('p', TWO))
    led.activate(large('q', choice('size', ['small', 'large'], { several: true })))
    expect(led.answer('size', 'large')?.code).toBe('plan-needed')
  })
})

describe('when the plan that meant something else is superseded', () => {
  const after = (): Led => {
    const led = reported(WORKDAY)
    led.activate(large('p', TWO))
    led.answer('size', 'large')
    led.activate(large('q', THREE), { supersedes: 'p' })
    return led
  }

  it('its answer stays behind, and no plan need be named any more', () => {
    const led = after()
    expect(led.step('q1').state).toBe('waiting')
    expect(led.answer('size', 'serious')).toBeNull()
    expect(led.step('q1').state).toBe('hidden')
    expect(led.answer('size', 'large')).toBeNull()
    expect(led.step('q1').state).toBe('open')
  })

  it('one answer serves all that still run and ask the same', () => {
    const led = after()
    led.activate(large('r', THREE))
    led.answer('size', 'large')
    expect([led.step('q1').state, led.step('r1').state]).toEqual(['open', 'open'])
  })
})

it("a limit from a fact counts from the plan's first answer, also when a second plan makes the key its own", () => {
  const led = reported(WORKDAY)
  led.activate(large('p', TWO, true))
  led.answer('size', 'small')
  const first = led.now()
  led.pass('1 h')
  led.activate(large('q', THREE, true))
  led.answer('size', 'large', 'q')
  expect(led.step('q1').dueAt).toBe(first + HOUR + 10 * MINUTE)
  led.answer('size', 'large', 'p')
  expect(led.step('p1')).toMatchObject({ dueAt: first + 10 * MINUTE, late: true })
})
