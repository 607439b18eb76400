/** The documents of the record, as they are now or as they were at a position of it. */
import {
  documentFrom,
  streamOfDocument,
  type DocumentKind,
  type Documents,
} from '#shared/domain/streams.ts'
import type { QueryContext } from '../handler.ts'

/** All documents of a kind, by id. */
export type ReadRecord = <K extends DocumentKind>(
  kind: K,
) => Promise<ReadonlyMap<string, Documents[K]>>

type Context = Pick<QueryContext, 'memory' | 'journal'>

export const recordNow =
  ({ memory }: Pick<Context, 'memory'>): ReadRecord =>
  async (kind) =>
    memory.documents.all(kind)

/** Each folded from its events up to this position alone. */
export const recordUpTo =
  (position: number, { memory, journal }: Context): ReadRecord =>
  async <K extends DocumentKind>(kind: K) => {
    const all = new Map<string, Documents[K]>()
    for (const id of memory.documents.all(kind).keys()) {
      const events = await journal.events(streamOfDocument({ kind, id }))
      const document = documentFrom(
        { kind, id },
        events.filter(({ seq }) => seq <= position),
      )
      if (document !== null) all.set(id, document as Documents[K])
    }
    return all
  }
