/** Decides on the files of a plan or a document: attached, called otherwise, withdrawn, back. */
import { accept, refuse, unreachable, type Decision, type Refusal } from '../decision.ts'
import type { StoredFile } from '../incident/record/files.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { MOST_ATTACHMENTS, withdrawalOf, type PlanAttachments } from './attachment.ts'
import type { AttachmentEvent } from './stream.ts'

/** `attachmentId`: the one that it gets. */
export type AttachToPlan = {
  type: 'AttachToPlan'
  attachmentId: string
  file: StoredFile
  name: Sealed
}
export type RenameAttachment = { type: 'RenameAttachment'; attachmentId: string; name: Sealed }
export type WithdrawAttachment = {
  type: 'WithdrawAttachment'
  attachmentId: string
  reason: Sealed
}
/** It was withdrawn by mistake. */
export type RestoreAttachment = { type: 'RestoreAttachment'; attachmentId: string }
/** Those that a file of a whole document brings. */
export type AttachSeveral = { type: 'AttachSeveral'; files: readonly Omit<AttachToPlan, 'type'>[] }
export type AttachmentCommand =
  AttachToPlan | AttachSeveral | RenameAttachment | WithdrawAttachment | RestoreAttachment

const full = (): Refusal =>
  refuse(
    'files-full',
    localized(
      `最多${MOST_ATTACHMENTS}个附件；请先撤下不用的，或合成一个PDF`,
      `${MOST_ATTACHMENTS} attachments at most: remove one that is not needed, or make one PDF of several`,
    ),
  )
const unknownAttachment = (): Refusal =>
  refuse('unknown-file', localized('没有这个附件', 'There is no such attachment'))

/**
 * The same bytes stand once. What is already so is taken and changes nothing. Refused: an
 * attachment that it never had (`unknown-file`), more of them than it can have (`files-full`).
 */
export function decideAttachment(
  attachments: PlanAttachments | null,
  command: AttachmentCommand,
): Decision<AttachmentEvent> {
  const files = attachments?.files ?? []
  const present = files.filter((attachment) => withdrawalOf(attachment) === null)
  if (command.type === 'AttachToPlan') {
    const { attachmentId, file, name } = command
    if (present.some((attachment) => attachment.file.id === file.id)) return accept()
    return present.length < MOST_ATTACHMENTS
      ? accept({ type: 'FileAttached', attachmentId, file, name })
      : full()
  }
  if (command.type === 'AttachSeveral') {
    const there = new Set(present.map(({ file }) => file.id))
    const added = command.files.filter(
      ({ file }) => !there.has(file.id) && there.add(file.id).size > 0,
    )
    return there.size > MOST_ATTACHMENTS
      ? full()
      : accept(...added.map((attached) => ({ type: 'FileAttached' as const, ...attached })))
  }
  const { attachmentId } = command
  const attachment = files.find(({ id }) => id === attachmentId)
  if (!attachment) return unknownAttachment()
  const isPresent = present.includes(attachment)
  switch (command.type) {
    case 'RenameAttachment':
      return accept({ type: 'AttachmentRenamed', attachmentId, name: command.name })
    case 'WithdrawAttachment':
      return isPresent
        ? accept({ type: 'AttachmentWithdrawn', attachmentId, reason: command.reason })
        : accept()
    case 'RestoreAttachment':
      if (isPresent) return accept()
      return present.length < MOST_ATTACHMENTS
        ? accept({ type: 'AttachmentRestored', attachmentId })
        : full()
    default:
      return unreachable(command)
  }
}
