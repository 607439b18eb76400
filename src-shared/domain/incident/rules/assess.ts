/**
 * Takes what an incident has cost so far: people, money, service, and how grave a person finds it.
 * Every later number is a correction by addition: it takes the place of the earlier one on the
 * board, and both stay in the record with person and time (493号 art. 13).
 */
import { accept, type Decision } from '../../decision.ts'
import type { AssessIncident, RecordImpact } from '../record/commands.ts'
import type {
  AssessmentEvent,
  CasualtiesCounted,
  ImpactRecorded,
  LossEstimated,
  Recorded,
  SeverityJudged,
} from '../record/events.ts'
import * as no from '../record/assessment-refusals.ts'
import type { HeardPeople } from '../record/callers.ts'
import { AT_LEAST_ONE, PEOPLE, type PeopleKind } from '../record/scales.ts'
import { countsOf } from '../record/select.ts'
import type { Counts, Impact, ImpactNumbers } from '../record/slices.ts'
import { isOnBoard, type Incident } from '../record/state.ts'
import { lossOf } from './accident.ts'
import { suggestSeverity } from './severity.ts'

/** The numbers of an impact without who said them and when. */
export const impactOf = ({
  staff,
  customers,
  serviceInterruptedMs,
  operating,
  meeting,
}: Impact): ImpactNumbers => ({
  ...(staff === undefined ? {} : { staff }),
  ...(customers === undefined ? {} : { customers }),
  ...(serviceInterruptedMs === undefined ? {} : { serviceInterruptedMs }),
  ...(operating ? { operating } : {}),
  ...(meeting ? { meeting } : {}),
})

/** The whole as it is told, or as the known parts add up with those that are told. */
function lossIn(
  { loss, lossParts, reason }: AssessIncident,
  incident: Incident,
): LossEstimated | null {
  const before = incident.loss ?? null
  if (!lossParts)
    return loss === null ? null : { type: 'LossEstimated', yuan: loss, before, reason }
  const parts = { ...incident.lossParts, ...lossParts }
  return { type: 'LossEstimated', yuan: lossOf(parts), before, reason, parts }
}

/**
 * Takes numbers as long as the incident is on the board: also after it was closed, since casualties
 * change for up to 30 days (493号 art. 13). What is known better than at least one stays. Refused:
 * nothing said, or a loss both whole and by its parts (`bad-input`), an incident that is archived
 * or has left the chain (`incident-over`).
 */
export function assess(incident: Incident, command: AssessIncident): Decision<AssessmentEvent> {
  if (!isOnBoard(incident.state)) return no.recordClosed(incident.state)
  const { casualties, atLeastOne = [], heard = [], accident, severity, reason } = command
  if (command.loss !== null && command.lossParts) return no.lossTwice()
  const loss = lossIn(command, incident)
  const before = countsOf(incident)
  const counted = PEOPLE.filter((kind) => casualties?.[kind] !== undefined)
  const pick = (from: Counts | null): Counts =>
    Object.fromEntries(
      counted.flatMap((kind) => (from?.[kind] === undefined ? [] : [[kind, from[kind]]])),
    )
  const counts = { ...before, ...pick(casualties) }
  const suggested = suggestSeverity(
    counts,
    loss?.yuan ?? incident.loss ?? null,
    incident.legalCategory,
  )
  const events: AssessmentEvent[] = [
    ...(counted.length > 0
      ? [
          {
            type: 'CasualtiesCounted',
            counts: pick(casualties),
            before: pick(before),
            ...(heard.length > 0 ? { heard } : {}),
            reason,
          } as const,
        ]
      : []),
    ...AT_LEAST_ONE.filter(
      (kind) =>
        atLeastOne.includes(kind) &&
        !incident.atLeastOne?.includes(kind) &&
        (counts[kind] ?? 0) === 0,
    ).map((kind) => ({ type: 'CasualtiesAnswered', kind, some: true }) as const),
    ...(loss ? [loss] : []),
    ...(accident
      ? [
          {
            type: 'AccidentKindJudged',
            accident,
            before: incident.accident?.code ?? null,
            reason,
          } as const,
        ]
      : []),
    ...(severity !== null
      ? [
          {
            type: 'SeverityJudged',
            severity,
            before: incident.severity ?? null,
            suggested,
            reason,
          } as const,
        ]
      : []),
  ]
  return events.length > 0 ? accept(...events) : no.nothingSaid()
}

/**
 * As {@link assess}: what is not said stays as it was (S02-03 interruption and loss, S06-03
 * operating state, S01-01 effect on the meeting).
 */
export function recordImpact(
  incident: Incident,
  { impact, reason }: RecordImpact,
): Decision<ImpactRecorded> {
  if (!isOnBoard(incident.state)) return no.recordClosed(incident.state)
  return Object.keys(impact).length > 0
    ? accept({ type: 'ImpactRecorded', impact, reason })
    : no.nothingSaid()
}

/** With the people counted whom it has told of. */
const withCounted = <S extends { counted?: readonly PeopleKind[] }>(
  source: S,
  id: string,
  heard: readonly HeardPeople[],
): S => {
  const kinds = heard.filter(({ from }) => from === id).map(({ kind }) => kind)
  return kinds.length > 0
    ? { ...source, counted: [...new Set([...(source.counted ?? []), ...kinds])] }
    : source
}

export const casualtiesCounted = (
  incident: Incident,
  { counts, heard, at, by }: Recorded<CasualtiesCounted>,
): Incident => ({
  ...incident,
  ...(heard && incident.callers
    ? { callers: incident.callers.map((caller) => withCounted(caller, caller.id, heard)) }
    : {}),
  ...(heard && incident.takenIn
    ? { takenIn: incident.takenIn.map((taken) => withCounted(taken, taken.incidentId, heard)) }
    : {}),
  casualties: { ...incident.casualties, ...counts, at, by },
  ...(incident.atLeastOne
    ? { atLeastOne: incident.atLeastOne.filter((kind) => counts[kind] === undefined) }
    : {}),
})

/** A whole that is told by itself takes the place of its parts. */
export function lossEstimated(incident: Incident, { yuan, parts }: LossEstimated): Incident {
  const estimated: Incident = { ...incident, loss: yuan }
  if (!parts) delete estimated.lossParts
  return parts ? { ...estimated, lossParts: parts } : estimated
}

export const severityJudged = (incident: Incident, { severity }: SeverityJudged): Incident => ({
  ...incident,
  severity,
})

export const impactRecorded = (
  incident: Incident,
  { impact, at, by }: Recorded<ImpactRecorded>,
): Incident => ({ ...incident, impact: { ...incident.impact, ...impact, at, by } })
