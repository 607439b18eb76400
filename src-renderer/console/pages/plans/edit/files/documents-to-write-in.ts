/** Where a new plan may begin: in a document of the site first, also in one not in force yet. */
import type { DocumentDraftSummary, DocumentSummary } from '#shared/contract/documents.ts'
import type { LocalizedText } from '#shared/domain/text.ts'

type Begun = { id: string; title: LocalizedText | null; isOfSite: boolean }

export function documentsToWriteIn(
  documents: readonly Pick<
    DocumentSummary,
    'id' | 'title' | 'own' | 'putAway' | 'elsewhere' | 'abolished'
  >[],
  drafts: readonly Pick<DocumentDraftSummary, 'document' | 'title' | 'isNew'>[],
): readonly Begun[] {
  const inUse = documents
    .filter(({ putAway, elsewhere, abolished }) => !putAway && !elsewhere && !abolished)
    .map(({ id, title, own }) => ({ id, title, isOfSite: own }))
  const begun = drafts
    .filter(({ document, isNew }) => isNew && !inUse.some(({ id }) => id === document))
    .map(({ document, title }) => ({ id: document, title, isOfSite: true }))
  return [...begun, ...inUse].toSorted((a, b) => Number(b.isOfSite) - Number(a.isOfSite))
}
