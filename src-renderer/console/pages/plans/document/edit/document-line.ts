/** How the drafts of a document of the site's own are asked for. */
import type { DocumentRead } from '#shared/contract/documents.ts'
import type { useBoard } from '#renderer/stores/board.ts'
import type { DraftLine } from '../../edit/use-stored-draft.ts'

export const documentLine = (
  document: string,
  board: Pick<ReturnType<typeof useBoard>, 'request'>,
): DraftLine<DocumentRead> => ({
  readDraft: () => board.request('documents/draft-read', { document }),
  async inForce() {
    const list = await board.request('documents/list', {})
    // a new document is asked for by nobody
    if (!list.ok || !list.reply.some(({ id }) => id === document)) return null
    const read = await board.request('documents/read', { document })
    return read.ok ? { text: read.reply, revision: read.reply.revision ?? '' } : null
  },
  source: () => board.request('documents/source', { document }),
  save: (draft, basedOn) => board.request('documents/draft-save', { document, draft, basedOn }),
  discard: (basedOn) => board.request('documents/draft-discard', { document, basedOn }),
})
