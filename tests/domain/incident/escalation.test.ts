/**
 * Tests the escalation of a late step: posts, delays, impatience, and posts that nobody holds.
 */
import { describe, expect, it } from 'vitest'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import type { EscalationStep } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, escalationStep, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const RAISED = Date.parse(WORKDAY) + 10 * MINUTE
const late = (levels: readonly EscalationStep[], roster: Roster | null = null): Scenario => {
  const scenario = incidentAt(WORKDAY, { roster })
  scenario.activate(
    plan('p', [step('a', { due: { within: 10 * MINUTE, from: 'reported' }, late: levels })]),
  )
  scenario.pass('10 min')
  return scenario
}
/** Who was told, and how many seconds after the alert was raised. */
const recipients = (scenario: Scenario): unknown[] =>
  scenario.all('AlertClimbed').map((event) => [event.told.role, (event.at - RAISED) / 1000])

describe('without a roster', () => {
  it('the owner and every rung without a delay are told at once', () => {
    expect(recipients(late([escalationStep('head'), escalationStep('manager')]))).toEqual([
      ['desk', 0],
      ['head', 0],
      ['manager', 0],
    ])
  })

  it('no post is skipped: who holds it is not known', () => {
    const scenario = late([escalationStep('head'), escalationStep('manager', 5 * MINUTE)])
    scenario.pass('10 min')
    expect(scenario.board().alerts[0]?.told).toMatchObject([
      { role: { en: 'Post desk' }, people: [], skipped: [] },
      { role: { en: 'Post head' }, people: [], skipped: [] },
      { role: { en: 'Post manager' }, people: [], skipped: [] },
    ])
  })

  it('what a rung is to say goes with it', () => {
    const say = localized('催信息中心', 'Press the information centre')
    const scenario = late([escalationStep('head', 0, { say })])
    expect(scenario.all('AlertClimbed').map((event) => event.say)).toEqual([null, say])
  })
})

describe('an alert that nobody acknowledges', () => {
  const LONG = [
    escalationStep('head', 30 * MINUTE),
    escalationStep('manager', 40 * MINUTE),
    escalationStep('leader', 50 * MINUTE),
  ]

  it('goes to the next post after 60 s, to the one above after 120 s, and beyond them by the plan', () => {
    const scenario = late(LONG)
    scenario.pass(60_000 - 1)
    expect(recipients(scenario)).toEqual([['desk', 0]])
    scenario.pass('2 h')
    expect(recipients(scenario)).toEqual([
      ['desk', 0],
      ['head', 60],
      ['manager', 120],
      ['leader', 3000],
    ])
  })

  it('goes by the plan where that is sooner', () => {
    const scenario = late([escalationStep('head', 30_000), escalationStep('manager', 90_000)])
    scenario.pass('1 h')
    expect(recipients(scenario)).toEqual([
      ['desk', 0],
      ['head', 30],
      ['manager', 90],
    ])
  })

  it('tells posts in their order, also where a higher one has the shorter delay', () => {
    const scenario = late([escalationStep('head', 50_000), escalationStep('manager', 10_000)])
    scenario.pass('1 h')
    expect(recipients(scenario)).toEqual([
      ['desk', 0],
      ['head', 50],
      ['manager', 50],
    ])
  })

  it("acknowledged, it keeps the plan's own delays and loses the impatience", () => {
    const scenario = late(LONG)
    scenario.pass('30 s')
    scenario.acknowledge('i1.1')
    scenario.pass('2 h')
    expect(recipients(scenario)).toEqual([
      ['desk', 0],
      ['head', 1800],
      ['manager', 2400],
      ['leader', 3000],
    ])
  })

  it('acknowledged at exactly 60 s, it is not passed on', () => {
    const scenario = late(LONG)
    scenario.setClock('60 s')
    scenario.acknowledge('i1.1')
    expect(recipients(scenario)).toEqual([['desk', 0]])
  })

  it('the board says who is next, and when', () => {
    const scenario = late(LONG)
    expect(scenario.board().alerts[0]?.next).toEqual({
      role: { zh: '岗位head', en: 'Post head' },
      at: RAISED + 60_000,
    })
    scenario.acknowledge('i1.1')
    expect(scenario.board().alerts[0]?.next).toMatchObject({ at: RAISED + 30 * MINUTE })
    scenario.pass('1 h')
    expect(scenario.board().alerts[0]?.next).toBeNull()
  })

  it('stops climbing when its step is finished', () => {
    const scenario = late(LONG)
    scenario.pass('59 s')
    scenario.finish('a')
    scenario.pass('2 h')
    expect(recipients(scenario)).toEqual([['desk', 0]])
  })
})

