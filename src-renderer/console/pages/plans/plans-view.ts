/** Tells which view of the plan pages an address names. */
import type { Place } from '../../base/route.ts'

export const ORDERS = ['document', 'type', 'open'] as const
/** How the library is listed: by document, by type of incident, or as the points that are open. */
export type Order = (typeof ORDERS)[number]

export type View =
  | { kind: 'library'; by: Order }
  | { kind: 'plan'; planId: string; revision: string | undefined; at: string | undefined }
  | { kind: 'card'; planId: string; revision: string | undefined; role: string | undefined }
  | { kind: 'edit'; planId: string }
  | { kind: 'document'; documentId: string; at: string | undefined }

/**
 * `#/plans`, `#/plans/<id>`, `#/plans/<id>/card/<role>`, `#/plans/<id>/edit`, `#/documents/<id>`;
 * whatever else is the library.
 */
export function viewOf({ path: [head, id, part, role], query: { revision, at, by } }: Place): View {
  if (id === undefined)
    return { kind: 'library', by: ORDERS.find((order) => order === by) ?? 'document' }
  if (head === 'documents') return { kind: 'document', documentId: id, at }
  if (part === 'card') return { kind: 'card', planId: id, revision, role }
  if (part === 'edit') return { kind: 'edit', planId: id }
  return { kind: 'plan', planId: id, revision, at }
}
