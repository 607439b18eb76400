/**
 * Over every plan of the product: what a move is said to end is what it ends, and with nothing done
 * nobody closes without a reason for all that is left.
 */
import { describe, expect, it } from 'vitest'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { allPlans, shippedCalendar } from '../../../kit/library.ts'
import { WORKDAY } from '../../../kit/days.ts'

const WAY: readonly IncidentState[] = ['contained', 'lifted', 'recovering', 'closed']
const PLANS = allPlans().map((plan) => [plan.id, plan] as const)

function started(plan: Plan): Scenario {
  const scenario = incidentAt(WORKDAY, { calendar: shippedCalendar(), library: allPlans() })
  scenario.activate(plan)
  return scenario
}

/** Every `nth` open step is done, as far as the answers lead. */
function worked(plan: Plan, nth: number, option: number): Scenario {
  const scenario = started(plan)
  for (const { key, options } of plan.facts) {
    const value = options[option % Math.max(1, options.length)]?.value
    if (value !== undefined) scenario.answer(key, value)
  }
  scenario.pass('3 min')
  scenario
    .board()
    .steps.filter(({ state }) => state === 'open')
    .forEach(({ id }, index) => index % nth === 0 && scenario.finish(id))
  return scenario
}

const unfinished = ({ steps }: BoardIncident): readonly string[] =>
  steps.filter(({ state }) => ['open', 'waiting', 'accepted'].includes(state)).map(({ id }) => id)
const withClock = ({ steps }: BoardIncident): readonly string[] =>
  steps.filter(({ dueAt, state }) => dueAt !== null && state !== 'waiting').map(({ id }) => id)

/** Moves, and compares what was said before with what has ended by it. */
function expectTold(scenario: Scenario, to: IncidentState): void {
  const before = scenario.board()
  const gate = before.gates.find((candidate) => candidate.to === to)
  if (scenario.moveExplained(to, '现场已恢复') !== null) return
  const after = scenario.board()
  const ended = unfinished(before).filter((id) => !unfinished(after).includes(id))
  expect([...(gate?.stops ?? [])].sort()).toEqual([...ended].sort())
  expect([...(gate?.limits ?? [])].sort()).toEqual(
    withClock(before)
      .filter((id) => ended.includes(id))
      .sort(),
  )
  const left = [...after.notices]
  const gone = before.notices.filter((notice) => {
    const index = left.findIndex(({ zh }) => zh === notice.zh)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
  expect(gate?.announcements).toEqual(gone)
}

describe.each(PLANS)('%s', (_, plan) => {
  it.each([
    [1, 0],
    [3, 1],
  ])('tells what each move ends (every %i. step done)', (nth, option) => {
    const scenario = worked(plan, nth, option)
    for (const to of nth === 1 ? WAY : WAY.slice(1)) expectTold(scenario, to)
  })

  it('with nothing done it closes only once all that is left has a reason', () => {
    const scenario = started(plan)
    const gate = () => scenario.board().gates.find(({ to }) => to === 'closed')
    for (let [id] = gate()?.blocks ?? []; id !== undefined; [id] = gate()?.blocks ?? [])
      scenario.finish(id, 'skipped', '现场已恢复')
    expect(scenario.moveExplained('closed')).toMatchObject({ code: 'bad-move' })
    expect(scenario.moveExplained('closed', '现场已恢复')).toBeNull()
  })
})
