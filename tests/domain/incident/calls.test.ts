/** What a call may say, and since when one of an incident is under way. */
import { describe, expect, it } from 'vitest'
import type { CallOutcome } from '#shared/domain/incident/record/state.ts'
import { callingSince } from '#shared/domain/incident/rules/calls.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'

const START = '2026-11-23T14:00:00+08:00'
const AT = Date.parse(START)
const begin = (occurredAt?: number): Scenario => {
  const scenario = incidentAt(START, occurredAt === undefined ? {} : { occurredAt })
  scenario.activate(plan('p', [step('119'), step('guard')]))
  scenario.pass('1min')
  return scenario
}
type Call = {
  stepId?: string | null
  role?: string | null
  number?: string
  at?: number | null
}
const call = (
  scenario: Scenario,
  outcome: CallOutcome,
  { stepId = '119', role, number, at }: Call = {},
) =>
  scenario.send({
    type: 'RecordCall',
    stepId,
    to: {
      role: role === undefined ? 'desk' : role,
      who: null,
      number: number === undefined ? null : { sealed: number },
    },
    outcome,
    words: null,
    calledAt: at ?? null,
  })?.code ?? 'ok'
const since = (scenario: Scenario): number | null =>
  callingSince(scenario.state(), (value) => value?.sealed ?? null)

describe('a call', () => {
  it('is of a step of the incident, or of none', () => {
    const scenario = begin()
    expect(call(scenario, 'started', { stepId: 'nowhere' })).toBe('unknown-step')
    expect(call(scenario, 'started')).toBe('ok')
    expect(call(scenario, 'started', { stepId: null })).toBe('ok')
    expect(scenario.state().calls?.map(({ stepId }) => stepId)).toEqual(['119', null])
  })

  it('was made now, or at an instant from the report to now', () => {
    const scenario = begin()
    expect(call(scenario, 'started', { at: AT - 1 })).toBe('bad-input')
    expect(call(scenario, 'started', { at: AT })).toBe('ok')
    expect(call(scenario, 'started', { at: AT + MINUTE })).toBe('ok')
    expect(call(scenario, 'started', { at: AT + MINUTE + 1 })).toBe('bad-input')
    expect(call(scenario, 'started')).toBe('ok')
    expect(scenario.state().calls?.map(({ at }) => at - AT)).toEqual([0, MINUTE, MINUTE])
  })

  it('may have been made since the incident occurred, where that was before its report', () => {
    const before = begin(AT - MINUTE)
    expect(call(before, 'started', { at: AT - MINUTE - 1 })).toBe('bad-input')
    expect(call(before, 'started', { at: AT - MINUTE })).toBe('ok')
  })

  it('is drawn with the name of the post that it was to, if it was to one', () => {
    const scenario = begin()
    call(scenario, 'started')
    call(scenario, 'ended', { role: null })
    expect(scenario.board().calls.map(({ role, outcome }) => [role?.zh ?? null, outcome])).toEqual([
      ['岗位desk', 'started'],
      [null, 'ended'],
    ])
  })
})

describe('a call is under way', () => {
  it('from when it was begun, the last of several', () => {
    const scenario = begin()
    expect(since(scenario)).toBeNull()
    call(scenario, 'started')
    expect(since(scenario)).toBe(AT + MINUTE)
    scenario.pass('1min')
    call(scenario, 'started', { stepId: 'guard' })
    expect(since(scenario)).toBe(AT + 2 * MINUTE)
  })

  it.each<CallOutcome>(['answered', 'no-answer', 'busy', 'ended'])('until it was %s', (outcome) => {
    const scenario = begin()
    call(scenario, 'started')
    call(scenario, outcome)
    expect(since(scenario)).toBeNull()
  })

  it('whatever came of another one: of another step, or to another post', () => {
    const scenario = begin()
    call(scenario, 'started')
    call(scenario, 'ended', { stepId: 'guard' })
    call(scenario, 'ended', { role: 'head' })
    expect(since(scenario)).toBe(AT + MINUTE)
    call(scenario, 'ended')
    expect(since(scenario)).toBeNull()
  })

  it('whatever came of another number of the same step', () => {
    const scenario = begin()
    call(scenario, 'started', { number: '102' })
    call(scenario, 'ended', { number: '103' })
    expect(since(scenario)).toBe(AT + MINUTE)
    call(scenario, 'ended', { number: '102' })
    expect(since(scenario)).toBeNull()
  })

  it('no longer, where it is told later: of a paper, say', () => {
    const scenario = begin()
    call(scenario, 'started', { at: AT })
    expect(since(scenario)).toBeNull()
  })

  it('until its step is finished, and not because another is', () => {
    const scenario = begin()
    call(scenario, 'started')
    scenario.finish('guard')
    expect(since(scenario)).toBe(AT + MINUTE)
    scenario.finish('119')
    expect(since(scenario)).toBeNull()
    call(scenario, 'started', { stepId: null })
    expect(since(scenario)).toBe(AT + MINUTE)
  })

  it('again, where the same one is begun anew', () => {
    const scenario = begin()
    call(scenario, 'started')
    call(scenario, 'busy')
    call(scenario, 'started')
    expect(since(scenario)).toBe(AT + MINUTE)
  })
})
