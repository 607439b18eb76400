/**
 * Folds the incidents that a damaged record leaves behind, from what could be read of it: as much
 * of each as still makes sense, so that somebody can take it over.
 */
import { deadlinesOf } from '#shared/domain/incident/deadlines.ts'
import { evolve } from '#shared/domain/incident/evolve.ts'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { sealsOf } from '#shared/domain/incident/record/seals.ts'
import {
  initialIncident,
  initialStep,
  type Incident,
  type Run,
} from '#shared/domain/incident/record/state.ts'
import { isToBeTakenOver } from '#shared/domain/incident/rules/take-over.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { asRecorded } from '#shared/domain/event-stream.ts'
import { planSnapshotStream } from '#shared/domain/plan-snapshot/stream.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import type { SalvagedRecord, SalvagedStream, Seal } from '../../ports.ts'

/**
 * `incident`: as it was when the record was damaged, as far as that can be read, with the plans it
 * runs (`plans`, by revision) and its personal values. `missing`: events that cannot be read.
 */
export type LeftIncident = {
  incident: Incident
  plans: ReadonlyMap<string, Plan>
  seals: readonly Seal[]
  missing: number
}

const PLACE_UNREADABLE = '地点无法读出 / place cannot be read'

/** The state after every event that it can take. */
function foldedAsFar(id: string, { events }: SalvagedStream): Incident {
  return events.reduce<Incident>((incident, event) => {
    try {
      return evolve(incident, asRecorded<IncidentEvent>(event))
    } catch {
      return incident
    }
  }, initialIncident(id))
}

/** With what a report says at least, where that event itself is gone. */
const withReport = (incident: Incident, { events }: SalvagedStream): Incident => ({
  ...incident,
  place: typeof incident.place === 'string' && incident.place ? incident.place : PLACE_UNREADABLE,
  receivedAt: incident.receivedAt || (events[0]?.at ?? 0),
  reportedBy: incident.reportedBy || (events[0]?.by ?? ''),
})

/**
 * Its plans: as they ran, else as the library has them now, whose new steps come along. Of a plan
 * that is nowhere nothing stays but what was known of the incident.
 */
function withPlans(
  incident: Incident,
  planOf: (revision: string) => Plan | null,
  offered: (planId: string) => Plan | null,
): { incident: Incident; plans: ReadonlyMap<string, Plan> } {
  const plans = new Map<string, Plan>()
  const runs = incident.runs.flatMap((run): Run[] => {
    const plan = planOf(run.revision) ?? offered(run.planId)
    if (!plan) return []
    plans.set(plan.revision, plan)
    return [{ ...run, revision: plan.revision }]
  })
  const texts = [...plans.values()]
  const others = texts.filter(({ revision }) =>
    incident.runs.every((run) => run.revision !== revision),
  )
  const steps = [
    ...others.flatMap(({ id: planId, steps: all }) =>
      all.map(({ id }) => [id, initialStep(planId)] as const),
    ),
    ...Object.entries(incident.steps).filter(([id]) =>
      texts.some((plan) => plan.steps.some((step) => step.id === id)),
    ),
  ]
  return { incident: { ...incident, runs, steps: Object.fromEntries(steps) }, plans }
}

/** Only its report and its state, for one whose parts do not hold together any more. */
const reportOnly = (incident: Incident): Incident => ({
  ...initialIncident(incident.id),
  state: incident.state,
  drill: incident.drill === true,
  place: incident.place,
  receivedAt: incident.receivedAt,
  reportedBy: incident.reportedBy,
  version: incident.version,
  moments: { reported: incident.receivedAt },
  ...(incident.headInformedAt === undefined ? {} : { headInformedAt: incident.headInformedAt }),
  ...(incident.bulletins ? { bulletins: incident.bulletins } : {}),
})

/** Whether the rules can go on with it. */
function holds(incident: Incident, world: World): boolean {
  try {
    deadlinesOf(incident, world)
    projectStats(incident, world)
    return true
  } catch {
    return false
  }
}

/** The plan of a snapshot that is whole, whose name is that of its text. */
function snapshotOf({ streams }: SalvagedRecord, revision: string): Plan | null {
  const stream = streams.get(planSnapshotStream.nameOf(revision))
  if (!stream || stream.missing > 0) return null
  return planSnapshotStream.replay(revision, stream.events)
}

/**
 * Every incident of the damaged record that was not over, or whose report the law still waits for;
 * the oldest first, drills last.
 */
export function leftIncidents(
  salvaged: SalvagedRecord,
  { world, offered }: { world: World; offered: (planId: string) => Plan | null },
): readonly LeftIncident[] {
  return [...salvaged.streams]
    .flatMap(([name, stream]): LeftIncident[] => {
      const id = incidentStream.idOf(name)
      if (id === null || stream.events.length === 0) return []
      const folded = withReport(foldedAsFar(id, stream), stream)
      if (!isToBeTakenOver(folded) || folded.imported) return []
      const complete = withPlans(folded, (revision) => snapshotOf(salvaged, revision), offered)
      const { plans } = complete
      const ofPlans: World = {
        ...world,
        plan: (revision) => plans.get(revision) ?? world.plan(revision),
      }
      const incident = holds(complete.incident, ofPlans)
        ? complete.incident
        : reportOnly(complete.incident)
      const seals = salvaged.seals(sealsOf(incident).map(({ sealed }) => sealed))
      return [{ incident, plans, seals, missing: stream.missing }]
    })
    .sort(
      (a, b) =>
        Number(a.incident.drill) - Number(b.incident.drill) ||
        a.incident.receivedAt - b.incident.receivedAt,
    )
}
