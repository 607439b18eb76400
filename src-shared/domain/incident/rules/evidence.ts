/**
 * Records what is kept as evidence, where, and until when. Its clock lives on after closing and
 * archiving, and alarms nobody (S09-49).
 */
import { DAY_MS } from '../../units.ts'
import { accept, type Decision } from '../../decision.ts'
import type { RecordEvidence, ReleaseEvidence } from '../record/commands.ts'
import type {
  EvidenceMayGo,
  EvidenceRecorded,
  EvidenceReleased,
  Recorded,
} from '../record/events.ts'
import {
  evidenceReleased as alreadyReleased,
  noEvidence,
  releaseReason,
} from '../record/file-refusals.ts'
import { unknownStep } from '../record/refusals.ts'
import { recordClosed } from '../record/assessment-refusals.ts'
import { evidenceOf, plannedStep, timesDone, type PlannedStep } from '../record/select.ts'
import type { FileAttached } from '../record/files.ts'
import type { Evidence, StepEvidence } from '../record/slices.ts'
import { isOnBoard, overAt, type Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'
import { filesShowing } from './files.ts'

/** Where no step of a plan says how long (S09-49). */
const DEFAULT_DAYS = 30

/**
 * Until when it is kept (UTC ms): until the incident is over or so many days after it occurred, the
 * later (S09-49). Null as long as the incident is not over; always null in a drill, whose evidence
 * proves nothing and has no clock.
 */
export function retainUntil(
  incident: Incident,
  { keepDays, keepUntil = 0 }: Pick<Evidence, 'keepDays' | 'keepUntil'>,
): number | null {
  const over = incident.drill ? null : overAt(incident)
  return over === null
    ? null
    : Math.max(over, keepUntil, (incident.occurredAt ?? incident.receivedAt) + keepDays * DAY_MS)
}

/**
 * Its time is over, and has not become longer since: whoever puts right when the incident occurred
 * moves the end of keeping along.
 */
export function mayBeHandled(incident: Incident, evidence: Evidence): boolean {
  const { mayGoAt, keptUntil = 0 } = evidence
  const until = retainUntil(incident, evidence)
  return mayGoAt !== null && until !== null && until <= Math.max(mayGoAt, keptUntil)
}

/**
 * What still has a clock, each with its end. That of an incident which goes on as another one runs
 * there.
 */
export const retained = (incident: Incident): readonly { evidence: Evidence; until: number }[] =>
  evidenceOf(incident).flatMap((evidence) => {
    const hasClock = !evidence.released && !incident.continued && !mayBeHandled(incident, evidence)
    const until = hasClock ? retainUntil(incident, evidence) : null
    return until === null ? [] : [{ evidence, until }]
  })

/**
 * As long as the incident is on the board: also after closing, when more turns up. How many days is
 * said by the step, else it is {@link DEFAULT_DAYS}. The files that show it come with it, all or
 * none. Refused: `unknown-step`, `incident-over`, `files-full`.
 */
export function recordEvidence(
  incident: Incident,
  command: RecordEvidence,
  { world }: RuleContext,
): Decision<EvidenceRecorded | FileAttached> {
  if (!isOnBoard(incident.state)) return recordClosed(incident.state)
  const { what, kind, place, keeper, stepId, keepUntil = null, showing = [] } = command
  const planned = stepId === null ? null : plannedStep(incident, stepId, world)
  if (planned === undefined) return unknownStep(stepId ?? '')
  const recorded: EvidenceRecorded = {
    type: 'EvidenceRecorded',
    evidenceId: nextEvidenceId(incident),
    what,
    kind,
    place,
    keeper,
    stepId,
    keepDays: planned?.step.evidence?.keepDays ?? DEFAULT_DAYS,
    ...(keepUntil === null ? {} : { keepUntil }),
  }
  const files = filesShowing(incident, recorded, showing)
  return files.ok ? accept<EvidenceRecorded | FileAttached>(recorded, ...files.events) : files
}

/** The id that the next piece of evidence gets. */
export const nextEvidenceId = (incident: Incident, before = 0): string =>
  String(evidenceOf(incident).length + before + 1)

/**
 * It leaves the place where it was kept, at any time, also long after the archive: it is a thing,
 * and somebody takes it. Before its time is over a reason is asked for. Refused: `unknown-item`,
 * `no-change`, `reason-needed`.
 */
export function releaseEvidence(
  incident: Incident,
  { evidenceId, to, reason }: ReleaseEvidence,
): Decision<EvidenceReleased> {
  const evidence = evidenceOf(incident).find(({ id }) => id === evidenceId)
  if (!evidence) return noEvidence()
  if (evidence.released) return alreadyReleased()
  const isEarly = !incident.drill && !mayBeHandled(incident, evidence)
  if (isEarly && reason === null) return releaseReason()
  return accept({
    type: 'EvidenceReleased',
    evidenceId,
    what: evidence.what,
    to,
    reason,
    ...(isEarly ? { before: true as const } : {}),
  })
}

/** What is secured by a step that is taken or finished, as its plan says how long. */
export const evidenceOfStep = (
  { step }: PlannedStep,
  evidence: readonly StepEvidence[],
  incident: Incident,
): readonly EvidenceRecorded[] =>
  evidence.map(({ keepUntil, ...secured }, index) => ({
    type: 'EvidenceRecorded',
    evidenceId: nextEvidenceId(incident, index),
    ...secured,
    keeper: null,
    stepId: step.id,
    keepDays: step.evidence?.keepDays ?? DEFAULT_DAYS,
    ...(keepUntil === null ? {} : { keepUntil }),
  }))

/** It was done and leaves something to be kept, and nothing of that is registered. */
export const isUnregistered = ({ step, state }: PlannedStep, incident: Incident): boolean =>
  step.evidence !== null &&
  timesDone(state) > 0 &&
  !evidenceOf(incident).some(({ stepId }) => stepId === step.id)

/** Three days before its end it is told. */
export const TOLD_BEFORE_MS = 3 * DAY_MS
export const isEndingSoon = (until: number, now: number): boolean => until - now <= TOLD_BEFORE_MS

/** What follows when the end of {@link retained} has come. */
export function retentionExpired(
  incident: Incident,
  evidenceId: string,
  keptUntil: number,
): EvidenceMayGo | null {
  const evidence = evidenceOf(incident).find(({ id }) => id === evidenceId)
  return evidence ? { type: 'EvidenceMayGo', evidenceId, what: evidence.what, keptUntil } : null
}

export function evidenceRecorded(incident: Incident, event: Recorded<EvidenceRecorded>): Incident {
  const { evidenceId: id, what, kind, place, keeper, stepId, keepDays, keepUntil, at, by } = event
  const evidence = {
    ...{ id, what, kind, place, keeper, stepId, keepDays, at, by, mayGoAt: null },
    ...(keepUntil === undefined ? {} : { keepUntil }),
  }
  return { ...incident, evidence: [...evidenceOf(incident), evidence] }
}

export const evidenceReleased = (
  incident: Incident,
  { evidenceId, to, reason, at, by }: Recorded<EvidenceReleased>,
): Incident => ({
  ...incident,
  evidence: evidenceOf(incident).map((evidence) =>
    evidence.id === evidenceId ? { ...evidence, released: { to, reason, at, by } } : evidence,
  ),
})

export const evidenceMayGo = (
  incident: Incident,
  { evidenceId, at, keptUntil }: Recorded<EvidenceMayGo>,
): Incident => ({
  ...incident,
  evidence: evidenceOf(incident).map((evidence) =>
    evidence.id === evidenceId ? { ...evidence, mayGoAt: at, keptUntil } : evidence,
  ),
})

/** Of an incident that runs again nothing may go: what nobody has handed out waits anew. */
export const evidenceOfReopened = (incident: Incident): Pick<Incident, 'evidence'> =>
  incident.evidence
    ? {
        evidence: incident.evidence.map((evidence) =>
          evidence.released ? evidence : { ...evidence, mayGoAt: null },
        ),
      }
    : {}
