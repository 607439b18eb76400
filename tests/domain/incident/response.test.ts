/**
 * A plan that asks first whether the response begins: until somebody says yes the incident is being
 * assessed; and steps that ask for nothing but the start of their plan.
 */
import { describe, expect, it } from 'vitest'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step, yesNo } from '../../kit/plan.ts'

const LEVELS = [1, 2, 3].map((level) => ({
  level,
  name: { zh: `${level}级`, en: `Level ${level}` },
}))
const asking = plan(
  'asking',
  [step('check'), step('act', { when: { fact: 'go', is: 'yes' }, required: true })],
  { facts: [yesNo('go', { sets: 'response' })], levels: LEVELS, defaultLevel: 3 },
)

describe('whether the response begins', () => {
  const undecided = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(asking)
    return scenario
  }

  it('is not taken for granted: the incident is being assessed, without a level', () => {
    expect(undecided().board()).toMatchObject({ state: 'assessing', level: null })
  })

  it('yes: responding from then on, at the usual level of the plan', () => {
    const scenario = undecided()
    scenario.pass('5 min')
    scenario.answer('go', 'yes')
    expect(scenario.board()).toMatchObject({ state: 'responding', level: 3 })
    const { moments } = projectStats(scenario.state(), scenario.world)
    expect(moments.responding).toBe(scenario.now())
    expect(moments.activated).toBeLessThan(scenario.now())
  })

  it('no: it stays assessed, and is closed', () => {
    const scenario = undecided()
    scenario.answer('go', 'no')
    expect(scenario.board().state).toBe('assessing')
    scenario.finish('check')
    expect(scenario.move('closed')).toBeNull()
    expect(scenario.board()).toMatchObject({ state: 'closed', level: null })
  })

  it('yes, then no: a response that has begun is not taken back by an answer', () => {
    const scenario = undecided()
    scenario.answer('go', 'yes')
    scenario.answer('go', 'no')
    expect(scenario.board().state).toBe('responding')
  })

  it('is not asked where another plan responds already', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('other', [step('o')], { levels: LEVELS, defaultLevel: 2 }))
    scenario.activate(asking)
    expect(scenario.board()).toMatchObject({ state: 'responding', level: 2 })
  })

  it('a plan that does not ask begins it', () => {
    const scenario = undecided()
    scenario.activate(plan('other', [step('o')]))
    expect(scenario.board().state).toBe('responding')
  })
})

describe('a step that asks for nothing but the start', () => {
  const started = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [step('start', { activates: true }), step('next', { after: ['start'] })]),
    )
    return scenario
  }

  it('is done with it, by the station, and what waits for it is open', () => {
    const scenario = started()
    expect(scenario.step('start')).toMatchObject({
      state: 'done',
      automatic: { zh: '预案已启动' },
    })
    expect(scenario.step('next').state).toBe('open')
  })

  it('is nobody\u2019s first step in the figures', () => {
    const scenario = started()
    expect(projectStats(scenario.state(), scenario.world).moments.firstStep).toBeUndefined()
    scenario.pass('2 min')
    scenario.finish('next')
    expect(projectStats(scenario.state(), scenario.world).moments.firstStep).toBe(scenario.now())
  })
})
