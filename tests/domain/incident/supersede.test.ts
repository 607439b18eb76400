/**
 * A plan that takes the place of another: one record, one timeline, and nothing of the old plan is
 * left running (S09-21).
 */
import { describe, expect, it } from 'vitest'
import { MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'
import { factOf } from '#shared/domain/statistics/project.ts'
import { limitStanding, monthStatistics } from '#shared/domain/statistics/month.ts'

const OLD = plan(
  'old',
  [
    step('done'),
    step('open', { due: { within: 10 * MINUTE, from: 'reported' } }),
    step('waiting', { after: ['open'] }),
    step('hidden', { when: { fact: 'k', is: 'yes' } }),
  ],
  { facts: [yesNo('k')] },
)
const NEW = plan('new', [step('n')])
const TAKEN_OVER = '改用《预案new》时未做 / not done when "Plan new" took over'

const running = (): Led => {
  const led = reported(WORKDAY)
  led.activate(OLD)
  led.answer('k', 'no')
  led.finish('done')
  return led
}

describe('the steps of the superseded plan', () => {
  it('that are unfinished become not applicable, with the new plan as reason; finished ones stay as they are', () => {
    const led = running()
    led.activate(NEW, { supersedes: 'old' })
    expect(led.board().steps.map(({ id, state, reason }) => [id, state, reason])).toEqual([
      ['done', 'done', null],
      ['open', 'not-applicable', TAKEN_OVER],
      ['waiting', 'not-applicable', TAKEN_OVER],
      ['hidden', 'not-applicable', TAKEN_OVER],
      ['n', 'open', null],
    ])
    expect(led.board().plans).toMatchObject([
      { planId: 'old', supersededBy: 'new' },
      { planId: 'new', supersededBy: null },
    ])
  })

  it('take no record and no correction any more', () => {
    const led = running()
    led.activate(NEW, { supersedes: 'old' })
    expect(led.finish('open')?.code).toBe('step-finished')
    expect(led.accept('open')?.code).toBe('step-finished')
    expect(led.correct('done')?.code).toBe('unknown-step')
    expect(led.answer('k', 'yes')?.code).toBe('unknown-fact')
  })

  it('have no deadline left, and their alerts are cleared', () => {
    const led = running()
    led.pass('11 min')
    expect(led.board().alerts.map((alert) => alert.stepId)).toEqual(['open'])
    led.activate(NEW, { supersedes: 'old' })
    expect(led.board().alerts).toEqual([])
    expect(led.all('AlertCleared')).toMatchObject([{ why: 'finished' }])
    expect(led.deadlines()).toEqual([])
  })
})

describe('the limits of the superseded plan', () => {
  it.each([
    [
      'before its limit: counts nowhere',
      10 * MINUTE - 1,
      'not-counted',
      { due: 0, met: 0, late: 0 },
    ],
    ['at its limit: late', 10 * MINUTE, 'late', { due: 1, met: 0, late: 1 }],
    ['after its limit: late', 10 * MINUTE + 1, 'late', { due: 1, met: 0, late: 1 }],
  ])('superseded %s', (_, after, standing, limits) => {
    const led = running()
    led.setClock(after) // the ticker has not come by
    led.activate(NEW, { supersedes: 'old' })
    const fact = factOf(led.state(), led.world)
    expect(fact.limits.map((limit) => limitStanding(limit, led.now()))).toEqual([standing])
    expect(monthStatistics('2026-11', [fact], led.now()).limits).toEqual(limits)
    expect(led.step('open').late).toBe(standing === 'late')
    expect(led.all('StepLate')).toHaveLength(standing === 'late' ? 1 : 0)
  })

  it('that rested before they ran out count nowhere, however late the plan is superseded', () => {
    const led = reported(WORKDAY)
    led.activate(
      plan(
        'old',
        [
          step('a', {
            when: { fact: 'k', is: 'yes' },
            due: { within: 10 * MINUTE, from: 'reported' },
          }),
        ],
        { facts: [yesNo('k')] },
      ),
    )
    led.answer('k', 'yes')
    led.pass('5 min')
    led.answer('k', 'no')
    led.pass('30 min')
    led.activate(NEW, { supersedes: 'old' })
    expect(
      factOf(led.state(), led.world).limits.map((limit) => limitStanding(limit, led.now())),
    ).toEqual(['not-counted'])
    expect(led.step('a')).toMatchObject({ state: 'not-applicable', late: false, dueAt: null })
  })
})

it('a lateness that nobody has explained is not explained by superseding: it still blocks closing', () => {
  const led = running()
  led.pass('11 min')
  led.activate(NEW, { supersedes: 'old' })
  expect(led.step('open')).toMatchObject({
    state: 'not-applicable',
    late: true,
    needsReason: true,
    reason: TAKEN_OVER,
  })
  expect(factOf(led.state(), led.world).limits).toMatchObject([
    { stepId: 'open', explained: false },
  ])
  expect(led.move('closed')).toMatchObject({ code: 'close-blocked', details: ['open'] })
  expect(led.explain('open')).toBeNull()
  expect(led.move('closed')).toBeNull()
})

describe('superseding is refused', () => {
  it('for a plan that does not run', () => {
    const led = running()
    expect(led.activate(NEW, { supersedes: 'other' })).toEqual({
      ok: false,
      code: 'plan-not-running',
      message: {
        zh: '预案“other”没有在这起事件中执行',
        en: 'The plan "other" does not run in this incident',
      },
    })
    expect(led.board().plans).toHaveLength(1)
  })

  it('for a plan that was superseded before', () => {
    const led = running()
    led.activate(NEW, { supersedes: 'old' })
    expect(led.activate(plan('third', [step('t')]), { supersedes: 'old' })?.code).toBe(
      'plan-not-running',
    )
  })

  it('when the old plan is to come back: its steps stand in the record already', () => {
    const led = running()
    led.activate(NEW, { supersedes: 'old' })
    expect(led.activate(OLD)).toEqual({
      ok: false,
      code: 'plan-superseded',
      message: {
        zh: '《预案old》在这起事件中已被别的预案取代，不能再启动',
        en: '"Plan old" was superseded in this incident and cannot be activated again',
      },
    })
  })
})
