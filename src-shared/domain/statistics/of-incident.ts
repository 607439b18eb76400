/** Draws the fact of one incident from its record: what statistics keep of it. Counts nothing. */
import { localMonth } from '../calendar.ts'
import { endOf } from '../incident/moves.ts'
import { plannedSteps, type PlannedStep } from '../incident/run.ts'
import { isOver, type Incident } from '../incident/state.ts'
import type { World } from '../incident/world.ts'
import type { IncidentFact, LimitFact } from './fact.ts'

/** When an incident stopped counting limits: its end, or never. */
const overAt = (incident: Incident): number | null => isOver(incident.state)
  ? Math.min(...[incident.moments.closed, incident.moments.falseReport, incident.moments.transferred, incident.moments.merged]
    .filter((at) => at !== undefined))
  : null

function limitFact({ step, state }: PlannedStep, over: number | null): LimitFact[] {
  const { limit, finish } = state
  if (!limit) return []
  const end = endOf(state, limit)
  return [{
    stepId: step.id, planId: state.planId, clause: step.clause, startedAt: limit.startedAt, ...end,
    endedAt: end.doneAt === null ? end.endedAt ?? over : null,
    explained: state.explained !== null || (finish?.reason ?? null) !== null
  }]
}

/** The fact of an incident. Its month is the local month of occurredAt, else of receivedAt, in the site's zone (standards R4.6). */
export function factOf(incident: Incident, world: World): IncidentFact {
  const at = incident.occurredAt ?? incident.receivedAt
  const over = overAt(incident)
  return {
    incidentId: incident.id, month: localMonth(at, world.zone), at, drill: incident.drill,
    counted: incident.state !== 'falseReport' && incident.state !== 'merged', falseReport: incident.state === 'falseReport',
    category: incident.category, legalCategory: incident.legalCategory, type: incident.type, level: incident.level,
    place: incident.place, channel: incident.channel, state: incident.state, moments: incident.moments,
    limits: plannedSteps(incident, world).flatMap((one) => limitFact(one, over))
  }
}
