/**
 * Deadlines are worked out from the record: each fires once, whichever clock says so.
 */
import { describe, expect, it } from 'vitest'
import { decide } from '#shared/domain/incident/decide.ts'
import { deadlinesOf } from '#shared/domain/incident/deadlines.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { HOUR, MINUTE, plan, escalationStep, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const PLAN = plan('p', [
  step('limit', {
    due: { within: 30 * MINUTE, from: 'reported' },
    late: [escalationStep('head'), escalationStep('manager', 10 * MINUTE)],
  }),
  step('start'),
  step('counts', { due: { within: 20 * MINUTE, from: { step: 'start' } } }),
  step('long', { when: { elapsed: 4 * HOUR, from: 'reported' } }),
])
const running = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(PLAN)
  return scenario
}
const keys = (scenario: Scenario): string[] =>
  scenario
    .deadlines()
    .map(({ key }) => key)
    .sort()

describe('the list of deadlines', () => {
  it('holds every limit that runs, "not recorded", and every threshold', () => {
    expect(running().deadlines()).toEqual([
      { key: 'limit:limit', fires: 'limit', of: 'limit', dueAt: START + 30 * MINUTE },
      {
        key: `passed:p/reported/${4 * HOUR}`,
        fires: 'passed',
        of: `p/reported/${4 * HOUR}`,
        dueAt: START + 4 * HOUR,
      },
      { key: 'unrecorded:start', fires: 'unrecorded', of: 'start', dueAt: START + 20 * MINUTE },
    ])
  })

  it('is the same after a restart: it comes from the record alone', () => {
    const scenario = running()
    scenario.pass('31 min')
    scenario.acknowledge('i1.2')
    const stored = JSON.parse(JSON.stringify(scenario.state())) as Incident
    expect(
      deadlinesOf(stored, scenario.world)
        .map(({ key }) => key)
        .sort(),
    ).toEqual([`passed:p/reported/${4 * HOUR}`, 'post:i1.2:2'])
    expect(deadlinesOf(stored, scenario.world)).toEqual(scenario.deadlines())
  })

  it('comes with every decision, for the record as it stands after it', () => {
    const scenario = running()
    scenario.pass('31 min')
    const decision = decide(
      scenario.state(),
      { type: 'AcknowledgeAlert', alertIds: ['i1.2'] },
      { at: scenario.now(), by: '周敏' },
      scenario.world,
    )
    expect(decision).toMatchObject({ ok: true, deadlines: [{ of: `p/reported/${4 * HOUR}` }, {}] })
    if (decision.ok) expect(decision.deadlines).toEqual(deadlinesOf(decision.state, scenario.world))
  })

  it('is empty before a plan runs, and when the incident is over', () => {
    expect(incidentAt(WORKDAY).deadlines()).toEqual([])
    const scenario = running()
    scenario.move('falseReport', '误触')
    expect(scenario.deadlines()).toEqual([])
  })

  it('loses what has fired, and what is not needed any more', () => {
    const scenario = running()
    scenario.finish('start')
    expect(keys(scenario)).toEqual(['limit:counts', 'limit:limit', `passed:p/reported/${4 * HOUR}`])
    scenario.finish('limit')
    scenario.finish('counts')
    scenario.pass('4 h')
    expect(keys(scenario)).toEqual([])
  })
})

