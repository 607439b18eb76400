/** An incident of a damaged record goes on in another one: its clocks, plans and answers stay. */
import { expect, test } from 'vitest'
import { decide } from '#shared/domain/incident/decide.ts'
import { initialIncident, type Incident } from '#shared/domain/incident/record/state.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'

const START = Date.parse(WORKDAY)
const within = (minutes: number) =>
  ({ due: { within: minutes * MINUTE, from: 'reported' } }) as const

/** Three limits of 5, 10 and 30 minutes; the first is met after two, and 12 minutes have passed. */
const before = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan('p', [step('a', within(5)), step('b', within(10)), step('c', within(30))]),
    { level: 3 },
  )
  scenario.pass('2 min')
  scenario.finish('a')
  scenario.pass('10 min')
  return scenario
}

const takenOver = (scenario: Scenario, minutes = 15): Incident => {
  const decision = decide(
    initialIncident('i2'),
    { type: 'TakeOverIncident', from: scenario.state() },
    { at: START + minutes * MINUTE, by: '陈静' },
    scenario.world,
  )
  if (!decision.ok) throw new Error(decision.code)
  return decision.state
}

test('it has its own instants, level and plan, and says what it was and who took it over', () => {
  expect(takenOver(before())).toMatchObject({
    id: 'i2',
    state: 'responding',
    receivedAt: START,
    level: 3,
    moments: { reported: START, activated: START },
    runs: [{ planId: 'p', activatedAt: START }],
    takenOver: { incidentId: 'i1', by: '陈静', at: START + 15 * MINUTE },
  })
})

test('what was finished is already done, at its own time and by its own person', () => {
  expect(takenOver(before()).steps['a']?.finish).toMatchObject({
    outcome: 'already-done',
    at: START + 2 * MINUTE,
    by: '周敏',
  })
})

test('a limit that was running is due when it was due; one that has passed is late by then', () => {
  const { steps } = takenOver(before(), 31)
  expect(steps['b']).toMatchObject({
    limit: { dueAt: START + 10 * MINUTE },
    lateAt: START + 10 * MINUTE,
  })
  expect(steps['c']).toMatchObject({
    limit: { dueAt: START + 30 * MINUTE },
    lateAt: START + 31 * MINUTE,
  })
})

test('what is late and not finished is alerted anew, once each', () => {
  const { alerts, alertLog } = takenOver(before(), 31)
  expect(alerts.map(({ stepId }) => stepId).sort()).toEqual(['b', 'c'])
  expect(alertLog).toHaveLength(alerts.length)
})

test('an alert that was cleared before stays in the figures, and keeps its number', () => {
  const scenario = before()
  scenario.finish('b')
  const after = takenOver(scenario, 31)
  expect(after.alertLog).toMatchObject([
    { stepId: 'b', clearedAt: START + 12 * MINUTE },
    { stepId: 'c', clearedAt: null },
  ])
  expect(after.alerts.map(({ id }) => id)).toEqual(['i2.2'])
})

test('it is taken over once, and one that is over not at all', () => {
  const scenario = before()
  const after = takenOver(scenario)
  const meta = { at: START + 16 * MINUTE, by: '陈静' }
  const command = { type: 'TakeOverIncident', from: scenario.state() } as const
  expect(decide(after, command, meta, scenario.world)).toMatchObject({ code: 'already-reported' })
  scenario.move('falseReport', '误报')
  expect(
    decide(initialIncident('i3'), { ...command, from: scenario.state() }, meta, scenario.world),
  ).toMatchObject({ code: 'incident-over' })
})

test('the one that it was leaves board and figures when both records are together again', () => {
  const scenario = before()
  expect(scenario.send({ type: 'ContinueIncident', incidentId: 'i2' })).toBeNull()
  expect(scenario.state()).toMatchObject({ state: 'merged', continued: { incidentId: 'i2' } })
  expect(scenario.state().alerts).toEqual([])
  expect(projectStats(scenario.state(), scenario.world).counted).toBe(false)
  expect(projectStats(takenOver(before()), scenario.world).counted).toBe(true)
  const events = scenario.events.length
  scenario.send({ type: 'ContinueIncident', incidentId: 'i2' })
  expect(scenario.events).toHaveLength(events)
})
