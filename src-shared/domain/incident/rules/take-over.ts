/**
 * Takes over an incident of a record that cannot be opened any more: it goes on with its own
 * instants, plans, answers and clocks. And ends the one that it was, once both records are together
 * again.
 */
import { accept, type Decision } from '../../decision.ts'
import type { ContinueIncident, TakeOverIncident } from '../record/commands.ts'
import type { IncidentContinued, IncidentTakenOver, Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import { isTerminal, type CarriedIncident, type Incident, type StepRun } from '../record/state.ts'
import { soundingClocks } from './report-clocks.ts'

/** What was finished is not done again, and an alert that is still due is raised again. */
function carriedStep(step: StepRun): StepRun {
  const { finish } = step
  return {
    ...step,
    unrecordedAt: null,
    finish: finish?.outcome === 'done' ? { ...finish, outcome: 'already-done' } : finish,
  }
}

const LEFT_BEHIND: readonly string[] = [
  'id',
  'version',
  'alerts',
  'alertCount',
  'alertLog',
  'imported',
  'takenOver',
  'continued',
] satisfies readonly (keyof Incident)[]

/** Of the alerts only those that were cleared: the others are raised again, as far as due. */
function carried(incident: Incident): CarriedIncident {
  const cleared = (incident.alertLog ?? []).filter(({ clearedAt }) => clearedAt !== null)
  const parts = Object.entries(incident).filter(([name]) => !LEFT_BEHIND.includes(name))
  return {
    ...(Object.fromEntries(parts) as CarriedIncident),
    steps: Object.fromEntries(
      Object.entries(incident.steps).map(([id, step]) => [id, carriedStep(step)]),
    ),
    ...(cleared.length > 0 ? { alertLog: cleared } : {}),
  }
}

/** What runs; and what is closed while the law still waits for a report of it. */
export const isToBeTakenOver = (incident: Incident): boolean =>
  !isTerminal(incident.state) ||
  (incident.state === 'closed' && soundingClocks(incident).length > 0)

/** Refused: one that is there already, and one that is over (`incident-over`). */
export function takeOverIncident(
  incident: Incident,
  { from }: TakeOverIncident,
): Decision<IncidentTakenOver> {
  if (incident.version > 0) return no.alreadyReported()
  if (!isToBeTakenOver(from)) return no.incidentOver(from.state)
  return accept({ type: 'IncidentTakenOver', from: from.id, incident: carried(from) })
}

/** The n-th alert of an incident bears its number: those that are carried keep theirs. */
export const incidentTakenOver = (
  incident: Incident,
  { from, incident: before, at, by }: Recorded<IncidentTakenOver>,
): Incident => ({
  ...incident,
  ...before,
  alertCount: before.alertLog?.length ?? 0,
  takenOver: { incidentId: from, at, by },
})

/** Continuing twice changes nothing. */
export const continueIncident = (
  { continued }: Incident,
  { incidentId }: ContinueIncident,
): Decision<IncidentContinued> =>
  continued ? accept() : accept({ type: 'IncidentContinued', incidentId })

/** It is off the board and out of the figures, whatever it had come to. */
export const incidentContinued = (
  incident: Incident,
  { incidentId, at, by }: Recorded<IncidentContinued>,
): Incident => ({
  ...incident,
  state: 'merged',
  moments: { merged: at, ...incident.moments },
  continued: { incidentId, at, by },
})
