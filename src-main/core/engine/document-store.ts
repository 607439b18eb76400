/**
 * Holds the documents of the record in memory: what every stream but an incident's was folded into.
 * It follows the list of streams, whatever they are about.
 */
import { AT_START, type DocumentKind, type Documents } from '#shared/domain/streams.ts'
import type { Journal, StoredDocument } from '../ports.ts'

export type DocumentStore = {
  /** Null if there is none; of a kind that is loaded on demand also if it was not read yet. */
  get: <K extends DocumentKind>(kind: K, id: string) => Documents[K] | null
  /** By id. Another map as soon as a document of the kind was saved, the same until then. */
  all: <K extends DocumentKind>(kind: K) => ReadonlyMap<string, Documents[K]>
  /** From memory, else from the record; then it is in memory. */
  read: <K extends DocumentKind>(kind: K, id: string) => Promise<Documents[K] | null>
  /** Takes over what a commit has saved. */
  apply: (documents: readonly StoredDocument[]) => void
}

type Held = Map<string, unknown>

export async function loadDocuments(
  journal: Pick<Journal, 'document' | 'documents'>,
): Promise<DocumentStore> {
  const inMemory = new Map<DocumentKind, Held>()
  const of = (kind: DocumentKind): Held => {
    const documents: Held = inMemory.get(kind) ?? new Map<string, unknown>()
    inMemory.set(kind, documents)
    return documents
  }
  for (const { kind, id } of AT_START) {
    const bodies =
      id === null
        ? (await journal.documents(kind)).map((document) => [document.id, document.body] as const)
        : [[id, await journal.document(kind, id)] as const]
    inMemory.set(kind, new Map(bodies.filter(([, body]) => body !== null)))
  }

  return {
    get: <K extends DocumentKind>(kind: K, id: string) =>
      (of(kind).get(id) ?? null) as Documents[K] | null,
    all: <K extends DocumentKind>(kind: K) => of(kind) as Map<string, Documents[K]>,
    async read<K extends DocumentKind>(kind: K, id: string) {
      if (!of(kind).has(id)) {
        const body = await journal.document(kind, id)
        // a commit may have come before the answer, with what is newer
        if (!of(kind).has(id)) of(kind).set(id, body)
      }
      return (of(kind).get(id) ?? null) as Documents[K] | null
    },
    apply(documents) {
      const fresh = new Map<DocumentKind, Held>() // a table of two thousand rows copies it once
      for (const { kind, id, body } of documents) {
        const bodies = fresh.get(kind) ?? new Map(of(kind))
        fresh.set(kind, bodies.set(id, body))
      }
      for (const [kind, bodies] of fresh) inMemory.set(kind, bodies)
    },
  }
}
