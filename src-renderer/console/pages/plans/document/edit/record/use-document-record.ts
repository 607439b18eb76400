/** The revision record of a document. */
import type { DocumentRecord } from '#shared/contract/documents.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useRevisions, type Revisions } from '../../../edit/record/use-revisions.ts'

export type DocumentRecords = Revisions<DocumentRecord>

/** @param known whether the site has the document. */
export function useDocumentRecord(documentId: string, known: () => boolean): DocumentRecords {
  const board = useBoard()
  return useRevisions(() => board.request('documents/revisions', { document: documentId }), known)
}
