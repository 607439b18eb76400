/** Attaches files to an incident, a step or a line of its record (R-files). */
import { accept, type Decision, type Refusal } from '../../decision.ts'
import { recordClosed } from '../record/assessment-refusals.ts'
import type { Recorded } from '../record/events.ts'
import { filesFull, unknownAttachment } from '../record/file-refusals.ts'
import {
  MOST_INCIDENT_BYTES,
  type AttachedFile,
  type AttachFile,
  type FileAttached,
  type FileWithdrawn,
  type WithdrawFile,
} from '../record/files.ts'
import { unknownStep } from '../record/refusals.ts'
import { plannedStep } from '../record/select.ts'
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
 * attached again, nothing happens. Refused: `unknown-step`, `incident-over`, `files-full`.
 */
export function attachFile(
  incident: Incident,
  { file, name, stepId, seq }: AttachFile,
  { world }: RuleContext,
): Decision<FileAttached> {
  if (!isOnBoard(incident.state)) return recordClosed(incident.state)
  if (stepId !== null && plannedStep(incident, stepId, world) === undefined)
    return unknownStep(stepId)
  const files = filesOf(incident)
  if (attachedAt(incident, { file, stepId, seq })) return accept()
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
  })
}

/** The attachment of this file at this place, if there is one that stands. */
export const attachedAt = (
  incident: Incident,
  { file, stepId, seq }: Pick<AttachFile, 'file' | 'stepId' | 'seq'>,
): AttachedFile | undefined =>
  filesOf(incident).find(
    (attached) =>
      attached.file.id === file.id &&
      attached.stepId === stepId &&
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
  const { attachmentId: id, file, name, stepId, seq, at, by } = event
  const attached = { id, file, name, stepId, ...(seq === undefined ? {} : { seq }), at, by }
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
