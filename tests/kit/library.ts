/**
 * The plans and the calendar that come with the product, for tests of what a plan means when it
 * runs.
 */
import { join } from 'node:path'
import type { WorkCalendar } from '#shared/domain/calendar.ts'
import type { SynonymSet } from '#shared/domain/match/synonyms.ts'
import type { IncidentType, Plan } from '#shared/domain/plan/plan.ts'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { incidentAt, type Scenario } from './incident.ts'

const library = loadLibrary(join(import.meta.dirname, '..', '..', 'resources'), {
  siteKinds: ['all'],
})

export function shippedPlan(id: string): Plan {
  const plan = library.plan(id)
  if (!plan) throw new Error(`the plan ${id} is missing or broken`)
  return plan
}

export const allPlans = (): readonly Plan[] => library.plans()

export const shippedPolicies = (): ReturnType<typeof library.policies> => library.policies()

export const shippedCalendar = (): WorkCalendar => library.calendar()

export const shippedSynonyms = (): readonly SynonymSet[] => library.synonyms()

export const allTypes = (): readonly IncidentType[] => library.types()

/**
 * An incident reported at an instant (ISO with offset) and answered by a plan of the product at
 * once.
 */
export function runs(planId: string, at: string): Scenario {
  const scenario = incidentAt(at, { calendar: library.calendar() })
  scenario.activate(shippedPlan(planId))
  return scenario
}

/** The state of each named step, by id. */
export const states = (scenario: Scenario, ...ids: string[]): string[] =>
  ids.map((id) => scenario.step(id).state)

/** Who has been told of each late step so far, by role id. */
export const recipients = (scenario: Scenario, stepId: string): string[] =>
  scenario
    .state()
    .alerts.filter((alert) => alert.stepId === stepId)
    .flatMap((alert) => alert.told.map(({ role }) => role))
