/**
 * What you saw is what you signed: a step, an answer or a move is taken only as it stood on the
 * screen; who names nothing is not compared.
 */
import { describe, expect, it } from 'vitest'
import type { Seen } from '#shared/domain/incident/record/commands.ts'
import { amount, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const running = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan(
      'p',
      [
        step('a'),
        step('b', { after: ['a'] }),
        step('c', { repeat: { every: MINUTE, until: 'contained' } }),
      ],
      { facts: [yesNo('k')] },
    ),
  )
  return scenario
}
const done = (scenario: Scenario, stepId: string, seen?: Seen | null): string =>
  scenario.send({
    type: 'FinishStep',
    ...{ stepId, outcome: 'done', reason: null, onBehalfOf: null },
    ...(seen === undefined ? {} : { seen }),
  })?.code ?? 'taken'

describe('a step', () => {
  it.each<[Seen | null | undefined, string]>([
    [{ state: 'open' }, 'taken'],
    [{ state: 'open', times: 0 }, 'taken'],
    [{ state: 'accepted' }, 'not-as-seen'],
    [{ state: 'open', times: 1 }, 'not-as-seen'],
    [{}, 'taken'],
    [null, 'taken'],
    [undefined, 'taken'],
  ])('seen as %j: %s', (seen, code) => {
    const scenario = running()
    const before = scenario.events.length
    expect(done(scenario, 'a', seen)).toBe(code)
    if (code !== 'taken') expect(scenario.events).toHaveLength(before)
  })

  it('that somebody has taken in hand since, or done since, is another one', () => {
    const scenario = running()
    scenario.accept('a')
    expect(done(scenario, 'a', { state: 'open' })).toBe('not-as-seen')
    scenario.finish('a')
    expect(done(scenario, 'a', { state: 'accepted' })).toBe('not-as-seen')
  })

  it('that repeats is another one each time', () => {
    const scenario = running()
    scenario.finish('c')
    expect(done(scenario, 'c', { state: 'open', times: 0 })).toBe('not-as-seen')
    expect(done(scenario, 'c', { state: 'open', times: 1 })).toBe('taken')
  })
})

it.each<[Seen, string]>([
  [{ value: null }, 'taken'],
  [{ value: 'no' }, 'not-as-seen'],
  [{ state: 'responding', value: null }, 'taken'],
  [{ state: 'contained', value: null }, 'not-as-seen'],
])('an answer, seen as %j: %s', (seen, code) => {
  const scenario = running()
  const command = { type: 'AnswerFact', key: 'k', planId: null, value: 'yes', seen } as const
  expect(scenario.send(command)?.code ?? 'taken').toBe(code)
  expect(scenario.send({ ...command, seen: { value: null } })?.code ?? 'taken').toBe(
    code === 'taken' ? 'not-as-seen' : 'taken',
  )
})

it('an answer for all plans that ask is compared with that of each of them', () => {
  const scenario = incidentAt(WORKDAY)
  // a plan that meant something else by the key: since then each plan has an answer of its own
  scenario.activate(plan('before', [step('x')], { facts: [amount('k')] }))
  const facts = [yesNo('k')]
  scenario.activate(plan('p', [step('a')], { facts }), { supersedes: 'before' })
  scenario.activate(plan('q', [step('b')], { facts }))
  const answer = (planId: string | null): string =>
    scenario.send({ type: 'AnswerFact', key: 'k', planId, value: 'yes', seen: { value: null } })
      ?.code ?? 'taken'
  expect([answer('p'), answer(null), answer('q')]).toEqual(['taken', 'not-as-seen', 'taken'])
})

it.each([
  ['responding', 'taken'],
  ['assessing', 'not-as-seen'],
])('a move, seen as %s: %s', (state, code) => {
  const command = { type: 'MoveIncident', to: 'contained', reason: null, seen: { state } } as const
  expect(running().send(command)?.code ?? 'taken').toBe(code)
})
