/** What of a document its other rows name: for a row that goes or gets another id. */
import type { EditedDocument } from './document-draft.ts'

/** Every place of a draft of a document that names a post gets the other id. In place. */
export function followRole(draft: EditedDocument, id: string, to: string): void {
  const other = (named: string): string => (named === id ? to : named)
  if (draft.commander === id) draft.commander = to
  for (const role of Object.values(draft.roles)) {
    if (role.under !== undefined) role.under = other(role.under)
    if (role.substitutes) role.substitutes = role.substitutes.map(other)
  }
}

/** How often the rest of the document names a post. */
export const mentionsOfRole = (draft: EditedDocument, id: string): number =>
  Number(draft.commander === id) +
  Object.values(draft.roles).reduce(
    (sum, role) =>
      sum +
      Number(role.under === id) +
      (role.substitutes ?? []).filter((named) => named === id).length,
    0,
  )

/** How often the rest of the document names a clause. */
export const mentionsOfClause = (draft: EditedDocument, id: string): number =>
  JSON.stringify({ ...draft, clauses: {} }).split(JSON.stringify(id)).length - 1
