/**
 * What is kept as evidence, where, and until when. Its clock lives on after closing and archiving,
 * and alarms nobody (S09-49).
 */
import { accept, unreachable, type Decision, type Meta } from '../../decision.ts'
import type { Sealed } from '../../sealed.ts'
import { unknownStep } from '../record/refusals.ts'
import { recordClosed } from '../record/assessment-refusals.ts'
import { plannedSteps } from '../record/select.ts'
import type { EvidenceKind } from '../record/scales.ts'
import { isOnBoard, overAt, type Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'

const DAY_MS = 86_400_000
/** Where no step of a plan says how long (S09-49). */
const USUAL_DAYS = 30

type What = {
  what: string
  kind: EvidenceKind
  place: string
  keeper: Sealed | null
  stepId: string | null
}
export type Evidence = What & {
  id: string
  keepDays: number
  at: number
  by: string
  mayGoAt: number | null
}

export type RecordEvidence = { type: 'RecordEvidence' } & What
export type EvidenceRecorded = {
  type: 'EvidenceRecorded'
  evidenceId: string
  keepDays: number
} & What
/**
 * The time for which it is kept has passed. It says so and destroys nothing. `keptUntil` in UTC ms.
 */
export type EvidenceMayGo = {
  type: 'EvidenceMayGo'
  evidenceId: string
  what: string
  keptUntil: number
}
export type EvidenceEvent = EvidenceRecorded | EvidenceMayGo

export const evidenceOf = (incident: Incident): readonly Evidence[] => incident.evidence ?? []

/**
 * Until when it is kept (UTC ms): until the incident is over or so many days after it occurred, the
 * later (S09-49). Null as long as the incident is not over; always null in a drill, whose evidence
 * proves nothing and has no clock.
 */
export function retainUntil(
  incident: Incident,
  { keepDays }: Pick<Evidence, 'keepDays'>,
): number | null {
  const over = incident.drill ? null : overAt(incident)
  return over === null
    ? null
    : Math.max(over, (incident.occurredAt ?? incident.receivedAt) + keepDays * DAY_MS)
}

/** What still has a clock, each with its end. */
export const retained = (incident: Incident): readonly { evidence: Evidence; until: number }[] =>
  evidenceOf(incident).flatMap((evidence) => {
    const until = evidence.mayGoAt === null ? retainUntil(incident, evidence) : null
    return until === null ? [] : [{ evidence, until }]
  })

/**
 * As long as the incident is on the board: also after closing, when more turns up. How many days is
 * said by the step, else it is {@link USUAL_DAYS}. Refused: `unknown-step`, `incident-over`.
 */
export function recordEvidence(
  incident: Incident,
  command: RecordEvidence,
  world: World,
): Decision<EvidenceEvent> {
  if (!isOnBoard(incident.state)) return recordClosed(incident.state)
  const { what, kind, place, keeper, stepId } = command
  const one =
    stepId === null ? null : plannedSteps(incident, world).find(({ step }) => step.id === stepId)
  if (one === undefined) return unknownStep(stepId ?? '')
  const evidenceId = String(evidenceOf(incident).length + 1)
  return accept({
    type: 'EvidenceRecorded',
    evidenceId,
    what,
    kind,
    place,
    keeper,
    stepId,
    keepDays: one?.step.evidence?.keepDays ?? USUAL_DAYS,
  })
}

/** What follows when the end of {@link retained} has come. */
export function retentionExpired(
  incident: Incident,
  evidenceId: string,
  keptUntil: number,
): EvidenceMayGo | null {
  const evidence = evidenceOf(incident).find(({ id }) => id === evidenceId)
  return evidence ? { type: 'EvidenceMayGo', evidenceId, what: evidence.what, keptUntil } : null
}

export function foldEvidence(incident: Incident, event: EvidenceEvent & Meta): Incident {
  switch (event.type) {
    case 'EvidenceRecorded': {
      const { evidenceId: id, what, kind, place, keeper, stepId, keepDays, at, by } = event
      return {
        ...incident,
        evidence: [
          ...evidenceOf(incident),
          { id, what, kind, place, keeper, stepId, keepDays, at, by, mayGoAt: null },
        ],
      }
    }
    case 'EvidenceMayGo':
      return {
        ...incident,
        evidence: evidenceOf(incident).map((one) =>
          one.id === event.evidenceId ? { ...one, mayGoAt: event.at } : one,
        ),
      }
    default:
      return unreachable(event)
  }
}
