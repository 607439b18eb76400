/**
 * A plan that takes the place of another: one record, one timeline, and nothing of the old plan is
 * left running (S09-21).
 */
import { describe, expect, it } from 'vitest'
import { MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'
import { localized } from '#shared/domain/text.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
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

const running = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(OLD)
  scenario.answer('k', 'no')
  scenario.finish('done')
  return scenario
}

describe('the steps of the superseded plan', () => {
  it('that are unfinished become not applicable, with the new plan as reason; finished ones stay as they are', () => {
    const scenario = running()
    scenario.activate(NEW, { supersedes: 'old' })
    expect(scenario.board().steps.map(({ id, state, reason }) => [id, state, reason])).toEqual([
      ['done', 'done', null],
      ['open', 'not-applicable', TAKEN_OVER],
      ['waiting', 'not-applicable', TAKEN_OVER],
      ['hidden', 'not-applicable', TAKEN_OVER],
      ['n', 'open', null],
    ])
    expect(scenario.board().plans).toMatchObject([
      { planId: 'old', supersededBy: 'new' },
      { planId: 'new', supersededBy: null },
    ])
  })

  it('take no record and no correction any more', () => {
    const scenario = running()
    scenario.activate(NEW, { supersedes: 'old' })
    expect(scenario.finish('open')?.code).toBe('step-finished')
    expect(scenario.accept('open')?.code).toBe('step-finished')
    expect(scenario.correct('done')?.code).toBe('unknown-step')
    expect(scenario.answer('k', 'yes')?.code).toBe('unknown-fact')
  })

  it('have no deadline left, and their alerts are cleared', () => {
    const scenario = running()
    scenario.pass('11 min')
    expect(scenario.board().alerts.map((alert) => alert.stepId)).toEqual(['open'])
    scenario.activate(NEW, { supersedes: 'old' })
    expect(scenario.board().alerts).toEqual([])
    expect(scenario.all('AlertCleared')).toMatchObject([{ why: 'finished' }])
    expect(scenario.deadlines()).toEqual([])
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
  ])('superseded %s', (_, after, expected, limits) => {
    const scenario = running()
    scenario.setClock(after) // the ticker has not come by
    scenario.activate(NEW, { supersedes: 'old' })
    const stats = projectStats(scenario.state(), scenario.world)
    expect(stats.limits.map((limit) => limitStanding(limit, scenario.now()))).toEqual([expected])
    expect(monthStatistics('2026-11', [stats], scenario.now()).limits).toEqual(limits)
    expect(scenario.step('open').late).toBe(expected === 'late')
    expect(scenario.all('StepLate')).toHaveLength(expected === 'late' ? 1 : 0)
  })

  it('that rested before they ran out count nowhere, however late the plan is superseded', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
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
    scenario.answer('k', 'yes')
    scenario.pass('5 min')
    scenario.answer('k', 'no')
    scenario.pass('30 min')
    scenario.activate(NEW, { supersedes: 'old' })
    expect(
      projectStats(scenario.state(), scenario.world).limits.map((limit) =>
        limitStanding(limit, scenario.now()),
      ),
    ).toEqual(['not-counted'])
    expect(scenario.step('a')).toMatchObject({ state: 'not-applicable', late: false, dueAt: null })
  })
})

it('a lateness that nobody has explained is not explained by superseding: it still blocks closing', () => {
  const scenario = running()
  scenario.pass('11 min')
  scenario.activate(NEW, { supersedes: 'old' })
  expect(scenario.step('open')).toMatchObject({
    state: 'not-applicable',
    late: true,
    needsReason: true,
    reason: TAKEN_OVER,
  })
  expect(projectStats(scenario.state(), scenario.world).limits).toMatchObject([
    { stepId: 'open', explained: false },
  ])
  expect(scenario.move('closed')).toMatchObject({ code: 'close-blocked', details: ['open'] })
  expect(scenario.explain('open')).toBeNull()
  expect(scenario.move('closed')).toBeNull()
})

