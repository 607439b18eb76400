/** Draws the files of a plan as consoles see them, with seals in place of what people wrote. */
import type { BoardFile } from '../board/file-types.ts'
import { inSentence } from '../sealed.ts'
import { stoodAt, withdrawalOf, type PlanAttachment, type PlanAttachments } from './attachment.ts'

function draw(attachment: PlanAttachment): BoardFile {
  const { id, file, name, at, by } = attachment
  const withdrawal = withdrawalOf(attachment)
  return {
    ...{ id, fileId: file.id, bytes: file.bytes, format: file.format },
    ...{ name: inSentence(name), stepId: null, at, by },
    ...(withdrawal && {
      withdrawn: {
        at: withdrawal.at,
        by: withdrawal.by,
        reason: inSentence(withdrawal.reason),
      },
    }),
  }
}

/** In the order in which they came; those that were withdrawn among them. */
export const drawAttachments = (attachments: PlanAttachments | null): readonly BoardFile[] =>
  attachments?.files.map(draw) ?? []

/** Those that belonged to it at an instant (UTC ms), as they are called now. */
export const attachmentsAt = (
  attachments: PlanAttachments | null,
  instant: number,
): readonly BoardFile[] =>
  attachments?.files.filter((attachment) => stoodAt(attachment, instant)).map(draw) ?? []
