/**
 * Gives every part of a document's form the draft, what the site has that a row may name, and what
 * is done with rows.
 */
import { inject, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { CheckedDocumentDraft, DocumentRead } from '#shared/contract/documents.ts'
import type { TypeSummary } from '#shared/contract/plans.ts'
import type { Post } from '#shared/contract/site.ts'
import type { DraftDesk } from '../../edit/use-draft.ts'
import type { EditedDocument } from './draft/document-draft.ts'

/** What was taken out last, and how often the rest of the document still names it. */
export type GoneRow = { name: string; mentions: number }

export type DocumentDesk = DraftDesk<EditedDocument, DocumentRead, CheckedDocumentDraft> & {
  documentId: string
  /** The posts that the site has a place for, whichever document names them. */
  posts: Readonly<ShallowRef<readonly Post[]>>
  /** The types of the site, for the names of its categories. */
  types: Readonly<ShallowRef<readonly TypeSummary[]>>
  /** Both languages are written: a field for each, else one for that of the page. */
  both: Ref<boolean>
  gone: ShallowRef<GoneRow | null>
  /** Takes something out as one act that can be undone, and tells it. */
  takeOut: (row: GoneRow, what: () => void) => void
  /** Shows the field of a finding and puts the cursor into it. */
  jump: (path: string) => void
  /** Errors that somebody wrote, by the head of their path: `types`, `clauses`. */
  errorsIn: ComputedRef<ReadonlyMap<string, number>>
}

export const DOCUMENT_DESK: InjectionKey<DocumentDesk> = Symbol('document-desk')

export function useDocumentDesk(): DocumentDesk {
  const desk = inject(DOCUMENT_DESK)
  if (!desk) throw new Error('DocumentEditPage provides DOCUMENT_DESK to the parts of its form')
  return desk
}
