/**
 * Tells which incidents are handled quietly (静默处置): whoever holds people at the counter can read
 * a screen in the hall as well as anybody.
 */
import { isDiscreetType } from '../../plan/danger.ts'
import type { IncidentType, Plan } from '../../plan/plan.ts'
import { running, timesDone } from './select.ts'
import { isTerminal, type Incident } from './state.ts'

type Types = readonly Pick<IncidentType, 'code' | 'discreet'>[]

/** Also by a step that is open again because it repeats. */
const isDisclosed = (incident: Incident, plans: readonly Plan[]): boolean =>
  plans.some(({ steps }) =>
    steps.some(({ id, discloses }) => discloses && timesDone(incident.steps[id]) > 0),
  )

/** By the plans that run; before any does, by what the words of the report led to. */
function byPlans(incident: Incident, types: Types, plans: readonly Plan[]): boolean {
  const runs = running(incident)
  if (runs.length === 0) return incident.likelyDiscreet === true
  const live = runs.map(({ revision }) => plans.find((plan) => plan.revision === revision))
  // a plan that cannot be read may have been such a one
  return live.some(
    (plan) => !plan || plan.types.some((typeCode) => isDiscreetType(typeCode, types)),
  )
}

/**
 * Whether no public wall may know of it: by its type, or without one by those of its plans, until
 * it is over or a step of a plan has lifted it. `plans`: those that run or ran in it.
 */
export const isDiscreet = (incident: Incident, types: Types, plans: readonly Plan[]): boolean =>
  !isTerminal(incident.state) &&
  !isDisclosed(incident, plans) &&
  (incident.type === null ? byPlans(incident, types, plans) : isDiscreetType(incident.type, types))
