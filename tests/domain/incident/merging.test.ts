/**
 * What an incident keeps of those that were merged into it: when the head of the unit knew, what
 * each brings, and what stays once one of them brings less or has gone.
 */
import { describe, expect, it } from 'vitest'
import type { TakeIn } from '#shared/domain/incident/record/commands.ts'
import type { TakenReports } from '#shared/domain/incident/record/callers.ts'
import { MINUTE } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const reason = { sealed: 'why' }
const brought = (
  reports?: TakenReports,
): Pick<TakeIn, 'callers' | 'late' | 'plans' | 'reports'> => ({
  ...{ callers: 1, late: [], plans: [] },
  ...(reports ? { reports } : {}),
})
const knew = (minutes: number): TakenReports => ({ headInformedAt: START + minutes * MINUTE })

const running = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.pass('20 min')
  return scenario
}
const takeIn = (scenario: Scenario, id: string, reports?: TakenReports) =>
  scenario.send({ type: 'TakeIn', merged: { id }, reason, ...brought(reports) })
const letGo = (scenario: Scenario, incidentId: string) =>
  scenario.send({ type: 'LetGo', incidentId })
const amend = (scenario: Scenario, incidentId: string, reports?: TakenReports) =>
  scenario.send({
    ...{ type: 'AmendTakenIn', incidentId, left: { incidentId: 'a', number: '2026-001' } },
    ...brought(reports),
  })
const head = (scenario: Scenario): number | undefined => {
  const at = scenario.state().headInformedAt
  return at === undefined ? undefined : (at - START) / MINUTE
}

describe('given incidents that were merged into another, when the head knew', () => {
  it('is the earliest, and what is left once the earliest has gone', () => {
    const scenario = running()
    takeIn(scenario, 'b', knew(5))
    takeIn(scenario, 'c', knew(9))
    expect(head(scenario)).toBe(5)
    letGo(scenario, 'b')
    expect(head(scenario)).toBe(9)
    letGo(scenario, 'c')
    expect(head(scenario)).toBeUndefined()
  })

  it('is as it was told here afterwards, whatever came along before', () => {
    const scenario = running()
    takeIn(scenario, 'b', knew(5))
    scenario.send({ type: 'TellHead', informedAt: START + 5 * MINUTE })
    letGo(scenario, 'b')
    expect(head(scenario)).toBe(5)
    scenario.send({ type: 'TellHead', informedAt: START + 7 * MINUTE })
    takeIn(scenario, 'b', knew(3))
    expect(head(scenario)).toBe(3)
    letGo(scenario, 'b')
    expect(head(scenario)).toBe(7)
  })
})

describe('given that something left one that is merged, what it brings', () => {
  it('is less from then on: the head knew later, and there are fewer callers', () => {
    const scenario = running()
    scenario.send({
      ...{ type: 'TakeIn', merged: { id: 'b' }, reason, ...brought(knew(2)) },
      ...{ callers: 3, news: { severity: 'serious' } },
    })
    amend(scenario, 'b', knew(6))
    expect(head(scenario)).toBe(6)
    expect(scenario.state().takenIn).toMatchObject([
      { incidentId: 'b', callers: 1, news: { severity: 'serious' } },
    ])
    amend(scenario, 'b')
    expect(head(scenario)).toBeUndefined()
  })

  it('is recorded once, and not where it is the same or was never merged here', () => {
    const scenario = running()
    takeIn(scenario, 'b', knew(2))
    const before = scenario.state().version
    amend(scenario, 'b', knew(2))
    amend(scenario, 'stranger', knew(2))
    expect(scenario.state().version).toBe(before)
  })
})
