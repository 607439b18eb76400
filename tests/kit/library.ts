/**
 * The plans and the calendar that come with the product, for tests of what a plan means when it
 * runs.
 */
import { join } from 'node:path'
import type { WorkCalendar } from '#shared/domain/calendar.ts'
import type { IncidentType, Plan } from '#shared/domain/plan/plan.ts'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { reported, type Led } from './incident.ts'

const library = loadLibrary(join(import.meta.dirname, '..', '..', 'resources'), {
  siteKinds: ['all'],
})

export function shippedPlan(id: string): Plan {
  const plan = library.plan(id)
  if (!plan) throw new Error(`the plan ${id} is missing or broken`)
  return plan
}

export const allPlans = (): readonly Plan[] => library.plans()

export const shippedCalendar = (): WorkCalendar => library.calendar()

export const allTypes = (): readonly IncidentType[] => library.types()

/**
 * An incident reported at an instant (ISO with offset) and answered by a plan of the product at
 * once.
 */
export function runs(planId: string, at: string): Led {
  const led = reported(at, { calendar: library.calendar() })
  led.activate(shippedPlan(planId))
  return led
}

/** The state of each named step, by id. */
export const states = (led: Led, ...ids: string[]): string[] => ids.map((id) => led.step(id).state)

/** Who has been told of each late step so far, by role id. */
export const told = (led: Led, stepId: string): string[] =>
  led
    .state()
    .alerts.filter((alert) => alert.stepId === stepId)
    .flatMap((alert) => alert.told.map(({ role }) => role))
