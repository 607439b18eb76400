/** Draws an incident that a damaged record leaves behind: what it is, and what was open in it. */
import { isDiscreet } from '../incident/record/discreet.ts'
import { isDone, plannedSteps, running } from '../incident/record/select.ts'
import type { Incident } from '../incident/record/state.ts'
import type { IncidentType, Plan } from '../plan/plan.ts'
import { disclosureOf, type Privacy } from '../privacy/disclosure.ts'
import { shown, type Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { BoardLeftIncident } from './types.ts'

const UNKNOWN = localized('类型未定', 'Type not known')

type Left = {
  incident: Incident
  plans: ReadonlyMap<string, Plan>
  seals: readonly (Sealed & { value: string })[]
  missing: number
}

/** `types`: those that have a name for its type; `privacy`: what public walls show by type. */
export function drawLeftIncident(
  { incident, plans, seals, missing }: Left,
  types: readonly IncidentType[],
  privacy: Privacy,
): BoardLeftIncident {
  const world = {
    plan(revision: string): Plan {
      const plan = plans.get(revision)
      if (!plan) throw new Error(`plan revision ${revision} is not available`)
      return plan
    },
    calendar: {},
    zone: 'UTC',
    roster: null,
  }
  const runs = running(incident)
  const discreet = isDiscreet(incident, types, [...plans.values()])
  const disclosure = disclosureOf(incident, privacy, types, [...plans.values()])
  const steps = plannedSteps(incident, world, runs)
  const titles = runs.map(({ revision }) => world.plan(revision))
  const roleOf = (plan: Plan, roleId: string): LocalizedText =>
    plan.roles.find(({ id }) => id === roleId)?.name ?? localized(roleId, roleId)
  return {
    incidentId: incident.id,
    ...(incident.number ? { number: incident.number } : {}),
    place: shown(
      incident.place,
      ({ sealed }) => seals.find((seal) => seal.sealed === sealed)?.value ?? null,
    ),
    type: incident.type,
    kind: titles.at(-1)?.short ?? types.find(({ code }) => code === incident.type)?.name ?? UNKNOWN,
    state: incident.state,
    level: incident.level,
    drill: incident.drill,
    receivedAt: incident.receivedAt,
    occurredAt: incident.occurredAt,
    plans: titles.map(({ title }) => title),
    discreet,
    ...(discreet || disclosure === 'full' ? {} : { disclosure }),
    done: steps.filter(({ state }) => isDone(state)).length,
    open: steps
      .filter(({ state }) => state.standing === 'open' && state.finish === null)
      .map(({ step, plan }) => ({
        stepId: step.id,
        title: step.title,
        role: roleOf(plan, step.role),
        lifeSafety: step.lifeSafety,
      })),
    missing,
  }
}
