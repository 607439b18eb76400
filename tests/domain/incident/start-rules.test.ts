/**
 * Plans that say when they are to be started: the station proposes them once, or starts them itself
 * and says why.
 */
import { describe, expect, it } from 'vitest'
import type { Condition, IncidentType, Plan, StartRule } from '#shared/domain/plan/plan.ts'
import { settle } from '#shared/domain/incident/settle.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR, MINUTE, amount, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const WHY = localized('已有人身攻击', 'Somebody is attacked')
const rule = (when: Condition, then: StartRule['then'] = 'propose'): StartRule => ({
  when,
  then,
  why: WHY,
  clause: 'S09-21',
})
const attacked: Condition = { fact: 'attack', is: 'yes' }
const ANGRY = plan('angry', [step('a1')], { facts: [yesNo('attack'), amount('loss')] })
const starter = (rules: readonly StartRule[], part: Partial<Plan> = {}): Plan =>
  plan('safety', [step('s1')], { start: rules, ...part })

const at = (library: readonly Plan[], type?: IncidentType): Scenario =>
  incidentAt(WORKDAY, { library, ...(type ? { type } : {}) })
const running = (...library: Plan[]): Scenario => {
  const scenario = at(library)
  scenario.activate(ANGRY)
  return scenario
}
const PROPOSED = [
  { planId: 'safety', title: starter([]).title, why: WHY, clause: 'S09-21', supersedes: null },
]

describe('a rule that proposes', () => {
  it('is silent until its question is answered so', () => {
    const scenario = running(starter([rule(attacked)]))
    expect(scenario.board().proposed).toEqual([])
    scenario.answer('attack', 'no')
    expect(scenario.board().proposed).toEqual([])
  })

  it('proposes the plan in the same command, by the station, once', () => {
    const scenario = running(starter([rule(attacked), rule({ fact: 'loss', over: 10 })]))
    scenario.answer('attack', 'yes')
    expect(scenario.board().proposed).toEqual(PROPOSED)
    expect(scenario.all('PlanProposed')).toMatchObject([{ by: 'Vigil', at: scenario.now() }])
    expect(scenario.all('FactAnswered')).toMatchObject([{ by: '周敏' }])
    scenario.answer('loss', 11)
    scenario.answer('attack', 'no')
    expect(scenario.all('PlanProposed')).toHaveLength(1)
    expect(scenario.board().proposed).toEqual(PROPOSED) // what was seen once is decided by a person
  })

  it('is answered by activating the plan', () => {
    const scenario = running(starter([rule(attacked)]))
    scenario.answer('attack', 'yes')
    scenario.activate(starter([rule(attacked)]))
    expect(scenario.board().proposed).toEqual([])
    expect(scenario.all('PlanProposed')).toHaveLength(1)
  })

  it('is dismissed, with a reason or without, and then never comes back', () => {
    const scenario = running(starter([rule(attacked)]))
    scenario.answer('attack', 'yes')
    expect(scenario.dismiss('safety', '已劝开')).toBeNull()
    expect(scenario.all('ProposalDismissed')).toMatchObject([
      { planId: 'safety', reason: '已劝开', by: '周敏' },
    ])
    scenario.answer('attack', 'no')
    scenario.answer('attack', 'yes')
    expect(scenario.board().proposed).toEqual([])
    expect(scenario.dismiss('safety')?.code).toBe('not-proposed')
  })

  it('cannot be dismissed where nothing is proposed', () => {
    expect(running(starter([rule(attacked)])).dismiss('safety')).toMatchObject({
      code: 'not-proposed',
      message: { zh: '没有启动预案“safety”的建议，请刷新页面' },
    })
  })
})