describe('a deadline fires once', () => {
  it('when the ticker says so twice', () => {
    const scenario = running()
    scenario.setClock(30 * MINUTE)
    scenario.check('limit:limit')
    const events = scenario.events.length
    scenario.check('limit:limit')
    scenario.check()
    expect(scenario.events).toHaveLength(events)
    expect(scenario.all('StepLate')).toHaveLength(1)
  })

  it('when the ticker names a key that nothing bears, nothing happens', () => {
    const scenario = running()
    const events = scenario.events.length
    scenario.check('limit:nowhere', 'post:i1.9:1', 'passed:x', 'unrecorded:limit')
    expect(scenario.events).toHaveLength(events)
  })

  it('when the ticker comes without keys, what the wall clock says is due fires', () => {
    const scenario = running()
    scenario.setClock(31 * MINUTE)
    scenario.check()
    expect(scenario.all('StepLate')).toMatchObject([{ stepId: 'limit', lateByMs: MINUTE }])
    expect(scenario.all('AlertRaised').map((event) => event.alert.kind)).toEqual([
      'not-recorded',
      'late',
    ])
  })

  it('after a long time down everything that passed fires at once, in the order in which it was due', () => {
    const scenario = running()
    scenario.setClock(5 * HOUR)
    scenario.check()
    const fired = scenario.recorded.filter(
      (event) =>
        event.type === 'StepLate' ||
        event.type === 'TimePassed' ||
        (event.type === 'AlertRaised' && event.alert.kind === 'not-recorded'),
    )
    expect(fired.map((event) => event.type)).toEqual(['AlertRaised', 'StepLate', 'TimePassed'])
    expect(scenario.all('StepLate')).toMatchObject([
      { lateByMs: 5 * HOUR - 30 * MINUTE, at: START + 5 * HOUR },
    ])
    expect(scenario.step('long').state).toBe('open')
  })
})

describe('when the wall clock is set back, the monotonic clock still says what is due', () => {
  const setBack = (): Scenario => {
    const scenario = running()
    scenario.pass('10 min')
    scenario.setClock('-1 h')
    scenario.check('limit:limit', 'unrecorded:start', `passed:p/reported/${4 * HOUR}`)
    return scenario
  }

  it('every key fires, once, although `at` lies before it', () => {
    const scenario = setBack()
    expect(scenario.all('StepLate')).toMatchObject([
      { stepId: 'limit', dueAt: START + 30 * MINUTE, at: START - 50 * MINUTE, lateByMs: 0 },
    ])
    expect(scenario.all('TimePassed')).toHaveLength(1)
    expect(
      scenario
        .all('AlertRaised')
        .map((event) => event.alert.kind)
        .sort(),
    ).toEqual(['late', 'not-recorded'])
    scenario.pass('12 h')
    expect(scenario.all('StepLate')).toHaveLength(1)
    expect(scenario.all('TimePassed')).toHaveLength(1)
    expect(scenario.all('AlertRaised')).toHaveLength(2)
  })

  it('lateness stays, whatever the wall clock says when the step is finished', () => {
    for (const wait of [0, 80 * MINUTE, 2 * HOUR]) {
      // before dueAt, at exactly dueAt, after it
      const scenario = setBack()
      scenario.setClock(wait)
      scenario.finish('limit')
      expect(scenario.step('limit')).toMatchObject({ state: 'done', late: true, needsReason: true })
    }
  })

  it('a post of the escalation is told by its key, once', () => {
    const scenario = running()
    scenario.pass('30 min')
    scenario.setClock('-2 h')
    scenario.check('post:i1.2:2')
    scenario.check('post:i1.2:2')
    expect(
      scenario
        .all('AlertClimbed')
        .filter((event) => event.alertId === 'i1.2')
        .map((event) => event.told.role),
    ).toEqual(['desk', 'head', 'manager'])
  })

  it('without a key nothing fires that the wall clock does not reach', () => {
    const scenario = running()
    scenario.setClock('-1 h')
    scenario.check()
    scenario.answer('k', 'yes')
    expect(scenario.all('StepLate')).toEqual([])
  })

  it('a step finished before it was due by either clock is met', () => {
    const scenario = running()
    scenario.setClock('-1 h')
    scenario.finish('limit')
    expect(scenario.step('limit').late).toBe(false)
  })
})

it('a clock set forward fires what it jumps over', () => {
  const scenario = running()
  scenario.setClock('1 d')
  scenario.check()
  expect(scenario.step('limit').late).toBe(true)
  expect(scenario.step('long').state).toBe('open')
})

it('a refused command records nothing, not even what is due: the ticker will', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan('p', [step('a', { due: { within: MINUTE, from: 'reported' } })], { facts: [yesNo('k')] }),
  )
  scenario.setClock('2 min')
  const events = scenario.events.length
  expect(scenario.answer('k', 'maybe')?.code).toBe('bad-value')
  expect(scenario.events).toHaveLength(events)
  scenario.check()
  expect(scenario.all('StepLate')).toHaveLength(1)
})
