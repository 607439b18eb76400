/**
 * The rows of a part of a document that stand in it by id: as its form lists them, and as they are
 * added, moved and taken out, each by an act that can be undone.
 */
import { computed, type ComputedRef } from 'vue'
import { movedKey } from '../../../edit/draft/reorder.ts'
import { useDocumentDesk, type GoneRow } from '../document-desk.ts'
import type { EditedDocument } from '../draft/document-draft.ts'
import { rowAdded, rowRemoved } from '../draft/rows.ts'

/** A row as the form lists it; `path`: where its findings stand. */
export type EntryRow<Row> = { id: string; row: Row; path: string }
type Part = 'roles' | 'types' | 'clauses'
type RowOf<P extends Part> = EditedDocument[P][string]

export function useRows<P extends Part>(
  part: P,
): {
  rows: ComputedRef<readonly EntryRow<RowOf<P>>[]>
  /** Behind `after`, null: at the end. `also`: what belongs to the same act. */
  add: (id: string, row: RowOf<P>, after: string | null, also?: () => void) => void
  move: (id: string, by: 1 | -1) => void
  remove: (id: string, gone: GoneRow, also?: () => void) => void
} {
  const { draft, act, takeOut } = useDocumentDesk()
  const all = (): Record<string, RowOf<P>> => draft.value[part] as Record<string, RowOf<P>>
  const write = (rows: Record<string, RowOf<P>>): void => {
    Object.assign(draft.value, { [part]: rows })
  }
  return {
    rows: computed(() =>
      Object.entries(all()).map(([id, row]) => ({ id, row, path: `${part}.${id}` })),
    ),
    add: (id, row, after, also) =>
      act(() => {
        write(rowAdded(all(), after, id, row))
        also?.()
      }),
    move: (id, by) => act(() => write(movedKey(all(), id, by))),
    remove: (id, gone, also) =>
      takeOut(gone, () => {
        write(rowRemoved(all(), id))
        also?.()
      }),
  }
}
