/**
 * Annexes (附件预案): an annex runs with its base, without the steps that it replaces, and no step of a
 * base is ever lost.
 */
import { describe, expect, it } from 'vitest'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { HOUR, MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const BASE = plan(
  'base',
  [
    step('b1'),
    step('b2', { due: { within: 10 * MINUTE, from: 'reported' } }),
    step('b3', { after: ['b2'] }),
  ],
  { defaultLevel: 3 },
)
const FIRE = plan('fire', [step('f1')], { extends: 'base', replaces: ['b2'] })
const CROWD = plan('crowd', [step('c1')], { extends: 'base', replaces: ['b1'] })
const OTHER = plan('other', [step('o1')])
const LIBRARY = [BASE, FIRE, CROWD, OTHER]

const at = (library: readonly Plan[] = LIBRARY): Scenario => incidentAt(WORKDAY, { library })
const states = (scenario: Scenario): [string, string][] =>
  scenario.board().steps.map(({ id, state }) => [id, state])
const runs = (scenario: Scenario): string[] =>
  scenario
    .board()
    .plans.filter(({ supersededBy, declined }) => supersededBy === null && !declined)
    .map(({ planId }) => planId)

describe('activating an annex', () => {
  it('runs its base too, without the steps it replaces: two activations in one command', () => {
    const scenario = at()
    expect(scenario.activate(FIRE)).toBeNull()
    expect(scenario.all('PlanActivated')).toMatchObject([
      {
        planId: 'base',
        stepIds: ['b1', 'b3'],
        broughtBy: 'fire',
        provisional: false,
        supersedes: null,
      },
      { planId: 'fire', stepIds: ['f1'] },
    ])
    expect(scenario.all('PlanActivated').map(({ at: when }) => when)).toEqual([
      scenario.now(),
      scenario.now(),
    ])
    expect(states(scenario)).toEqual([
      ['b1', 'open'],
      ['b3', 'open'],
      ['f1', 'open'],
    ]) // b3 waits for nothing that is not there
    expect(scenario.board().plans).toMatchObject([
      { planId: 'base', broughtBy: 'fire' },
      { planId: 'fire', broughtBy: null },
    ])
  })

  it('says what the incident is: the annex does, and the level of the base counts where it has none', () => {
    const scenario = at()
    scenario.activate(FIRE)
    expect(scenario.board()).toMatchObject({ kind: { zh: 'fire' }, level: 3 })
    const named = at()
    named.activate(FIRE, { level: 2 })
    expect(named.board().level).toBe(2)
  })

  it('of a base that runs already: its unfinished replaced steps do not apply, and nobody need say why', () => {
    const scenario = at()
    scenario.activate(BASE)
    scenario.pass('11 min') // b2 is late
    scenario.activate(FIRE)
    expect(scenario.all('PlanActivated').map(({ planId }) => planId)).toEqual(['base', 'fire'])
    expect(scenario.step('b2')).toMatchObject({
      state: 'not-applicable',
      late: true,
      reason: '由《预案fire》的步骤代替 / a step of "Plan fire" takes its place',
    })
    expect(scenario.board().alerts).toEqual([])
    expect(scenario.board().plans).toMatchObject([
      { planId: 'base', broughtBy: null },
      { planId: 'fire' },
    ])
  })

  it('leaves a replaced step that is done as it is', () => {
    const scenario = at()
    scenario.activate(BASE)
    scenario.finish('b2')
    scenario.activate(FIRE)
    expect(scenario.step('b2').state).toBe('done')
  })

  it('is refused without its base in the library, and changes nothing', () => {
    const scenario = at([FIRE])
    const before = scenario.state()
    expect(scenario.activate(FIRE)).toMatchObject({
      ok: false,
      code: 'base-missing',
      message: {
        zh: '《预案fire》以预案“base”为基础，预案库中没有这份预案，不能启动；请改用别的预案',
      },
    })
    expect(scenario.state()).toBe(before)
  })

  it('is refused when its base is over in this incident', () => {
    const scenario = at()
    scenario.activate(BASE)
    scenario.activate(OTHER, { supersedes: 'base' })
    expect(scenario.activate(FIRE)).toMatchObject({
      code: 'plan-superseded',
      message: { en: expect.stringContaining('runs together with "Plan base"') },
    })
  })

  it('goes through several storeys: the base of the base comes first', () => {
    const smoke = plan('smoke', [step('s1')], { extends: 'fire', replaces: ['f1'] })
    const scenario = at([...LIBRARY, smoke])
    scenario.activate(smoke)
    expect(
      scenario
        .all('PlanActivated')
        .map(({ planId, stepIds, broughtBy }) => [planId, stepIds, broughtBy ?? null]),
    ).toEqual([
      ['base', ['b1', 'b3'], 'smoke'],
      ['fire', [], 'smoke'],
      ['smoke', ['s1'], null],
    ])
  })

  it('keeps the base in the text that it started with, whatever the library says since', () => {
    const scenario = at()
    scenario.activate(BASE)
    const later = {
      ...FIRE,
      id: 'later',
      revision: 'later-r1',
      extends: 'base',
      replaces: ['b1'],
      steps: [step('l1')],
    }
    scenario.activate(later)
    expect(scenario.board().plans.find(({ planId }) => planId === 'base')?.revision).toBe('base-r1')
    expect(scenario.step('b1').state).toBe('not-applicable')
  })
})

describe('a second annex of the same base', () => {
  it('runs beside the first: the base loses the steps of both', () => {
    const scenario = at()
    scenario.activate(FIRE)
    scenario.activate(CROWD)
    expect(runs(scenario)).toEqual(['base', 'fire', 'crowd'])
    expect(states(scenario)).toEqual([
      ['b1', 'not-applicable'],
      ['b3', 'open'],
      ['f1', 'open'],
      ['c1', 'open'],
    ])
  })

  it('in the place of the first: the base goes on, gets back what the first replaced, and loses what the second does', () => {
    const scenario = at()
    scenario.activate(FIRE)
    scenario.pass('5 min')
    scenario.activate(CROWD, { supersedes: 'fire' })
    expect(runs(scenario)).toEqual(['base', 'crowd'])
    expect(scenario.all('StepsRestored')).toMatchObject([{ planId: 'base', stepIds: ['b2'] }])
    expect(states(scenario)).toEqual([
      ['b1', 'not-applicable'],
      ['b2', 'open'],
      ['b3', 'waiting'],
      ['f1', 'not-applicable'],
      ['c1', 'open'],
    ])
    expect(scenario.step('b2').dueAt).toBe(Date.parse(WORKDAY) + 10 * MINUTE)
  })

  it('on the way to another one: what is replaced by none of them comes back as it stood', () => {
    const scenario = at()
    scenario.activate(BASE)
    scenario.pass('11 min')
    scenario.activate(FIRE)
    scenario.activate(CROWD, { supersedes: 'fire' })
    expect(scenario.step('b2')).toMatchObject({ state: 'open', late: true })
    expect(scenario.board().alerts.map(({ stepId }) => stepId)).toEqual(['b2'])
  })
})

describe('superseding', () => {
  it('an annex ends the base that it brought', () => {
    const scenario = at()
    scenario.activate(FIRE)
    scenario.activate(OTHER, { supersedes: 'fire' })
    expect(runs(scenario)).toEqual(['other'])
    expect(scenario.all('PlanActivated').at(-1)).toMatchObject({
      supersedes: 'fire',
      ends: ['base'],
    })
    expect(states(scenario)).toEqual([
      ['b1', 'not-applicable'],
      ['b3', 'not-applicable'],
      ['f1', 'not-applicable'],
      ['o1', 'open'],
    ])
    expect(scenario.deadlines()).toEqual([])
  })

  it('an annex leaves a base that somebody activated by itself, whole again', () => {
    const scenario = at()
    scenario.activate(BASE)
    scenario.activate(FIRE)
    scenario.activate(OTHER, { supersedes: 'fire' })
    expect(runs(scenario)).toEqual(['base', 'other'])
    expect(scenario.step('b2').state).toBe('open')
  })

  it('an annex leaves a base that another annex needs', () => {
    const scenario = at()
    scenario.activate(FIRE)
    scenario.activate(CROWD)
    scenario.activate(OTHER, { supersedes: 'fire' })
    expect(runs(scenario)).toEqual(['base', 'crowd', 'other'])
    scenario.activate(plan('last', [step('z')]), { supersedes: 'crowd' })
    expect(runs(scenario)).toEqual(['other', 'last'])
  })

  it('a base by its annex is no superseding: the base goes on', () => {
    const scenario = at()
    scenario.activate(BASE)
    expect(scenario.activate(FIRE, { supersedes: 'base' })).toBeNull()
    expect(runs(scenario)).toEqual(['base', 'fire'])
  })

  it('concerns the named plan only: a base that is named leaves its annexes', () => {
    const scenario = at()
    scenario.activate(FIRE)
    scenario.activate(OTHER, { supersedes: 'base' })
    expect(runs(scenario)).toEqual(['fire', 'other'])
  })
})

it('a step that stands in the record already keeps an annex out, whether its own or of its base', () => {
  const scenario = at([...LIBRARY, plan('twin', [step('b3')])])
  scenario.activate(plan('twin', [step('b3')]))
  expect(scenario.activate(FIRE)).toMatchObject({ code: 'step-ids-clash', details: ['b3'] })
})

it('the limits of base and annex count together, each for its own plan', () => {
  const timed = {
    ...FIRE,
    revision: 'timed',
    steps: [step('f1', { due: { within: MINUTE, from: 'activated' } })],
  }
  const scenario = at([
    { ...BASE, steps: [...BASE.steps, step('b4', { due: { within: HOUR, from: 'activated' } })] },
    timed,
  ])
  scenario.activate(timed)
  scenario.pass('2 min')
  scenario.finish('b4')
  expect(
    projectStats(scenario.state(), scenario.world).limits.map(
      ({ planId, stepId, doneAt, lateAt }) => [planId, stepId, doneAt !== null, lateAt !== null],
    ),
  ).toEqual([
    ['base', 'b4', true, false],
    ['fire', 'f1', false, true],
  ])
})
