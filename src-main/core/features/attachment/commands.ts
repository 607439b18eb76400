/** Handlers of the files of plans and documents: the rules decide what a command changes. */
import { filesNotOffered, unknownFile } from '#shared/domain/incident/record/file-refusals.ts'
import type { StoredFile } from '#shared/domain/incident/record/files.ts'
import type { Handler, PreparedHandler } from '../handler.ts'
import { noSubject } from './data.ts'
import { attachmentChanges } from './decided.ts'

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
      ? attachmentChanges(
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
  attachmentChanges(
    about,
    ({ seal }) => ({ type: 'RenameAttachment', attachmentId, name: seal(name) }),
    context,
  )

const withdraw: Handler<'attachment/withdraw'> = async ({ about, attachmentId, reason }, context) =>
  attachmentChanges(
    about,
    ({ seal }) => ({ type: 'WithdrawAttachment', attachmentId, reason: seal(reason) }),
    context,
  )

const restore: Handler<'attachment/restore'> = async ({ about, attachmentId }, context) =>
  attachmentChanges(about, () => ({ type: 'RestoreAttachment', attachmentId }), context)

export const attachmentCommands = {
  'attachment/add': add,
  'attachment/rename': rename,
  'attachment/withdraw': withdraw,
  'attachment/restore': restore,
}
