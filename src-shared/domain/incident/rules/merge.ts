/**
 * Merges an incident into another one: it leaves the board and counts no more, its running limits
 * end uncounted, and those that were late stay in the list of the other.
 */
import { accept, type Decision } from '../../decision.ts'
import { localized } from '../../text.ts'
import * as no from '../record/caller-refusals.ts'
import type { LetGo, MergeIncident, TakeIn } from '../record/commands.ts'
import type {
  IncidentEvent,
  IncidentLetGo,
  IncidentMerged,
  IncidentTakenIn,
  Recorded,
} from '../record/events.ts'
import { plannedSteps } from '../record/select.ts'
import { isTerminal, type Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'
import { notApplicable } from './auto-finish.ts'
import { withoutReports, withReports } from './taken-reports.ts'

const NOT_DONE = localized('并入其他事件时未做', 'not done when the incident was merged')

/**
 * Refused (`bad-merge`): into itself, a drill with a real incident in either direction, into one
 * that is over.
 */
export function merge(
  incident: Incident,
  { into, reason }: MergeIncident,
  { world }: RuleContext,
): Decision<IncidentEvent> {
  if (into.id === incident.id) return no.mergeIntoItself()
  if (into.drill !== incident.drill) return no.mergeWithDrill()
  if (isTerminal(into.state)) return no.mergeIntoOver(into.state)
  const undone = plannedSteps(incident, world)
    .filter(({ state }) => state.finish === null && state.standing !== 'hidden')
    .map(({ step }) => notApplicable(step.id, NOT_DONE))
  return accept<IncidentEvent>(...undone, {
    type: 'IncidentMerged',
    from: incident.state,
    into: into.id,
    ...(into.number === undefined ? {} : { number: into.number }),
    reason,
  })
}

export const incidentMerged = (
  incident: Incident,
  { into, number, reason, at, by }: Recorded<IncidentMerged>,
): Incident => ({
  ...incident,
  state: 'merged',
  moments: { merged: at, ...incident.moments },
  reason,
  mergedInto: { incidentId: into, ...(number === undefined ? {} : { number }), at, by },
})

/** The other side of a merge; that it may be is decided by `merge`. */
export const takeIn = (
  _incident: Incident,
  { merged, late, plans, callers, news, reports, reason }: TakeIn,
): Decision<IncidentTakenIn> =>
  accept({
    type: 'IncidentTakenIn',
    incidentId: merged.id,
    ...(merged.number === undefined ? {} : { number: merged.number }),
    callers,
    late,
    plans,
    ...(news ? { news } : {}),
    ...(reports ? { reports } : {}),
    reason,
  })

export const incidentTakenIn = (
  incident: Incident,
  {
    incidentId,
    number,
    callers,
    late,
    plans,
    news,
    reports,
    reason,
    at,
    by,
  }: Recorded<IncidentTakenIn>,
): Incident => ({
  ...withReports(incident, reports),
  takenIn: [
    ...(incident.takenIn ?? []),
    {
      incidentId,
      ...(number === undefined ? {} : { number }),
      ...{ callers, late, plans, at, by, reason },
      ...(news ? { news } : {}),
      ...(reports ? { reports } : {}),
      ...(reports?.headInformedAt === undefined
        ? {}
        : { headBefore: incident.headInformedAt ?? null }),
    },
  ],
})

/** A merge that was taken back: what was merged goes on by itself. */
export const letGo = (
  { takenIn = [] }: Incident,
  { incidentId }: LetGo,
): Decision<IncidentLetGo> => {
  const merged = takenIn.find((known) => known.incidentId === incidentId)
  return merged
    ? accept({
        type: 'IncidentLetGo',
        incidentId,
        ...(merged.number === undefined ? {} : { number: merged.number }),
      })
    : accept()
}

export const incidentLetGo = (
  incident: Incident,
  { incidentId }: Recorded<IncidentLetGo>,
): Incident => {
  const takenIn = (incident.takenIn ?? []).filter((merged) => merged.incidentId !== incidentId)
  const gone = incident.takenIn?.find((merged) => merged.incidentId === incidentId)
  const left = { ...incident, takenIn }
  return gone ? withoutReports(left, gone) : left
}
