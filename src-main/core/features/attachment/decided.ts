/** What a command on the files of a plan or a document changes, with the values that it seals. */
import type { Refusal } from '#shared/domain/decision.ts'
import { attachmentKey, type AttachmentSubject } from '#shared/domain/plan-attachment/attachment.ts'
import { decideAttachment, type AttachmentCommand } from '#shared/domain/plan-attachment/decide.ts'
import { attachmentStream } from '#shared/domain/plan-attachment/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import { sealer, type CommandContext, type Sealing } from '../handler.ts'
import { attachmentsOf } from './data.ts'

export function attachmentChanges(
  about: AttachmentSubject,
  command: (sealing: Sealing) => AttachmentCommand,
  context: CommandContext,
): Changes | Refusal {
  const id = attachmentKey(about)
  const attachments = attachmentsOf(about, context)
  const { seals, ...sealing } = sealer(context.vault, attachmentStream.nameOf(id))
  const decision = decideAttachment(attachments, command(sealing))
  const changes = recordDecision(attachmentStream, id, { id, attachments }, decision, context.meta)
  if (!changes.ok) return changes
  return changes.events.length > 0 ? { ...changes, seals } : changes
}
