/**
 * The streams of the files of plans, one for each plan and each document that has any: attached,
 * called otherwise, withdrawn, brought back.
 */
import { unreachable, type Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import type { StoredFile } from '../incident/record/files.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import {
  isPlanAttachments,
  withdrawalOf,
  type PlanAttachment,
  type PlanAttachments,
} from './attachment.ts'

/** Called as that of an incident is: whoever looks after files listens for this type alone. */
export type PlanFileAttached = {
  type: 'FileAttached'
  attachmentId: string
  file: StoredFile
  name: Sealed
}
export type AttachmentRenamed = { type: 'AttachmentRenamed'; attachmentId: string; name: Sealed }
export type AttachmentWithdrawn = {
  type: 'AttachmentWithdrawn'
  attachmentId: string
  reason: Sealed
}
export type AttachmentRestored = { type: 'AttachmentRestored'; attachmentId: string }
/**
 * Those of the record for which this one stands in, as far as it could be read: their bytes may
 * never come along.
 */
export type AttachmentsCarried = {
  type: 'AttachmentsCarried'
  files: readonly PlanAttachment[]
}
export type AttachmentEvent =
  | PlanFileAttached
  | AttachmentRenamed
  | AttachmentWithdrawn
  | AttachmentRestored
  | AttachmentsCarried

/** `attachments` null: there never was one. */
export type AttachmentState = { id: string; attachments: PlanAttachments | null }

const changedIn = (
  files: readonly PlanAttachment[],
  id: string,
  change: (attachment: PlanAttachment) => PlanAttachment,
): readonly PlanAttachment[] =>
  files.map((attachment) => (attachment.id === id ? change(attachment) : attachment))

function changed(
  files: readonly PlanAttachment[],
  event: Recorded<AttachmentEvent>,
): readonly PlanAttachment[] {
  const { at, by } = event
  switch (event.type) {
    case 'FileAttached': {
      const { attachmentId: id, file, name } = event
      return [...files, { id, file, name, at, by, withdrawals: [] }]
    }
    case 'AttachmentRenamed':
      return changedIn(files, event.attachmentId, (before) => ({ ...before, name: event.name }))
    case 'AttachmentWithdrawn': {
      const withdrawal = { at, by, reason: event.reason, until: null }
      return changedIn(files, event.attachmentId, (before) => ({
        ...before,
        withdrawals: [...before.withdrawals, withdrawal],
      }))
    }
    case 'AttachmentRestored':
      return changedIn(files, event.attachmentId, (before) => {
        const last = withdrawalOf(before)
        return last
          ? { ...before, withdrawals: [...before.withdrawals.slice(0, -1), { ...last, until: at }] }
          : before
      })
    case 'AttachmentsCarried':
      return [
        ...files,
        ...event.files.filter((carried) => files.every(({ id }) => id !== carried.id)),
      ]
    default:
      return unreachable(event)
  }
}

export const attachmentStream = defineStream<
  AttachmentState,
  AttachmentEvent,
  { attachments: PlanAttachments }
>({
  name: 'plan-attachments.',
  initial: (id) => ({ id, attachments: null }),
  evolve({ id, attachments }, event) {
    const { version, files } = attachments ?? { version: 0, files: [] }
    return { id, attachments: { id, version: version + 1, files: changed(files, event) } }
  },
  documents: {
    attachments: {
      of: ({ attachments }) => attachments,
      name: localized('预案附件', 'attachments of plans'),
      hasForm: (body, id) => isPlanAttachments(body) && (body as PlanAttachments).id === id,
    },
  },
  version: ({ attachments }) => attachments?.version ?? 0,
})
