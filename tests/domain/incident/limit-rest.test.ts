/**
 * A limit rests while its step does not apply, and resumes as it was: neither longer nor shorter.
 */
import { describe, expect, it } from 'vitest'
import { MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { limitStanding } from '#shared/domain/statistics/month.ts'

const DUE = Date.parse(WORKDAY) + 10 * MINUTE
const large = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan(
      'p',
      [
        step('a', {
          when: { fact: 'large', is: 'yes' },
          due: { within: 10 * MINUTE, from: 'reported' },
        }),
      ],
      { facts: [yesNo('large')] },
    ),
  )
  scenario.answer('large', 'yes')
  scenario.pass('4 min')
  return scenario
}
const standings = (scenario: Scenario): string[] =>
  projectStats(scenario.state(), scenario.world).limits.map((limit) =>
    limitStanding(limit, scenario.now()),
  )

describe('while the step is hidden', () => {
  it('nothing is due, nothing fires, and the board shows no limit', () => {
    const scenario = large()
    scenario.answer('large', 'no')
    expect(scenario.step('a')).toMatchObject({
      state: 'hidden',
      startedAt: null,
      dueAt: null,
      late: false,
    })
    expect(scenario.deadlines()).toEqual([])
    scenario.pass('2 h')
    expect(scenario.step('a').late).toBe(false)
    expect(standings(scenario)).toEqual(['not-counted'])
  })

  it('it has no limit before it ever opened', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [step('a', { when: { fact: 'k', is: 'yes' }, due: { within: MINUTE, from: 'reported' } })],
        { facts: [yesNo('k')] },
      ),
    )
    scenario.pass('1 h')
    expect(scenario.step('a')).toMatchObject({ state: 'waiting', dueAt: null, late: false })
    expect(standings(scenario)).toEqual([])
  })
})

describe('when the step opens again', () => {
  it('before the limit: it runs on to the same instant', () => {
    const scenario = large()
    scenario.answer('large', 'no')
    scenario.pass('4 min')
    scenario.answer('large', 'yes')
    expect(scenario.step('a')).toMatchObject({ state: 'open', dueAt: DUE, late: false })
    scenario.pass(2 * MINUTE - 1)
    expect(scenario.step('a').late).toBe(false)
    scenario.pass(1)
    expect(scenario.step('a').late).toBe(true)
  })

  it('after the limit: late at once', () => {
    const scenario = large()
    scenario.answer('large', 'no')
    scenario.pass('20 min')
    scenario.answer('large', 'yes')
    expect(scenario.step('a')).toMatchObject({ state: 'open', dueAt: DUE, late: true })
    expect(scenario.all('StepLate')).toMatchObject([{ lateByMs: 14 * MINUTE }])
  })
})

describe('lateness stays', () => {
  it('when the late step is hidden: the alert goes, the limit counts as late', () => {
    const scenario = large()
    scenario.pass('10 min')
    scenario.answer('large', 'no')
    expect(scenario.step('a')).toMatchObject({ state: 'hidden', late: true, dueAt: null })
    expect(scenario.all('AlertCleared')).toMatchObject([{ why: 'not-needed' }])
    expect(standings(scenario)).toEqual(['late'])
  })

  it('when it opens again: it is told anew, but recorded only once', () => {
    const scenario = large()
    scenario.pass('10 min')
    scenario.answer('large', 'no')
    scenario.answer('large', 'yes')
    expect(scenario.board().alerts).toMatchObject([{ id: 'i1.2', kind: 'late', dueAt: DUE }])
    expect(scenario.all('StepLate')).toHaveLength(1)
  })
})

describe('a step that waits again because the step before it was corrected', () => {
  const again = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('a'),
        step('b', { after: ['a'], due: { within: 10 * MINUTE, from: { step: 'a' } } }),
      ]),
    )
    scenario.finish('a')
    scenario.pass('4 min')
    scenario.correct('a')
    return scenario
  }

  it('has its limit resting', () => {
    const scenario = again()
    expect(scenario.step('b')).toMatchObject({ state: 'waiting', dueAt: null })
    scenario.pass('1 h')
    expect(scenario.step('b').late).toBe(false)
  })

  it('is recorded out of order without one: board and figures agree', () => {
    const scenario = again()
    scenario.pass('1 h')
    scenario.finish('b')
    expect(scenario.step('b')).toMatchObject({
      state: 'done',
      outOfOrder: true,
      dueAt: null,
      late: false,
    })
    expect(standings(scenario)).toEqual(['not-counted'])
  })
})