describe('a rule that activates', () => {
  const now = [rule(attacked, 'activate')]

  it('starts the plan by the station itself, with its reason, and with the plans that belong to it', () => {
    const scenario = running(starter(now, { extends: 'base' }), plan('base', [step('b1')]))
    scenario.answer('attack', 'yes')
    expect(scenario.all('PlanActivated').slice(1)).toMatchObject([
      { planId: 'base', by: 'Vigil', broughtBy: 'safety', itself: true },
      { planId: 'safety', by: 'Vigil', why: WHY, itself: true, supersedes: null },
    ])
    expect(scenario.step('s1').state).toBe('open')
    expect(scenario.board().plans.at(-1)?.supersededBy).toBeNull()
  })

  it('starts it also where it was proposed and dismissed: what is graver now was not asked then', () => {
    const scenario = running(
      starter([rule(attacked), rule({ fact: 'loss', over: 5000 }, 'activate')]),
    )
    scenario.answer('attack', 'yes')
    scenario.dismiss('safety')
    scenario.answer('loss', 5000)
    expect(scenario.all('PlanActivated')).toHaveLength(1)
    scenario.answer('loss', 5001)
    expect(scenario.all('PlanActivated').map(({ planId }) => planId)).toEqual(['angry', 'safety'])
  })

  it('says once why it could not', () => {
    const scenario = running(starter(now, { extends: 'gone' }))
    scenario.answer('attack', 'yes')
    expect(scenario.all('PlanNotStarted')).toMatchObject([
      {
        stepId: null,
        planId: 'safety',
        by: 'Vigil',
        why: { zh: expect.stringContaining('以预案“gone”为基础') },
      },
    ])
    scenario.check()
    scenario.answer('attack', 'yes')
    expect(scenario.all('PlanNotStarted')).toHaveLength(1)
  })

  it('does not start a plan that is over in this incident', () => {
    const scenario = running(starter(now))
    scenario.activate(starter(now))
    scenario.activate(plan('other', [step('o')]), { supersedes: 'safety' })
    scenario.answer('attack', 'yes')
    expect(scenario.all('PlanActivated')).toHaveLength(3)
    expect(scenario.all('PlanNotStarted')).toEqual([])
  })
})

describe('what a rule reads', () => {
  const fire = {
    code: 'other.fire',
    name: localized('火灾', 'Fire'),
    category: 'other',
    legal: null,
    words: [],
  }

  it('the type of the incident, as soon as it is reported and without any plan', () => {
    expect(at([starter([rule({ type: ['other'] })])], fire).board().proposed).toEqual(PROPOSED)
    expect(at([starter([rule({ type: ['other.flood'] })])], fire).board().proposed).toEqual([])
    expect(at([starter([rule({ type: ['other'] })])]).board().proposed).toEqual([]) // no type yet
  })

  it('a type that a plan brings', () => {
    const scenario = at([starter([rule({ type: ['other.fire'] })])])
    scenario.send({
      type: 'ActivatePlan',
      plan: ANGRY,
      classify: { code: 'other.fire', category: 'other', legal: null },
      level: null,
      commander: null,
      provisional: null,
      supersedes: null,
    })
    expect(scenario.board().proposed).toEqual(PROPOSED)
  })

  it('the level, this one or a higher one', () => {
    const scenario = at([starter([rule({ level: 2 })])])
    scenario.activate(ANGRY, { level: 3 })
    expect(scenario.board().proposed).toEqual([])
    scenario.activate(plan('more', [step('m')]), { level: 1 })
    expect(scenario.board().proposed).toEqual(PROPOSED)
  })

  it('time since the report: the ticker brings it, once', () => {
    const scenario = at([starter([rule({ elapsed: HOUR, from: 'reported' })])])
    scenario.pass(HOUR - 1)
    expect(scenario.board().proposed).toEqual([])
    scenario.pass(1)
    expect(scenario.board().proposed).toEqual(PROPOSED)
    expect(scenario.deadlines()).toEqual([])
  })

  it('all, any and not, three-valued', () => {
    const scenario = running(
      starter([
        rule({ all: [{ any: [attacked, { fact: 'loss', over: 10 }] }, { not: { level: 1 } }] }),
      ]),
    )
    scenario.answer('attack', 'yes')
    expect(scenario.board().proposed).toEqual([]) // no level yet
    scenario.activate(plan('more', [step('m')]), { level: 3 })
    expect(scenario.board().proposed).toEqual(PROPOSED)
  })

  it('the answers of plans that run, not of those that are over', () => {
    const scenario = running(starter([rule(attacked)]))
    scenario.activate(plan('other', [step('o')]), { supersedes: 'angry' })
    expect(scenario.answer('attack', 'yes')?.code).toBe('unknown-fact')
    expect(scenario.board().proposed).toEqual([])
  })

  it('where plans mean different things by a key: one that says yes is enough', () => {
    const two = plan('two', [step('t')], {
      facts: [
        {
          ...yesNo('attack'),
          options: [
            { value: 'yes', label: localized('是', 'yes') },
            { value: 'maybe', label: localized('可能', 'maybe') },
          ],
        },
      ],
    })
    const scenario = running(starter([rule(attacked)]))
    scenario.activate(two)
    scenario.answer('attack', 'no', 'angry')
    expect(scenario.board().proposed).toEqual([])
    scenario.answer('attack', 'yes', 'two')
    expect(scenario.board().proposed).toEqual(PROPOSED)
  })
})

