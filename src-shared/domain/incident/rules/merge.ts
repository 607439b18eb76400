/**
 * Merges an incident into another one: it leaves the board and counts no more, its running limits
 * end uncounted, and those that were late stay in the list of the other.
 */
import { isSame } from '../../canonical.ts'
import { accept, type Decision } from '../../decision.ts'
import { localized } from '../../text.ts'
import * as no from '../record/caller-refusals.ts'
import type { TakenIn } from '../record/callers.ts'
import type { AmendTakenIn, LetGo, MergeIncident, TakeIn } from '../record/commands.ts'
import type {
  IncidentEvent,
  IncidentLetGo,
  IncidentMerged,
  IncidentTakenIn,
  Recorded,
  TakenInAmended,
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
): Incident =>
  withReports(incident, {
    incidentId,
    ...(number === undefined ? {} : { number }),
    ...{ callers, late, plans, at, by, reason },
    ...(news ? { news } : {}),
    ...(reports ? { reports } : {}),
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

const replaced = (
  incident: Incident,
  incidentId: string,
  replace: (merged: TakenIn) => readonly TakenIn[],
): Incident => {
  const { takenIn = [] } = incident
  const gone = takenIn.find((merged) => merged.incidentId === incidentId)
  if (!gone) return incident
  const left = takenIn.flatMap((merged) => (merged === gone ? replace(gone) : [merged]))
  return withoutReports({ ...incident, takenIn: left }, gone)
}

export const incidentLetGo = (
  incident: Incident,
  { incidentId }: Recorded<IncidentLetGo>,
): Incident => replaced(incident, incidentId, () => [])

/** What a merged one brings is less than it was. Nothing is recorded where it is the same. */
export const amendTakenIn = (
  { takenIn = [] }: Incident,
  { incidentId, left, callers, late, plans, reports }: AmendTakenIn,
): Decision<TakenInAmended> => {
  const merged = takenIn.find((known) => known.incidentId === incidentId)
  const brought = { callers, late, plans, ...(reports ? { reports } : {}) }
  return merged && !isSame(broughtBy(merged), brought)
    ? accept({ type: 'TakenInAmended', incidentId, left, ...brought })
    : accept()
}

const broughtBy = ({ callers, late, plans, reports }: TakenIn) => ({
  ...{ callers, late, plans },
  ...(reports ? { reports } : {}),
})

/** What it told, and what was done with that, stays: nobody knows any more who had told it. */
export const takenInAmended = (
  incident: Incident,
  { incidentId, callers, late, plans, reports }: Recorded<TakenInAmended>,
): Incident =>
  replaced(incident, incidentId, (merged) => {
    const amended: TakenIn = { ...merged, callers, late, plans }
    delete amended.reports
    return [reports ? { ...amended, reports } : amended]
  })
