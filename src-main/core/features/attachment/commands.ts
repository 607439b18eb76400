/** Handlers of the files of plans and documents: the rules decide what a command changes. */
import { filesNotOffered, unknownFile } from '#shared/domain/incident/record/file-refusals.ts'
import type { StoredFile } from '#shared/domain/incident/record/files.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { attachmentKey, type AttachmentSubject } from '#shared/domain/plan-attachment/attachment.ts'
import { decideAttachment, type AttachmentCommand } from '#shared/domain/plan-attachment/decide.ts'
import { attachmentStream } from '#shared/domain/plan-attachment/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import {
  sealer,
  type CommandContext,
  type Handler,
  type PreparedHandler,
  type Sealing,
} from '../handler.ts'
import { attachmentsOf, noSubject } from './data.ts'

function decided(
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

/** The file is made to stay before the record speaks of it: never the other way round. */
const add: PreparedHandler<'attachment/add', StoredFile> = {
  async prepare({ about, fileId }, context) {
    const { files } = context
    if (!files) return filesNotOffered()
    const refused = noSubject(about, context)
    if (refused) return refused
    return (await files.keep(fileId)) ?? unknownFile()
  },
  handle: async ({ about, name }, context, file) =>
    (await context.files?.look(file.id)) // else purged meanwhile
      ? decided(
          about,
          ({ seal }) => ({
            type: 'AttachToPlan',
            attachmentId: context.vault.id(context.meta.at),
            file,
            name: seal(name),
          }),
          context,
        )
      : unknownFile(),
}

const rename: Handler<'attachment/rename'> = async ({ about, attachmentId, name }, context) =>
  decided(
    about,
    ({ seal }) => ({ type: 'RenameAttachment', attachmentId, name: seal(name) }),
    context,
  )

const withdraw: Handler<'attachment/withdraw'> = async ({ about, attachmentId, reason }, context) =>
  decided(
    about,
    ({ seal }) => ({ type: 'WithdrawAttachment', attachmentId, reason: seal(reason) }),
    context,
  )

const restore: Handler<'attachment/restore'> = async ({ about, attachmentId }, context) =>
  decided(about, () => ({ type: 'RestoreAttachment', attachmentId }), context)

export const attachmentCommands = {
  'attachment/add': add,
  'attachment/rename': rename,
  'attachment/withdraw': withdraw,
  'attachment/restore': restore,
}
