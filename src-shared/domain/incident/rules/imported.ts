/**
 * Imports an incident of the past that a site kept elsewhere: it enters the record as it ended,
 * with what its source says of it, runs no plan and alarms nobody. Withdrawing it is an addition,
 * never a deletion.
 */
import { accept, type Decision } from '../../decision.ts'
import { trimmed } from '../../sealed.ts'
import type { ImportIncident, WithdrawIncident } from '../record/commands.ts'
import type { IncidentImported, IncidentWithdrawn, Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import { PAST_MOMENTS, type PastMoments } from '../record/slices.ts'
import type { Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'

/** Refused: one that is there already, one without a place, one that has not happened yet. */
export function importIncident(
  incident: Incident,
  command: ImportIncident,
  { meta: { at } }: RuleContext,
): Decision<IncidentImported> {
  const { incidentType, category, ...past } = command
  const place = trimmed(past.place)
  if (incident.version > 0) return no.alreadyReported()
  if (place === '') return no.placeNeeded()
  if (
    [past.occurredAt, past.receivedAt ?? 0, ...Object.values(past.moments)].some(
      (moment) => moment > at,
    )
  )
    return no.notYetPast()
  return accept({
    ...past,
    type: 'IncidentImported',
    place,
    incidentType: incidentType?.code ?? null,
    category: incidentType?.category ?? category,
    legalCategory: incidentType?.legal ?? null,
  })
}

/** Withdrawing twice changes nothing. */
export function withdrawIncident(
  { imported }: Incident,
  { reason }: WithdrawIncident,
): Decision<IncidentWithdrawn> {
  if (!imported) return no.notImported()
  return imported.withdrawn
    ? accept()
    : accept({ type: 'IncidentWithdrawn', importId: imported.importId, reason })
}

export function incidentImported(incident: Incident, event: Recorded<IncidentImported>): Incident {
  const {
    at,
    by,
    source,
    place,
    narrative,
    reporter,
    channel,
    level,
    severity,
    occurredAt,
    receivedAt,
    state,
    drill,
    moments,
    casualties,
    loss,
  } = event
  const reported = receivedAt ?? occurredAt
  return {
    ...incident,
    state,
    drill,
    place,
    ...(event.area === undefined ? {} : { area: event.area }),
    narrative,
    reporter,
    channel,
    level,
    type: event.incidentType,
    category: event.category,
    legalCategory: event.legalCategory,
    occurredAt,
    receivedAt: reported,
    reportedBy: by,
    moments: { reported, ...moments },
    imported: { ...source, at, by },
    ...(severity ? { severity } : {}),
    ...(loss === null ? {} : { loss }),
    ...(Object.keys(casualties).length > 0 ? { casualties: { ...casualties, at, by } } : {}),
  }
}

export const incidentWithdrawn = (
  incident: Incident,
  { reason, at, by }: Recorded<IncidentWithdrawn>,
): Incident =>
  incident.imported
    ? { ...incident, imported: { ...incident.imported, withdrawn: { at, by, reason } } }
    : incident

/** The moments that its source names. */
export const pastMoments = ({ moments }: Incident): PastMoments =>
  Object.fromEntries(
    PAST_MOMENTS.flatMap((name) => (moments[name] === undefined ? [] : [[name, moments[name]]])),
  )
