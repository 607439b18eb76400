/** What has settled is not asked again in the same world before something is due. */
import { expect, it } from 'vitest'
import { settle } from '#shared/domain/incident/settle.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import { MINUTE, escalationStep, plan, step } from '../../kit/plan.ts'
import { incidentAt } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const PLAN = plan('p', [
  step('limit', {
    due: { within: 30 * MINUTE, from: 'reported' },
    late: [escalationStep('head')],
  }),
  step('next', { after: ['limit'] }),
])

/** A running incident, its world, and how often that was asked for a plan. */
function counted() {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(PLAN)
  let count = 0
  const world: World = {
    ...scenario.world,
    plan(revision) {
      count += 1
      return scenario.world.plan(revision)
    },
  }
  const questions = (work: () => unknown): number => {
    const before = count
    work()
    return count - before
  }
  const meta = (minutes: number) => ({ at: scenario.now() + minutes * MINUTE, by: '周敏' })
  return { scenario, world, questions, meta }
}

it('answers with the same deadlines, and asks no plan', () => {
  const { scenario, world, questions, meta } = counted()
  const state = scenario.state()
  const first = settle(state, world, meta(0))
  expect(first.events).toEqual([])
  let second = first
  expect(questions(() => (second = settle(first.state, world, meta(1))))).toBe(0)
  expect(second).toEqual(first)
})

it('looks again once a limit is due, and when a clock names what is due', () => {
  const { scenario, world, meta } = counted()
  const { state, deadlines } = settle(scenario.state(), world, meta(0))
  const limit = deadlines.find(({ fires }) => fires === 'limit')
  expect(settle(state, world, meta(31)).events.map(({ type }) => type)).toContain('StepLate')
  const due = new Set([limit?.key ?? ''])
  expect(settle(state, world, meta(1), { due }).events.map(({ type }) => type)).toContain(
    'StepLate',
  )
})

it('looks again in another world', () => {
  const { scenario, world, questions, meta } = counted()
  const { state } = settle(scenario.state(), world, meta(0))
  expect(questions(() => settle(state, { ...world, roster: null }, meta(1)))).toBeGreaterThan(0)
})
