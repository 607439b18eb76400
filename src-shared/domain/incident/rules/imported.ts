/**
 * An incident of the past that a site kept elsewhere: it enters the record as it ended, with what
 * its source says of it. Nothing runs for it, nobody is alarmed, and it is taken back by an
 * addition, never by deleting.
 */
import { accept, type Decision, type Meta } from '../../decision.ts'
import type { Sealed } from '../../sealed.ts'
import type { Counts } from './assess.ts'
import type { IncidentTypeRef } from '../record/commands.ts'
import * as no from '../record/refusals.ts'
import type { Severity } from '../record/scales.ts'
import type { Incident } from '../record/state.ts'

/** Where it comes from. `row` as a person counts the rows of the file, its head included. */
export type ImportSource = { importId: string; fileName: string; row: number }
/** What is kept of it in the record of the incident. `withdrawn`: it counts no more. */
export type Imported = ImportSource & {
  at: number
  by: string
  withdrawn?: { at: number; by: string; reason: string }
}
/** Instants in UTC ms, as far as the source has them. */
export const PAST_MOMENTS = ['contained', 'lifted', 'closed'] as const
export type PastMoments = Partial<Record<(typeof PAST_MOMENTS)[number], number>>

type Past = {
  place: string
  narrative: Sealed | null
  reporter: Sealed | null
  channel: string | null
  level: number | null
  severity: Severity | null
  occurredAt: number
  receivedAt: number | null // null: the source does not say; the occurrence stands for it
  state: 'archived' | 'falseReport'
  drill: boolean
  moments: PastMoments
  casualties: Counts
  loss: number | null // yuan
}

/** `incidentType` null: not known; `category` then stands alone. */
export type ImportIncident = Past & {
  type: 'ImportIncident'
  source: ImportSource
  incidentType: IncidentTypeRef | null
  category: string | null
}
export type WithdrawIncident = { type: 'WithdrawIncident'; reason: string }
export type ImportCommand = ImportIncident | WithdrawIncident

export type IncidentImported = Past & {
  type: 'IncidentImported'
  source: ImportSource
  incidentType: string | null
  category: string | null
  legalCategory: string | null
}
/** The import that it came with was withdrawn, by whoever stands in the event. */
export type IncidentWithdrawn = { type: 'IncidentWithdrawn'; importId: string; reason: string }
export type ImportEvent = IncidentImported | IncidentWithdrawn

export const isImporting = (command: { type: string }): command is ImportCommand =>
  command.type === 'ImportIncident' || command.type === 'WithdrawIncident'

/** Refused: one that is there already, one without a place, one that has not happened yet. */
function enter(incident: Incident, command: ImportIncident, { at }: Meta): Decision<ImportEvent> {
  const { incidentType, category, ...past } = command
  if (incident.version > 0) return no.alreadyReported()
  if (past.place.trim() === '') return no.placeNeeded()
  if (
    [past.occurredAt, past.receivedAt ?? 0, ...Object.values(past.moments)].some(
      (moment) => moment > at,
    )
  )
    return no.notYetPast()
  return accept({
    ...past,
    type: 'IncidentImported',
    place: past.place.trim(),
    incidentType: incidentType?.code ?? null,
    category: incidentType?.category ?? category,
    legalCategory: incidentType?.legal ?? null,
  })
}

/** Withdrawing twice changes nothing. */
function withdraw({ imported }: Incident, { reason }: WithdrawIncident): Decision<ImportEvent> {
  if (!imported) return no.notImported()
  return imported.withdrawn
    ? accept()
    : accept({ type: 'IncidentWithdrawn', importId: imported.importId, reason })
}

export const importing = (
  incident: Incident,
  command: ImportCommand,
  meta: Meta,
): Decision<ImportEvent> =>
  command.type === 'ImportIncident' ? enter(incident, command, meta) : withdraw(incident, command)

function entered(incident: Incident, event: IncidentImported & Meta): Incident {
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

export function foldImport(incident: Incident, event: ImportEvent & Meta): Incident {
  if (event.type === 'IncidentImported') return entered(incident, event)
  const { at, by, reason } = event
  return incident.imported
    ? { ...incident, imported: { ...incident.imported, withdrawn: { at, by, reason } } }
    : incident
}

/** The moments that its source gave. */
export const pastMoments = ({ moments }: Incident): PastMoments =>
  Object.fromEntries(
    PAST_MOMENTS.flatMap((name) => (moments[name] === undefined ? [] : [[name, moments[name]]])),
  )
