/**
 * A limit rests while its step does not apply, and resumes as it was: neither longer nor shorter
 * (design §2 "then fixed").
 */
import { describe, expect, it } from 'vitest'
import { MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'
import { factOf } from '#shared/domain/statistics/project.ts'
import { limitStanding } from '#shared/domain/statistics/month.ts'

const DUE = Date.parse(WORKDAY) + 10 * MINUTE
const large = (): Led => {
  const led = reported(WORKDAY)
  led.activate(
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
  led.answer('large', 'yes')
  led.pass('4 min')
  return led
}
const standings = (led: Led): string[] =>
  factOf(led.state(), led.world).limits.map((limit) => limitStanding(limit, led.now()))

describe('while the step is hidden', () => {
  it('nothing is due, nothing fires, and the board shows no limit', () => {
    const led = large()
    led.answer('large', 'no')
    expect(led.step('a')).toMatchObject({
      state: 'hidden',
      startedAt: null,
      dueAt: null,
      late: false,
    })
    expect(led.deadlines()).toEqual([])
    led.pass('2 h')
    expect(led.step('a').late).toBe(false)
    expect(standings(led)).toEqual(['not-counted'])
  })

  it('it has no limit before it ever opened', () => {
    const led = reported(WORKDAY)
    led.activate(
      plan(
        'p',
        [step('a', { when: { fact: 'k', is: 'yes' }, due: { within: MINUTE, from: 'reported' } })],
        { facts: [yesNo('k')] },
      ),
    )
    led.pass('1 h')
    expect(led.step('a')).toMatchObject({ state: 'waiting', dueAt: null, late: false })
    expect(standings(led)).toEqual([])
  })
})

describe('when the step opens again', () => {
  it('before the limit: it runs on to the same instant', () => {
    const led = large()
    led.answer('large', 'no')
    led.pass('4 min')
    led.answer('large', 'yes')
    expect(led.step('a')).toMatchObject({ state: 'open', dueAt: DUE, late: false })
    led.pass(2 * MINUTE - 1)
    expect(led.step('a').late).toBe(false)
    led.pass(1)
    expect(led.step('a').late).toBe(true)
  })

  it('after the limit: late at once', () => {
    const led = large()
    led.answer('large', 'no')
    led.pass('20 min')
    led.answer('large', 'yes')
    expect(led.step('a')).toMatchObject({ state: 'open', dueAt: DUE, late: true })
    expect(led.all('StepLate')).toMatchObject([{ lateByMs: 14 * MINUTE }])
  })
})

describe('lateness stays', () => {
  it('when the late step is hidden: the alert goes, the limit counts as late', () => {
    const led = large()
    led.pass('10 min')
    led.answer('large', 'no')
    expect(led.step('a')).toMatchObject({ state: 'hidden', late: true, dueAt: null })
    expect(led.all('AlertCleared')).toMatchObject([{ why: 'not-needed' }])
    expect(standings(led)).toEqual(['late'])
  })

  it('and is told anew when it opens again, but recorded only once', () => {
    const led = large()
    led.pass('10 min')
    led.answer('large', 'no')
    led.answer('large', 'yes')
    expect(led.board().alerts).toMatchObject([{ id: 'i1.2', kind: 'late', dueAt: DUE }])
    expect(led.all('StepLate')).toHaveLength(1)
  })
})

describe('a step that waits again because the step before it was corrected', () => {
  const again = (): Led => {
    const led = reported(WORKDAY)
    led.activate(
      plan('p', [
        step('a'),
        step('b', { after: ['a'], due: { within: 10 * MINUTE, from: { step: 'a' } } }),
      ]),
    )
    led.finish('a')
    led.pass('4 min')
    led.correct('a')
    return led
  }

  it('has its limit resting', () => {
    const led = again()
    expect(led.step('b')).toMatchObject({ state: 'waiting', dueAt: null })
    led.pass('1 h')
    expect(led.step('b').late).toBe(false)
  })

  it('is recorded out of order without one: board and figures agree', () => {
    const led = again()
    led.pass('1 h')
    led.finish('b')
    expect(led.step('b')).toMatchObject({
      state: 'done',
      outOfOrder: true,
      dueAt: null,
      late: false,
    })
    expect(standings(led)).toEqual(['not-counted'])
  })
})
