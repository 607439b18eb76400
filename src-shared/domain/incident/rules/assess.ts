/**
 * What an incident has cost so far: people, money, service, and how grave a person judges it to be.
 * Every later number is a correction by addition: it takes the place of the earlier one on the
 * board, and both stay in the record with person and time (493号 art. 13).
 */
import { accept, unreachable, type Decision, type Meta } from '../../decision.ts'
import type { Casualty, CasualtyCount } from '../../plan/plan.ts'
import * as no from '../record/assessment-refusals.ts'
import { CASUALTIES, type Operating, type Severity } from '../record/scales.ts'
import { suggestSeverity } from './severity.ts'
import { isOnBoard, type Incident } from '../record/state.ts'

/** People by kind. A kind that is absent has not been counted. */
export type Counts = Readonly<Partial<Record<Casualty, number>>>
export type Casualties = Counts & { at: number; by: string }
/** Absent: not known. `serviceInterruptedMs`: how long the service was or has been down, in ms. */
export type ImpactNumbers = {
  staff?: number
  customers?: number
  serviceInterruptedMs?: number
  operating?: Operating
}
export type Impact = ImpactNumbers & { at: number; by: string }

/** Null is not said; `loss` in yuan. */
export type AssessIncident = {
  type: 'AssessIncident'
  casualties: Counts | null
  loss: number | null
  severity: Severity | null
  reason: string | null
}
export type RecordImpact = { type: 'RecordImpact'; impact: ImpactNumbers; reason: string | null }

/**
 * `before` is what stood in the record for the same kinds; a kind counted for the first time is not
 * in it.
 */
export type CasualtiesCounted = {
  type: 'CasualtiesCounted'
  counts: Counts
  before: Counts
  reason: string | null
}
export type LossEstimated = {
  type: 'LossEstimated'
  yuan: number
  before: number | null
  reason: string | null
}
/** `suggested` is what 493号 art. 3 would have had at that moment. */
export type SeverityJudged = {
  type: 'SeverityJudged'
  severity: Severity
  before: Severity | null
  suggested: Severity | null
  reason: string | null
}
export type ImpactRecorded = {
  type: 'ImpactRecorded'
  impact: ImpactNumbers
  reason: string | null
}
export type AssessEvent = CasualtiesCounted | LossEstimated | SeverityJudged | ImpactRecorded

export const countsOf = (incident: Incident): Counts =>
  Object.fromEntries(
    CASUALTIES.flatMap((kind) =>
      incident.casualties?.[kind] === undefined ? [] : [[kind, incident.casualties[kind]]],
    ),
  )

/** The numbers of an impact without who said them and when. */
export const impactOf = ({
  staff,
  customers,
  serviceInterruptedMs,
  operating,
}: Impact): ImpactNumbers => ({
  ...(staff === undefined ? {} : { staff }),
  ...(customers === undefined ? {} : { customers }),
  ...(serviceInterruptedMs === undefined ? {} : { serviceInterruptedMs }),
  ...(operating ? { operating } : {}),
})

/**
 * Is the number over `bound`, strictly? Null while it cannot be said: a kind that is not counted is
 * unknown. `hurt` is dead, serious and minor together (the missing are not in it), and is over as
 * soon as those that are counted are.
 */
export function casualtiesOver(counts: Counts, of: CasualtyCount, bound: number): boolean | null {
  const kinds: readonly Casualty[] = of === 'hurt' ? ['dead', 'serious', 'minor'] : [of]
  const known = kinds.flatMap((kind) => counts[kind] ?? [])
  if (known.reduce((sum, one) => sum + one, 0) > bound) return true
  return known.length < kinds.length ? null : false
}

/**
 * Takes numbers as long as the incident is on the board: also after it was closed, since casualties
 * change for up to 30 days (493号 art. 13). Refused: nothing said (`bad-input`), an incident that is
 * archived or has left the chain (`incident-over`).
 */
export function assess(
  incident: Incident,
  { casualties, loss, severity, reason }: AssessIncident,
): Decision<AssessEvent> {
  if (!isOnBoard(incident.state)) return no.recordClosed(incident.state)
  const had = countsOf(incident)
  const given = CASUALTIES.filter((kind) => casualties?.[kind] !== undefined)
  const pick = (from: Counts | null): Counts =>
    Object.fromEntries(
      given.flatMap((kind) => (from?.[kind] === undefined ? [] : [[kind, from[kind]]])),
    )
  const counts = { ...had, ...pick(casualties) }
  const suggested = suggestSeverity(counts, loss ?? incident.loss ?? null, incident.legalCategory)
  const events: AssessEvent[] = [
    ...(given.length > 0
      ? [
          {
            type: 'CasualtiesCounted',
            counts: pick(casualties),
            before: pick(had),
            reason,
          } as const,
        ]
      : []),
    ...(loss !== null
      ? [{ type: 'LossEstimated', yuan: loss, before: incident.loss ?? null, reason } as const]
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
 * operating state).
 */
export function recordImpact(
  incident: Incident,
  { impact, reason }: RecordImpact,
): Decision<AssessEvent> {
  if (!isOnBoard(incident.state)) return no.recordClosed(incident.state)
  return Object.keys(impact).length > 0
    ? accept({ type: 'ImpactRecorded', impact, reason })
    : no.nothingSaid()
}

export function foldAssessment(incident: Incident, event: AssessEvent & Meta): Incident {
  const { at, by } = event
  switch (event.type) {
    case 'CasualtiesCounted':
      return { ...incident, casualties: { ...incident.casualties, ...event.counts, at, by } }
    case 'LossEstimated':
      return { ...incident, loss: event.yuan }
    case 'SeverityJudged':
      return { ...incident, severity: event.severity }
    case 'ImpactRecorded':
      return { ...incident, impact: { ...incident.impact, ...event.impact, at, by } }
    default:
      return unreachable(event)
  }
}