describe('as long as a plan can be activated', () => {
  it('up to contained, not after', () => {
    const scenario = running(starter([rule(attacked)]))
    scenario.move('contained')
    scenario.answer('attack', 'yes')
    expect(scenario.board().proposed).toEqual(PROPOSED)
    const late = running(starter([rule(attacked)]))
    late.move('lifted')
    late.answer('attack', 'yes')
    expect(late.all('PlanProposed')).toEqual([])
  })

  it('a proposal that nobody answered is gone once the response is lifted', () => {
    const scenario = running(starter([rule(attacked)]))
    scenario.answer('attack', 'yes')
    scenario.move('lifted')
    expect(scenario.board().proposed).toEqual([])
    expect(scenario.dismiss('safety')?.code).toBe('not-proposed')
  })

  it('an incident that is over has no clock for a rule', () => {
    const scenario = at([starter([rule({ elapsed: HOUR, from: 'reported' })])])
    expect(scenario.deadlines()).toHaveLength(1)
    scenario.move('falseReport', '误报')
    expect(scenario.deadlines()).toEqual([])
  })
})

describe('a rule that hands over', () => {
  const other = plan('other', [step('o1')])
  const replaced = (first: Plan, second: Plan, when: Condition): (string | null)[] => {
    const safety = starter([{ ...rule(when), handsOver: true }])
    const scenario = at([safety])
    scenario.activate(first, { level: 3 })
    scenario.activate(second)
    scenario.answer('attack', 'yes')
    return scenario.board().proposed.map(({ supersedes }) => supersedes)
  }
  it('takes the place of the plan that asks its question, wherever that stands', () => {
    expect(replaced(ANGRY, other, attacked)).toEqual(['angry'])
    expect(replaced(other, ANGRY, attacked)).toEqual(['angry'])
  })
  it('takes the place of the first that runs, where none asks what it reads', () => {
    expect(replaced(other, ANGRY, { level: 3 })).toEqual(['other'])
  })
})

it('two plans that start each other settle', () => {
  const first = plan('one', [step('o1')], { start: [rule({ level: 3 }, 'activate')] })
  const second = plan('two', [step('t1')], {
    start: [rule({ level: 3 }, 'activate'), rule({ level: 3 })],
  })
  const scenario = at([first, second])
  scenario.activate(ANGRY, { level: 2 })
  expect(scenario.board().plans.map(({ planId }) => planId)).toEqual(['angry', 'one', 'two'])
  expect(
    settle(scenario.state(), scenario.world, { at: scenario.now() + MINUTE, by: 'Vigil' }).events,
  ).toEqual([])
})