describe('with a roster', () => {
  it('people are named', () => {
    expect(
      late([escalationStep('head')], { desk: ['王芳', '李强'], head: ['赵勇'] }).board().alerts[0]
        ?.told,
    ).toMatchObject([
      { people: ['王芳', '李强'], skipped: [] },
      { people: ['赵勇'], skipped: [] },
    ])
  })

  it('a post that nobody holds now is skipped at once, and that is said', () => {
    const scenario = late(
      [escalationStep('head', 30 * MINUTE), escalationStep('manager', 40 * MINUTE)],
      {
        desk: [],
        manager: ['孙丽'],
      },
    )
    expect(recipients(scenario)).toEqual([
      ['desk', 0],
      ['head', 0],
      ['manager', 0],
    ])
    expect(scenario.board().alerts[0]?.told).toMatchObject([
      { people: [], skipped: [{ zh: '岗位desk' }] },
      { people: [], skipped: [{ zh: '岗位head' }] },
      { people: ['孙丽'], skipped: [] },
    ])
  })

  it('a skipped post does not shorten the delay of the one after a post that is held', () => {
    const scenario = late([escalationStep('head'), escalationStep('manager', 30 * MINUTE)], {
      desk: [],
      head: ['赵勇'],
      manager: ['孙丽'],
    })
    expect(recipients(scenario)).toEqual([
      ['desk', 0],
      ['head', 0],
    ])
    scenario.acknowledge('i1.1')
    scenario.pass('1 h')
    expect(recipients(scenario)).toEqual([
      ['desk', 0],
      ['head', 0],
      ['manager', 1800],
    ])
  })

  it('an acknowledged alert still skips an empty post', () => {
    const scenario = late(
      [escalationStep('head', 5 * MINUTE), escalationStep('manager', 30 * MINUTE)],
      {
        desk: ['王芳'],
        manager: ['孙丽'],
      },
    )
    scenario.acknowledge('i1.1')
    scenario.pass('5 min')
    expect(recipients(scenario)).toEqual([
      ['desk', 0],
      ['head', 300],
      ['manager', 300],
    ])
  })

  it('an empty roster skips everybody: the alert stands, and says that nobody was told', () => {
    const scenario = late([escalationStep('head')], {})
    expect(scenario.board().alerts).toMatchObject([
      { told: [{ people: [] }, { people: [] }], next: null },
    ])
    expect(scenario.all('AlertClimbed').map((event) => event.told.skipped)).toEqual([
      ['desk'],
      ['head'],
    ])
  })
})

it('a delay counts from the moment of the alert, also when the lateness is noticed late', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan('p', [
      step('a', {
        due: { within: 10 * MINUTE, from: 'reported' },
        late: [escalationStep('head', 5 * MINUTE)],
      }),
    ]),
  )
  scenario.setClock('40 min')
  scenario.check()
  scenario.acknowledge('i1.1')
  scenario.pass(5 * MINUTE - 1)
  expect(scenario.all('AlertClimbed')).toHaveLength(1)
  scenario.pass(1)
  expect(scenario.all('AlertClimbed')).toHaveLength(2)
})
