/** Tells which view of the plan pages an address names. */
import type { Place } from '../../base/route.ts'

export const ORDERS = ['document', 'type', 'open'] as const
/** How the library is listed: by document, by type of incident, or as the points that are open. */
export type Order = (typeof ORDERS)[number]

export type View =
  | { kind: 'library'; by: Order; make: boolean } // make: asks for a new document
  | { kind: 'plan'; planId: string; revision: string | undefined; at: string | undefined }
  | { kind: 'card'; planId: string; revision: string | undefined; role: string | undefined }
  | { kind: 'edit'; planId: string; at: string | undefined }
  | { kind: 'document'; documentId: string; at: string | undefined }
  | { kind: 'document-edit'; documentId: string }
  | { kind: 'paper'; documentId: string; at: string | undefined }

/**
 * `#/plans`, `#/plans/<id>`, `#/plans/<id>/card/<role>`, `#/plans/<id>/edit`, `#/documents/<id>`,
 * `#/documents/<id>/edit`, `#/documents/<id>/paper`; whatever else is the library.
 */
export function viewOf({ path: [head, id, part, role], query }: Place): View {
  const { revision, at, by, make } = query
  if (id === undefined)
    return {
      kind: 'library',
      by: ORDERS.find((order) => order === by) ?? 'document',
      make: make === 'document',
    }
  if (head === 'documents' && part === 'edit') return { kind: 'document-edit', documentId: id }
  if (head === 'documents' && part === 'paper') return { kind: 'paper', documentId: id, at }
  if (head === 'documents') return { kind: 'document', documentId: id, at }
  if (part === 'card') return { kind: 'card', planId: id, revision, role }
  if (part === 'edit') return { kind: 'edit', planId: id, at }
  return { kind: 'plan', planId: id, revision, at }
}
