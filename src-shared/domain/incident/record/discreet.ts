/**
 * Tells which incidents are handled quietly (静默处置): whoever holds people at the counter can read
 * a screen in the hall as well as anybody.
 */
import { isDangerous, isDiscreetType } from '../../plan/danger.ts'
import type { IncidentType, Plan } from '../../plan/plan.ts'
import { running, timesDone } from './select.ts'
import { isTerminal, type Incident } from './state.ts'

type Types = readonly Pick<IncidentType, 'code' | 'danger' | 'discreet'>[]

/** Also by a step that is open again because it repeats. */
const isDisclosed = (incident: Incident, plans: readonly Plan[]): boolean =>
  plans.some(({ steps }) =>
    steps.some(({ id, discloses }) => discloses && timesDone(incident.steps[id]) > 0),
  )

/**
 * Whether what a plan is for is handled quietly, as far as the plan alone tells. A plan for a fire
 * as well as for a robbery says of neither that it is the other: there the words of the report
 * decide, since a hall that burns must be told.
 */
export function isDiscreetPlan(plan: Pick<Plan, 'types'>, types: Types): boolean {
  const discreet = plan.types.filter((typeCode) => isDiscreetType(typeCode, types))
  const others = plan.types.filter((typeCode) => !discreet.includes(typeCode))
  return discreet.length > 0 && !others.some((code) => isDangerous(code, types))
}

const byTypesOf = (plan: Plan, types: Types, likely: boolean): boolean =>
  isDiscreetPlan(plan, types) ||
  (likely && plan.types.some((typeCode) => isDiscreetType(typeCode, types)))

/** By the plans that run; before any does, by what the words of the report led to. */
function byPlans(incident: Incident, types: Types, plans: readonly Plan[]): boolean {
  const runs = running(incident)
  const likely = incident.likelyDiscreet === true
  if (runs.length === 0) return likely
  const live = runs.map(({ revision }) => plans.find((plan) => plan.revision === revision))
  // a plan that cannot be read may have been such a one
  return live.some((plan) => !plan || byTypesOf(plan, types, likely))
}

/**
 * Whether no public wall may know of it: by its type, or without one by those of its plans, until
 * it is over or a step of a plan has lifted it. `plans`: those that run or ran in it.
 */
export const isDiscreet = (incident: Incident, types: Types, plans: readonly Plan[]): boolean =>
  !isTerminal(incident.state) &&
  !isDisclosed(incident, plans) &&
  (incident.type === null ? byPlans(incident, types, plans) : isDiscreetType(incident.type, types))
