/** Every alert of an incident with what became of it, where there are two of them. */
import { expect, it } from 'vitest'
import { alertsOf } from '#shared/domain/history/alerts.ts'
import { led } from '../../kit/journalled.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const due = (minutes: number) => ({ within: minutes * MINUTE, from: 'activated' }) as const
const late = (roster: Record<string, string[]> | null = null): Scenario => {
  const scenario = incidentAt(WORKDAY, { roster })
  scenario.activate(plan('p', [step('a', { due: due(1) }), step('b', { due: due(2) })]))
  scenario.pass('2min')
  return scenario
}
const id = (scenario: Scenario, stepId: string): string =>
  scenario.state().alerts.find((alert) => alert.stepId === stepId)?.id ?? ''
const shown = (scenario: Scenario) =>
  alertsOf(led(scenario).events()).map((alert) => [
    alert.stepId,
    alert.acknowledgedAt,
    alert.acknowledgedBy,
    alert.clearedAt,
  ])

it('each is raised, acknowledged and cleared by itself', () => {
  const scenario = late()
  expect(alertsOf(led(scenario).events()).map(({ raisedAt }) => raisedAt - START)).toEqual([
    MINUTE,
    2 * MINUTE,
  ])
  scenario.acknowledge(id(scenario, 'b'))
  const at = START + 2 * MINUTE
  expect(shown(scenario)).toEqual([
    ['a', null, null, null],
    ['b', at, '周敏', null],
  ])
  scenario.pass('1min')
  scenario.finish('a', 'done', '人手不足')
  expect(shown(scenario)).toEqual([
    ['a', null, null, at + MINUTE],
    ['b', at, '周敏', null],
  ])
})

it('posts with nobody on duty are not counted as notified', () => {
  const notified = (scenario: Scenario) =>
    alertsOf(led(scenario).events()).map((alert) => alert.notified)
  expect(notified(late())).toEqual([2, 2])
  expect(notified(late({ head: ['李强'] }))).toEqual([1, 1])
  expect(notified(late({ head: [] }))).toEqual([0, 0])
})

it('an acknowledgement that was undone is none, of that alert alone', () => {
  const scenario = late()
  const course = led(scenario)
  scenario.acknowledge(id(scenario, 'a'))
  course.run('1', () => scenario.acknowledge(id(scenario, 'b')))
  expect(course.undo('1')).toBeNull()
  expect(alertsOf(course.events()).map(({ acknowledgedAt }) => acknowledgedAt)).toEqual([
    START + 2 * MINUTE,
    null,
  ])
})
