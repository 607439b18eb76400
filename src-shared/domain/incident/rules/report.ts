/** Opens an incident with its report, and takes notes to it. */
import { accept, type Decision } from '../../decision.ts'
import { trimmed } from '../../sealed.ts'
import { DAY_MS } from '../../units.ts'
import type { AddNote, ReportIncident } from '../record/commands.ts'
import type { IncidentReported, NoteAdded, Recorded } from '../record/events.ts'
import { initialAttention } from '../record/attention.ts'
import { receivedAhead } from '../record/correction-refusals.ts'
import * as no from '../record/refusals.ts'
import type { Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'

/**
 * Refused: an incident that is reported already (`already-reported`), one without a place or that
 * occurs more than a day ahead or was received in the future (`bad-input`).
 */
export function report(
  incident: Incident,
  command: ReportIncident,
  { meta, world }: RuleContext,
): Decision<IncidentReported> {
  if (incident.version > 0) return no.alreadyReported()
  const place = trimmed(command.place)
  if (place === '') return no.placeNeeded()
  if (command.receivedAt !== undefined && command.receivedAt > meta.at) return receivedAhead()
  if (command.occurredAt !== null && command.occurredAt > meta.at + DAY_MS) return no.tooFarAhead()
  const { area, placeId, narrative, channel, reporter, occurredAt, drill, incidentType } = command
  return accept({
    type: 'IncidentReported',
    place,
    ...(area === undefined ? {} : { area }),
    ...(placeId === undefined ? {} : { placeId }),
    narrative,
    channel,
    reporter,
    occurredAt,
    drill,
    incidentType: incidentType?.code ?? null,
    category: incidentType?.category ?? null,
    legalCategory: incidentType?.legal ?? null,
    ...(world.attention ? { attended: true as const } : {}),
    ...(command.threeMinute ? { threeMinute: true as const } : {}),
    ...(command.likelyDiscreet ? { likelyDiscreet: true as const } : {}),
    ...(command.number === undefined ? {} : { number: command.number }),
    ...(command.source ? { source: command.source } : {}),
    ...(command.receivedAt === undefined ? {} : { receivedAt: command.receivedAt }),
  })
}

export const incidentReported = (
  incident: Incident,
  event: Recorded<IncidentReported>,
): Incident => ({
  ...incident,
  state: 'reported',
  drill: event.drill,
  place: event.place,
  ...(event.area === undefined ? {} : { area: event.area }),
  ...(event.placeId === undefined ? {} : { placeId: event.placeId }),
  narrative: event.narrative,
  reporter: event.reporter,
  channel: event.channel,
  type: event.incidentType,
  category: event.category,
  legalCategory: event.legalCategory,
  receivedAt: event.receivedAt ?? event.at,
  occurredAt: event.occurredAt,
  reportedBy: event.by,
  moments: { reported: event.receivedAt ?? event.at },
  ...(event.attended ? { attention: initialAttention(event.at) } : {}),
  ...(event.threeMinute ? { threeMinute: true as const } : {}),
  ...(event.likelyDiscreet ? { likelyDiscreet: true as const } : {}),
  ...(event.number === undefined ? {} : { number: event.number }),
  ...(event.source ? { source: event.source } : {}),
})

/**
 * Refused: words on a step that no plan of the incident has (`unknown-step`), a time before the
 * report or ahead (`bad-input`).
 */
export const addNote = (
  incident: Incident,
  { words, stepId = null, notedAt = null }: AddNote,
  { meta }: RuleContext,
): Decision<NoteAdded> => {
  if (stepId !== null && !incident.steps[stepId]) return no.unknownStep(stepId)
  const earliest = Math.min(incident.occurredAt ?? incident.receivedAt, incident.receivedAt)
  if (notedAt !== null && (notedAt < earliest || notedAt > meta.at)) return no.noteOutOfTime()
  return accept({
    type: 'NoteAdded',
    words,
    ...(stepId === null ? {} : { stepId }),
    ...(notedAt === null || notedAt === meta.at ? {} : { notedAt }),
  })
}

/** A note stands in the timeline alone. */
export const noteAdded = (incident: Incident): Incident => incident
