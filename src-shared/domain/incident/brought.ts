/**
 * Works out what an incident brings along that is merged into another one, and what it would have
 * brought without something that has left it since.
 */
import { STATION } from '../station/names.ts'
import { lateLimits } from '../statistics/project.ts'
import { decide } from './decide.ts'
import type { IncidentCommand, TakeIn } from './record/commands.ts'
import type { TakenIn } from './record/callers.ts'
import { callerCount } from './record/callers.ts'
import { withoutUndone, type Journalled } from './record/journalled.ts'
import { initialIncident, type Incident } from './record/state.ts'
import type { World } from './record/world.ts'
import { reportsToTake } from './rules/taken-reports.ts'
import { firstOwn, fold } from './undo.ts'

export type Brought = Pick<TakeIn, 'callers' | 'late' | 'plans' | 'reports'>

/** What `merged`, as it stands before the merge at `at` (UTC ms), brings to `into`. */
export function broughtTo(into: Incident, merged: Incident, world: World, at: number): Brought {
  const late = lateLimits(merged, world, at)
  const reports = reportsToTake(into, merged, at)
  const { runs, takenIn = [] } = merged
  const plans = new Map(
    [...runs, ...takenIn.flatMap((taken) => taken.plans)]
      .filter(({ planId }) => late.some((limit) => limit.planId === planId))
      .map(({ planId, revision }) => [revision, { planId, revision }]),
  )
  return {
    callers: callerCount(merged),
    late,
    plans: [...plans.values()],
    ...(reports ? { reports } : {}),
  }
}

/** As it stood before the command that recorded this event; null: its command is not known. */
function before(
  id: string,
  events: readonly Journalled[],
  last: Journalled | undefined,
): Incident | null {
  if (!last || last.commandId === null) return null
  return fold(initialIncident(id), events.slice(0, firstOwn(events, last.commandId)))
}

/** What must be said to one that was merged, for it to bring no more than it has now. */
function correction(
  { incidentId }: TakenIn,
  now: TakenIn | undefined,
): Extract<IncidentCommand, { type: 'LetGo' | 'AmendTakenIn' }> {
  if (!now) return { type: 'LetGo', incidentId }
  const { callers, late, plans, reports } = now
  const brought = { callers, late, plans, ...(reports ? { reports } : {}) }
  return { type: 'AmendTakenIn', incidentId, left: { incidentId }, ...brought }
}

/**
 * The merged incident as it would have been when it was merged, had everything left it before that
 * has left it since; `at` (UTC ms): when it was merged. `events`: its whole record. Null: that it
 * was merged is not saved yet.
 */
export function asMerged(
  incident: Incident,
  events: readonly Journalled[],
  world: World,
): { then: Incident; at: number } | null {
  const last = withoutUndone(events).findLast(({ type }) => type === 'IncidentMerged')
  const stood = before(incident.id, events, last)
  if (!last || !stood) return null
  const meta = { at: last.at, by: STATION }
  let then: Incident = incident.callers ? { ...stood, callers: incident.callers } : stood
  for (const taken of stood.takenIn ?? []) {
    const now = incident.takenIn?.find(({ incidentId }) => incidentId === taken.incidentId)
    const decided = decide(then, correction(taken, now), meta, world)
    if (decided.ok) then = decided.state
  }
  return { then, at: last.at }
}

/** The other one as it stood before it took `mergedId` in; null: that is not saved yet. */
export const beforeTaking = (
  id: string,
  events: readonly Journalled[],
  mergedId: string,
): Incident | null =>
  before(
    id,
    events,
    withoutUndone(events).findLast(
      (event) => event.type === 'IncidentTakenIn' && event.incidentId === mergedId,
    ),
  )
