/**
 * Deadlines are worked out from the record: each fires once, whichever clock says so (design §1
 * rule 1: clocks that cannot lie).
 */
import { describe, expect, it } from 'vitest'
import { decide } from '#shared/domain/incident/decide.ts'
import { deadlinesOf } from '#shared/domain/incident/deadlines.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { HOUR, MINUTE, plan, rung, step, yesNo } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const PLAN = plan('p', [
  step('limit', {
    due: { within: 30 * MINUTE, from: 'reported' },
    late: [rung('head'), rung('manager', 10 * MINUTE)],
  }),
  step('start'),
  step('counts', { due: { within: 20 * MINUTE, from: { step: 'start' } } }),
  step('long', { when: { elapsed: 4 * HOUR, from: 'reported' } }),
])
const running = (): Led => {
  const led = reported(WORKDAY)
  led.activate(PLAN)
  return led
}
const keys = (led: Led): string[] =>
  led
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
    const led = running()
    led.pass('31 min')
    led.acknowledge('i1.2')
    const stored = JSON.parse(JSON.stringify(led.state())) as Incident
    expect(
      deadlinesOf(stored, led.world)
        .map(({ key }) => key)
        .sort(),
    ).toEqual([`passed:p/reported/${4 * HOUR}`, 'post:i1.2:2'])
    expect(deadlinesOf(stored, led.world)).toEqual(led.deadlines())
  })

  it('comes with every decision, for the record as it stands after it', () => {
    const led = running()
    led.pass('31 min')
    const decision = decide(
      led.state(),
      { type: 'AcknowledgeAlert', alertId: 'i1.2' },
      { at: led.now(), by: '周敏' },
      led.world,
    )
    expect(decision).toMatchObject({ ok: true, deadlines: [{ of: `p/reported/${4 * HOUR}` }, {}] })
    if (decision.ok) expect(decision.deadlines).toEqual(deadlinesOf(decision.state, led.world))
  })

  it('is empty before a plan runs, and when the incident is over', () => {
    expect(reported(WORKDAY).deadlines()).toEqual([])
    const led = running()
    led.move('falseReport', '误触')
    expect(led.deadlines()).toEqual([])
  })

  it('loses what has fired, and what is not needed any more', () => {
    const led = running()
    led.finish('start')
    expect(keys(led)).toEqual(['limit:counts', 'limit:limit', `passed:p/reported/${4 * HOUR}`])
    led.finish('limit')
    led.finish('counts')
    led.pass('4 h')
    expect(keys(led)).toEqual([])
  })
})

describe('a deadline fires once', () => {
  it('when the ticker says so twice', () => {
    const led = running()
    led.setClock(30 * MINUTE)
    led.check('limit:limit')
    const events = led.events.length
    led.check('limit:limit')
    led.check()
    expect(led.events).toHaveLength(events)
    expect(led.all('StepLate')).toHaveLength(1)
  })

  it('when the ticker names a key that nothing bears, nothing happens', () => {
    const led = running()
    const events = led.events.length
    led.check('limit:nowhere', 'post:i1.9:1', 'passed:x', 'unrecorded:limit')
    expect(led.events).toHaveLength(events)
  })

  it('when the ticker comes without keys, what the wall clock says is due fires', () => {
    const led = running()
    led.setClock(31 * MINUTE)
    led.check()
    expect(led.all('StepLate')).toMatchObject([{ stepId: 'limit', lateByMs: MINUTE }])
    expect(led.all('AlertRaised').map((event) => event.alert.kind)).toEqual([
      'not-recorded',
      'late',
    ])
  })

  it('after a long time down everything that passed fires at once, in the order in which it was due', () => {
    const led = running()
    led.setClock(5 * HOUR)
    led.check()
    const fired = led.recorded.filter(
      (event) =>
        event.type === 'StepLate' ||
        event.type === 'TimePassed' ||
        (event.type === 'AlertRaised' && event.alert.kind === 'not-recorded'),
    )
    expect(fired.map((event) => event.type)).toEqual(['AlertRaised', 'StepLate', 'TimePassed'])
    expect(led.all('StepLate')).toMatchObject([
      { lateByMs: 5 * HOUR - 30 * MINUTE, at: START + 5 * HOUR },
    ])
    expect(led.step('long').state).toBe('open')
  })
})

describe('when the wall clock is set back, the monotonic clock still says what is due', () => {
  const setBack = (): Led => {
    const led = running()
    led.pass('10 min')
    led.setClock('-1 h')
    led.check('limit:limit', 'unrecorded:start', `passed:p/reported/${4 * HOUR}`)
    return led
  }

  it('every key fires, once, although `at` lies before it', () => {
    const led = setBack()
    expect(led.all('StepLate')).toMatchObject([
      { stepId: 'limit', dueAt: START + 30 * MINUTE, at: START - 50 * MINUTE, lateByMs: 0 },
    ])
    expect(led.all('TimePassed')).toHaveLength(1)
    expect(
      led
        .all('AlertRaised')
        .map((event) => event.alert.kind)
        .sort(),
    ).toEqual(['late', 'not-recorded'])
    led.pass('12 h')
    expect(led.all('StepLate')).toHaveLength(1)
    expect(led.all('TimePassed')).toHaveLength(1)
    expect(led.all('AlertRaised')).toHaveLength(2)
  })

  it('lateness stays, whatever the wall clock says when the step is finished', () => {
    for (const wait of [0, 80 * MINUTE, 2 * HOUR]) {
      // before dueAt, at exactly dueAt, after it
      const led = setBack()
      led.setClock(wait)
      led.finish('limit')
      expect(led.step('limit')).toMatchObject({ state: 'done', late: true, needsReason: true })
    }
  })

  it('a post of the ladder is told by its key, once', () => {
    const led = running()
    led.pass('30 min')
    led.setClock('-2 h')
    led.check('post:i1.2:2')
    led.check('post:i1.2:2')
    expect(
      led
        .all('AlertClimbed')
        .filter((event) => event.alertId === 'i1.2')
        .map((event) => event.told.role),
    ).toEqual(['desk', 'head', 'manager'])
  })

  it('without a key nothing fires that the wall clock does not reach', () => {
    const led = running()
    led.setClock('-1 h')
    led.check()
    led.answer('k', 'yes')
    expect(led.all('StepLate')).toEqual([])
  })

  it('a step finished before it was due by either clock is met', () => {
    const led = running()
    led.setClock('-1 h')
    led.finish('limit')
    expect(led.step('limit').late).toBe(false)
  })
})

it('a clock set forward fires what it jumps over', () => {
  const led = running()
  led.setClock('1 d')
  led.check()
  expect(led.step('limit').late).toBe(true)
  expect(led.step('long').state).toBe('open')
})

it('a refused command records nothing, not even what is due: the ticker will', () => {
  const led = reported(WORKDAY)
  led.activate(
    plan('p', [step('a', { due: { within: MINUTE, from: 'reported' } })], { facts: [yesNo('k')] }),
  )
  led.setClock('2 min')
  const events = led.events.length
  expect(led.answer('k', 'maybe')?.code).toBe('bad-value')
  expect(led.events).toHaveLength(events)
  led.check()
  expect(led.all('StepLate')).toHaveLength(1)
})
