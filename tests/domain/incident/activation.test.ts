/**
 * Activating a plan: from which states, at what level, provisionally, and what is refused (design
 * §2 "Activation").
 */
import { describe, expect, it } from 'vitest'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'
import { evolve } from '#shared/domain/incident/evolve.ts'
import { decide } from '#shared/domain/incident/decide.ts'
import { plan, step } from '../../kit/plan.ts'
import { incidentAt } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

/** The record of an incident that stands in a state, whether or not a command leads there today. */
const recordIn = (state: IncidentState): ReturnType<typeof evolve> => {
  const scenario = incidentAt(WORKDAY)
  return evolve(scenario.state(), {
    type: 'IncidentMoved',
    from: 'reported',
    to: state,
    reason: null,
    at: scenario.now(),
    by: '周敏',
  })
}
const activation = {
  type: 'ActivatePlan',
  plan: plan('p', [step('a')]),
  level: null,
  commander: null,
  provisional: false,
  supersedes: null,
} as const
const meta = { at: Date.parse(WORKDAY), by: '周敏' }
const world = { ...incidentAt(WORKDAY).world, plan: () => activation.plan }

describe('a plan can be activated', () => {
  it.each(['reported', 'verifying', 'assessing', 'prealert', 'responding', 'contained'] as const)(
    'from %s, and the incident responds',
    (from) => {
      const decision = decide(recordIn(from), activation, meta, world)
      expect(decision).toMatchObject({ ok: true })
      const after = decision.ok
        ? decision.events.reduce(
            (state, event) => evolve(state, { ...event, ...meta }),
            recordIn(from),
          )
        : null
      expect(after).toMatchObject({
        state: 'responding',
        runs: [
          { planId: 'p', revision: 'p-r1', activatedAt: meta.at, by: '周敏', supersededBy: null },
        ],
      })
    },
  )

  it.each([
    ['lifted', '已解除', 'lifted'],
    ['recovering', '善后中', 'recovering'],
    ['closed', '已结案', 'closed'],
    ['archived', '已归档', 'archived'],
    ['falseReport', '误报', 'a false report'],
    ['transferred', '已移送', 'transferred'],
    ['merged', '已合并', 'merged'],
  ] as const)('not from %s: a new incident is to be reported', (from, zh, en) => {
    expect(decide(recordIn(from), activation, meta, world)).toEqual({
      ok: false,
      code: 'bad-move',
      message: {
        zh: `事件${zh}，不能再启动预案；请另报一起`,
        en: `The incident is ${en}: no plan can be activated. Report a new one`,
      },
    })
  })
})

describe('an activation', () => {
  it('records plan, revision and steps in the order of the plan, and opens those that apply', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('b'), step('a', { after: ['b'] })]))
    expect(scenario.events[1]).toEqual({
      type: 'PlanActivated',
      planId: 'p',
      revision: 'p-r1',
      level: null,
      commander: null,
      provisional: false,
      supersedes: null,
      stepIds: ['b', 'a'],
    })
    expect(scenario.board().steps.map(({ id, state }) => [id, state])).toEqual([
      ['b', 'open'],
      ['a', 'waiting'],
    ])
  })

  it('may be provisional, and the board says so', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]), { provisional: true })
    expect(scenario.board().plans).toMatchObject([{ planId: 'p', provisional: true }])
  })

  it('names who commands; one without a name leaves the commander as he is', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]), { commander: '李强' })
    scenario.activate(plan('q', [step('b')]))
    expect(scenario.state().commander).toBe('李强')
  })

  it('of a plan that already runs is refused, and changes nothing', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]))
    const before = scenario.state()
    expect(scenario.activate(plan('p', [step('a')]))).toEqual({
      ok: false,
      code: 'already-running',
      message: { zh: '《预案p》已经在执行', en: '"Plan p" is already running' },
    })
    expect(scenario.state()).toBe(before)
  })

  it('adds a second plan to the same record', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]))
    scenario.finish('a')
    scenario.activate(plan('q', [step('b')]))
    expect(
      scenario.board().plans.map(({ planId, supersededBy }) => [planId, supersededBy]),
    ).toEqual([
      ['p', null],
      ['q', null],
    ])
    expect(scenario.board().steps.map(({ id, state }) => [id, state])).toEqual([
      ['a', 'done'],
      ['b', 'open'],
    ])
  })
})

describe('a plan with a step whose id stands in this incident under another plan (a library edit moved it)', () => {
  const moved = plan('q', [step('c'), step('a'), step('b')])

  it.each([
    ['beside it', {}],
    ['in its place', { supersedes: 'p' }],
  ] as const)('%s is refused, and changes nothing', (_, part) => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a'), step('b'), step('d')]))
    scenario.finish('a')
    const before = scenario.state()
    expect(scenario.activate(moved, part)).toEqual({
      ok: false,
      code: 'step-ids-clash',
      details: ['a', 'b'],
      message: {
        zh: '《预案q》有步骤已随另一份预案在这起事件中记录，不能启动；请改用别的预案，并在预案库中更正步骤编号',
        en: '"Plan q" has steps that are already in this incident under another plan, so it cannot be activated: choose another plan, and give its steps their own ids in the library',
      },
    })
    expect(scenario.state()).toBe(before)
    expect(scenario.step('a')).toMatchObject({ planId: 'p', state: 'done' })
  })
})

describe('the level', () => {
  it.each([
    ['the one that is named', { level: 2 }, 3, 2],
    ["else the plan's usual one", {}, 3, 3],
    ['else none', {}, null, null],
  ] as const)('is %s', (_, part, defaultLevel, level) => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')], { defaultLevel }), part)
    expect(scenario.board().level).toBe(level)
  })

  it('that an incident has is kept when a further plan names none', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')]), { level: 1 })
    scenario.activate(plan('q', [step('b')], { defaultLevel: 4 }))
    expect(scenario.board()).toMatchObject({ level: 1, levelName: { zh: '1级', en: 'Level 1' } })
  })

  it('rises when a plan whose usual level is higher is added, and never falls by default (1 = highest)', () => {
    const scenario = incidentAt(WORKDAY)
    const levels = plan('p', []).levels.slice(1) // the first plan has no level 1
    scenario.activate(plan('p', [step('a')], { levels, defaultLevel: 3 }))
    scenario.activate(plan('q', [step('b')], { defaultLevel: 1 }))
    expect(scenario.board()).toMatchObject({ level: 1, levelName: { zh: '1级', en: 'Level 1' } })
    scenario.activate(plan('r', [step('c')], { defaultLevel: 2 }))
    scenario.activate(plan('s', [step('d')], { defaultLevel: null }))
    expect(scenario.board().level).toBe(1)
    scenario.activate(plan('t', [step('e')], { defaultLevel: 1 }), { level: 4 })
    expect(scenario.board().level).toBe(4) // somebody said so
  })

  it("must be one of the plan's own set", () => {
    const scenario = incidentAt(WORKDAY)
    expect(scenario.activate(plan('p', [step('a')]), { level: 5 })).toEqual({
      ok: false,
      code: 'bad-level',
      details: ['1', '2', '3', '4'],
      message: {
        zh: '该预案的响应级别只有：1、2、3、4',
        en: 'The response levels of this plan are: 1, 2, 3, 4',
      },
    })
    expect(scenario.state().state).toBe('reported')
  })
})
