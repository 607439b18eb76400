/** Attaches files to an incident, a step or a line of its record. */
import { accept, type Decision, type Refusal } from '../../decision.ts'
import { recordClosed } from '../record/assessment-refusals.ts'
import type { EvidenceRecorded, Recorded } from '../record/events.ts'
import { filesFull, noEvidence, unknownAttachment } from '../record/file-refusals.ts'
import {
  MOST_INCIDENT_BYTES,
  type AttachedFile,
  type AttachFile,
  type FileAttached,
  type FileWithdrawn,
  type NamedFile,
  type WithdrawFile,
} from '../record/files.ts'
import { unknownStep } from '../record/refusals.ts'
import { evidenceOf, plannedStep } from '../record/select.ts'
import { isOnBoard, type Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'

export const filesOf = ({ files = [] }: Incident): readonly AttachedFile[] => files

/** The same bytes count once. What was withdrawn lies there still, and counts. */
export const bytesOfFiles = (incident: Incident): number =>
  [...new Map(filesOf(incident).map(({ file }) => [file.id, file.bytes])).values()].reduce(
    (sum, bytes) => sum + bytes,
    0,
  )

/** Null if a file of so many bytes may still be attached. `incident-over`, `files-full`. */
export function refusedFile(incident: Incident, bytes: number): Refusal | null {
  if (!isOnBoard(incident.state)) return recordClosed(incident.state)
  return bytesOfFiles(incident) + bytes > MOST_INCIDENT_BYTES ? filesFull() : null
}

/**
 * As long as the incident is on the board. The same file at the same place is attached once:
 * attached again, nothing happens. One that shows a piece of evidence belongs to the step of that,
 * too. Refused: `unknown-step`, `unknown-item`, `incident-over`, `files-full`.
 */
export function attachFile(
  incident: Incident,
  { evidenceId = null, ...command }: AttachFile,
  { world }: RuleContext,
): Decision<FileAttached> {
  if (!isOnBoard(incident.state)) return recordClosed(incident.state)
  const evidence = evidenceOf(incident).find(({ id }) => id === evidenceId)
  if (evidenceId !== null && !evidence) return noEvidence()
  const { file, name, seq } = command
  const stepId = command.stepId ?? evidence?.stepId ?? null
  if (stepId !== null && plannedStep(incident, stepId, world) === undefined)
    return unknownStep(stepId)
  const files = filesOf(incident)
  if (attachedAt(incident, { file, stepId, seq, evidenceId })) return accept()
  const isNew = !files.some((attached) => attached.file.id === file.id)
  const refused = refusedFile(incident, isNew ? file.bytes : 0)
  if (refused) return refused
  return accept({
    type: 'FileAttached',
    attachmentId: String(files.length + 1),
    file,
    name,
    stepId,
    ...(seq === null ? {} : { seq }),
    ...(evidence ? { evidenceId: evidence.id, what: evidence.what } : {}),
  })
}

/** The files that show a piece of evidence as it is recorded; `incident` has not got it yet. */
export function filesShowing(
  incident: Incident,
  evidence: Pick<EvidenceRecorded, 'evidenceId' | 'what' | 'stepId'>,
  showing: readonly NamedFile[],
): Decision<FileAttached> {
  const once = [...new Map(showing.map((named) => [named.file.id, named])).values()]
  const before = filesOf(incident)
  const fresh = once.filter(({ file }) => before.every((attached) => attached.file.id !== file.id))
  const refused = refusedFile(
    incident,
    fresh.reduce((sum, { file }) => sum + file.bytes, 0),
  )
  if (refused) return refused
  const { evidenceId, what, stepId } = evidence
  return accept(
    ...once.map(({ file, name }, index): FileAttached => {
      const attachmentId = String(before.length + index + 1)
      return { type: 'FileAttached', attachmentId, file, name, stepId, evidenceId, what }
    }),
  )
}

/**
 * The attachment of this file at this place, if there is one that stands. What shows a piece of
 * evidence is known by that alone.
 */
export const attachedAt = (
  incident: Incident,
  {
    file,
    stepId,
    seq,
    evidenceId = null,
  }: Pick<AttachFile, 'file' | 'stepId' | 'seq' | 'evidenceId'>,
): AttachedFile | undefined =>
  filesOf(incident).find(
    (attached) =>
      attached.file.id === file.id &&
      (attached.evidenceId ?? null) === evidenceId &&
      (evidenceId !== null || attached.stepId === stepId) &&
      (attached.seq ?? null) === seq &&
      !attached.withdrawn,
  )

/** Refused: `unknown-file`, `incident-over`. What is withdrawn already stays so. */
export function withdrawFile(
  incident: Incident,
  { attachmentId, reason }: WithdrawFile,
): Decision<FileWithdrawn> {
  if (!isOnBoard(incident.state)) return recordClosed(incident.state)
  const attached = filesOf(incident).find(({ id }) => id === attachmentId)
  if (!attached) return unknownAttachment()
  if (attached.withdrawn) return accept()
  return accept({ type: 'FileWithdrawn', attachmentId, name: attached.name, reason })
}

export function fileAttached(incident: Incident, event: Recorded<FileAttached>): Incident {
  const { attachmentId: id, file, name, stepId, seq, evidenceId, at, by } = event
  const attached = {
    ...{ id, file, name, stepId, at, by },
    ...(seq === undefined ? {} : { seq }),
    ...(evidenceId === undefined ? {} : { evidenceId }),
  }
  return { ...incident, files: [...filesOf(incident), attached] }
}

export const fileWithdrawn = (
  incident: Incident,
  { attachmentId, reason, at, by }: Recorded<FileWithdrawn>,
): Incident => ({
  ...incident,
  files: filesOf(incident).map((attached) =>
    attached.id === attachmentId ? { ...attached, withdrawn: { at, by, reason } } : attached,
  ),
})