describe('superseding is refused', () => {
  it('for a plan that does not run', () => {
    const scenario = running()
    expect(scenario.activate(NEW, { supersedes: 'other' })).toEqual({
      ok: false,
      code: 'plan-not-running',
      message: {
        zh: '预案“other”没有在这起事件中执行',
        en: 'The plan "other" is not running in this incident',
      },
    })
    expect(scenario.board().plans).toHaveLength(1)
  })

  it('for a plan that was superseded before', () => {
    const scenario = running()
    scenario.activate(NEW, { supersedes: 'old' })
    expect(scenario.activate(plan('third', [step('t')]), { supersedes: 'old' })?.code).toBe(
      'plan-not-running',
    )
  })

  it('when the old plan is to come back: its steps stand in the record already', () => {
    const scenario = running()
    scenario.activate(NEW, { supersedes: 'old' })
    expect(scenario.activate(OLD)).toEqual({
      ok: false,
      code: 'plan-superseded',
      message: {
        zh: '《预案old》在这起事件中已被别的预案取代，不能再启动',
        en: '"Plan old" was replaced in this incident and cannot be activated again',
      },
    })
  })
})

describe('what lives depend on in the superseded plan', () => {
  const CALL = [{ who: localized('消防', 'Fire brigade'), number: '119' }] as never
  const fire = plan('old', [
    step('call', { lifeSafety: true, calls: CALL }),
    step('out', { lifeSafety: true }),
    step('note'),
  ])
  const burning = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(fire)
    return scenario
  }

  it('needs a reason for each step, which stands with it', () => {
    const scenario = burning()
    expect(
      scenario.activate(NEW, { supersedes: 'old', reasons: { call: '没有火' } }),
    ).toMatchObject({ code: 'life-safety-open', details: ['out'] })
    expect(scenario.board().plans).toHaveLength(1)
    const reasons = { call: '没有火', out: '没有人' }
    expect(scenario.activate(NEW, { supersedes: 'old', reasons })).toBeNull()
    expect(scenario.step('out')).toMatchObject({
      state: 'not-applicable',
      reason: '没有人',
      automatic: null,
    })
    expect(scenario.step('note').reason).toBe(TAKEN_OVER)
  })

  it('needs none where the new plan has the same step or the same call, unless that does not apply', () => {
    const call = step('dial', { calls: CALL })
    const leave = step('leave', { title: step('out').title })
    expect(burning().activate(plan('new', [call, leave]), { supersedes: 'old' })).toBeNull()
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('old', fire.steps, { facts: [yesNo('k')] }))
    scenario.answer('k', 'no')
    const unless = { ...leave, when: { fact: 'k', is: 'yes' } } as const
    const after = plan('new', [call, unless], { facts: [yesNo('k')] })
    expect(scenario.activate(after, { supersedes: 'old' })).toMatchObject({ details: ['out'] })
  })

  it('needs none once it is done, does not apply, or was explained at a gate', () => {
    const scenario = burning()
    scenario.finish('call')
    expect(scenario.move('contained', undefined, { out: '消防已清场' })).toBeNull()
    expect(scenario.activate(NEW, { supersedes: 'old' })).toBeNull()
  })

  it('keeps a plan running that hands over by itself: nobody is there to say why', () => {
    const next = plan('new', [step('n')])
    const scenario = incidentAt(WORKDAY, { library: [next] })
    const starts = { plan: 'new', handsOver: true, what: localized('转', 'Go over') }
    scenario.activate(plan('old', [step('out', { lifeSafety: true }), step('go', { starts })]))
    scenario.finish('go')
    expect(scenario.board().plans).toMatchObject([
      { planId: 'old', supersededBy: null },
      { planId: 'new' },
    ])
    expect(scenario.step('out').state).toBe('open')
  })
})
