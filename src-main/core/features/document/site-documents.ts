/**
 * The site's own documents as they are used: their texts in force and abolished, what is being
 * written, and which documents of the program are put away.
 */
import type { HeldMark } from '#shared/domain/plan/held-marks.ts'
import { storedDraft } from '#shared/domain/site-plan/draft.ts'
import type { DroppedParts } from '#shared/domain/site-document/dropped.ts'
import type { SiteDocument, SiteDocumentState } from '#shared/domain/site-document/stream.ts'
import type { DocumentStore } from '../../engine/document-store.ts'
import type { DocumentText, Log, PlanSources } from '../../ports.ts'

export type SiteDocuments = {
  /** What the record has of a document. */
  state: (documentId: string) => SiteDocumentState
  /** The ids of all documents that it has anything of. */
  ids: () => readonly string[]
  /** The site's own text, in force or abolished; null where there is none, or none can be read. */
  text: (documentId: string) => DocumentText | null
  isAbolished: (documentId: string) => boolean
  isPutAway: (documentId: string) => boolean
  /** The ids of those put away. The same list as long as nothing changed. */
  putAway: () => readonly string[]
  /** The site's own texts in force. The same list as long as nothing changed. */
  inForce: () => readonly DocumentText[]
  /** What old records are named by besides: abolished texts, and what revisions have dropped. */
  former: () => readonly DroppedParts[]
  /** Marks that revisions took from types, of every document. */
  heldMarks: () => readonly HeldMark[]
  /** Those in force, then the abolished ones. */
  everything: () => readonly DocumentText[]
  /** In force, with what is being written in its place: what a draft of a plan is checked by. */
  written: () => readonly DocumentText[]
}

/** A list that is made anew when what it is made from is another one. */
function following<T>(sources: () => readonly unknown[], make: () => T): () => T {
  let latest: { from: readonly unknown[]; value: T } | null = null
  return () => {
    const from = sources()
    if (latest?.from.every((source, index) => source === from[index]) !== true)
      latest = { from, value: make() }
    return latest.value
  }
}

/** Texts that the schema of today cannot read are left out; the log says which. */
export function loadSiteDocuments(
  documents: DocumentStore,
  planSources: PlanSources,
  log: Log,
): SiteDocuments {
  const all = (): ReadonlyMap<string, SiteDocument> => documents.all('site-document')
  const drafts = () => documents.all('document-draft')
  const read = new WeakMap<object, DocumentText | null>()

  /** `stored`: what the store has; the same object as long as it says the same. */
  function textIn(stored: { draft: string }, id: string): DocumentText | null {
    const known = read.get(stored)
    if (known !== undefined) return known
    const text = planSources.documentText(storedDraft(stored))
    if (!text) log.error('document-unreadable', new Error(id))
    read.set(stored, text)
    return text
  }
  const state = (documentId: string): SiteDocumentState => ({
    document: documents.get('site-document', documentId),
    draft: documents.get('document-draft', documentId),
  })
  const text = (documentId: string): DocumentText | null => {
    const current = documents.get('site-document', documentId)?.current
    return current ? textIn(current, documentId) : null
  }
  const texts = (abolished: boolean): readonly DocumentText[] =>
    [...all()].flatMap(([id, document]) =>
      document.abolished === abolished ? (text(id) ?? []) : [],
    )
  const inForce = following(
    () => [all()],
    () => texts(false),
  )

  return {
    state,
    ids: () => [...new Set([...all().keys(), ...drafts().keys()])],
    text,
    isAbolished: (documentId) => all().get(documentId)?.abolished ?? false,
    isPutAway: (documentId) => all().get(documentId)?.putAway ?? false,
    putAway: following(
      () => [all()],
      () => [...all()].flatMap(([id, document]) => (document.putAway ? [id] : [])),
    ),
    inForce,
    former: following(
      () => [all()],
      () => [
        ...texts(true).map(({ page }) => page),
        ...[...all().values()].map(({ dropped }) => dropped),
      ],
    ),
    heldMarks: following(
      () => [all()],
      () => [...all().values()].flatMap(({ heldMarks }) => heldMarks ?? []),
    ),
    everything: following(
      () => [all()],
      () => [...inForce(), ...texts(true)],
    ),
    written: following(
      () => [all(), drafts()],
      () => {
        const byId = new Map(inForce().map((inUse) => [inUse.data.id, inUse]))
        for (const [id, { saved }] of drafts()) {
          const draft = saved && planSources.documentText(storedDraft(saved))
          if (draft && draft.data.id === id) byId.set(id, draft)
        }
        return [...byId.values()]
      },
    ),
  }
}
