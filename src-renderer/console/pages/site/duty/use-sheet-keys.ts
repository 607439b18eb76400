/**
 * Which cells of the sheet are chosen, and what its keys do with them: move, fill, copy, empty, and
 * go to the next gap.
 */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { ActionId } from '../../../base/actions.ts'
import {
  cellsBetween,
  entriesOf,
  firstCell,
  gapAfter,
  keyOf,
  movedBy,
  type Cell,
  type Entry,
  type SheetRow,
  type Way,
} from './sheet.ts'

const PAGE_ROWS = 10

export type Sheet = {
  rows: readonly SheetRow[]
  dates: readonly string[]
  today: string
  gaps: ReadonlyMap<string, number>
  personsAt: (key: string) => readonly string[]
}
export type SheetKeys = {
  /** Null: there is no post in the sheet. */
  cell: Ref<Cell | null>
  /** The other corner of what is chosen. */
  anchor: Ref<Cell | null>
  /** The recorded cell in entries, to be changed and put. */
  chosen: ComputedRef<Entry[]>
  go: (to: Cell | null, extend?: boolean) => void
  move: (event: Pick<KeyboardEvent, 'key' | 'shiftKey'>) => void
  act: (action: ActionId) => void
  enter: (persons: readonly string[], way: Way) => void
  /** Puts a block of persons from the cell on to the right and down. */
  putBlock: (block: readonly (readonly (readonly string[])[])[]) => void
}

export function useSheetKeys(
  sheet: () => Sheet,
  emit: { put: (entries: Entry[]) => void; undo: () => void },
): SheetKeys {
  const cell = ref<Cell | null>(null)
  const anchor = ref<Cell | null>(null)
  const entries = (cells: readonly Cell[]): Entry[] => {
    const { rows, dates, personsAt } = sheet()
    return entriesOf(cells, rows, dates, personsAt)
  }
  const between = (): readonly Cell[] =>
    cell.value ? cellsBetween(anchor.value ?? cell.value, cell.value, sheet().rows) : []
  const chosen = computed(() => entries(between()))

  let date: string | null = null // of the cell

  function go(to: Cell | null, extend = false): void {
    cell.value = to
    if (!extend) anchor.value = to
    date = (to && sheet().dates[to.column]) ?? null
  }
  const by = (rows: number, columns: number): Cell | null =>
    cell.value && movedBy(cell.value, { rows, columns }, sheet().rows, sheet().dates.length)

  const shape = (): string => {
    const { rows, dates } = sheet()
    const posts = rows.map(({ shift, postId }) => `${shift.id} ${postId}`)
    return [...posts, dates[0], dates.length].join()
  }
  /** Another span, or other shifts: the same day if it is there, else today. */
  function settle(): void {
    const { rows, dates, today } = sheet()
    const columns = [date ?? '', today].map((day) => dates.indexOf(day))
    const column = columns.find((index) => index >= 0) ?? 0
    const to = { row: cell.value?.row ?? 0, column }
    const reached = movedBy(to, {}, rows, dates.length)
    go(rows[reached.row]?.postId == null ? firstCell(rows, to.column) : reached)
  }
  watch(shape, settle, { immediate: true })

  const fill = (cells: readonly Cell[], persons: readonly string[]): void =>
    emit.put(entries(cells).map((entry) => ({ ...entry, persons: [...persons] })))
  const personsIn = (at: Cell): readonly string[] => entries([at])[0]?.persons ?? []

  function copyTo(rows: number, columns: number): void {
    const to = by(rows, columns)
    if (!cell.value || !to) return
    fill([to], personsIn(cell.value))
    go(to)
  }
  function toGap(step: 1 | -1): void {
    const { rows, dates, gaps } = sheet()
    const gap = gapAfter(cell.value, step, rows, dates, gaps)
    if (gap) go(gap)
  }
  const actions: Partial<Record<ActionId, () => void>> = {
    gapNext: () => toGap(1),
    gapBefore: () => toGap(-1),
    copyDown: () => copyTo(1, 0),
    copyRight: () => copyTo(0, 1),
    emptyCell: () => fill(between(), []),
    fillCells: () => fill(between(), anchor.value ? personsIn(anchor.value) : []),
    undoCell: emit.undo,
  }
  const MOVES: Readonly<Record<string, () => Cell | null>> = {
    ArrowUp: () => by(-1, 0),
    ArrowDown: () => by(1, 0),
    ArrowLeft: () => by(0, -1),
    ArrowRight: () => by(0, 1),
    PageUp: () => by(-PAGE_ROWS, 0),
    PageDown: () => by(PAGE_ROWS, 0),
    Home: () => by(0, -sheet().dates.length),
    End: () => by(0, sheet().dates.length),
  }

  return {
    ...{ cell, anchor, chosen, go },
    move: ({ key, shiftKey }) => go(MOVES[key]?.() ?? cell.value, shiftKey),
    act: (action) => actions[action]?.(),
    enter(persons, way) {
      if (!cell.value) return
      fill(way === 'fill' ? between() : [cell.value], persons)
      if (way === 'down') go(by(1, 0))
      else if (way === 'right') go(by(0, 1))
    },
    putBlock(block) {
      const { rows, dates } = sheet()
      const corner = cell.value
      if (!corner) return
      emit.put(
        block.flatMap((line, down) =>
          line.flatMap((persons, right) => {
            const at = { row: corner.row + down, column: corner.column + right }
            const inside = at.column < dates.length && rows[at.row]?.postId != null
            return inside ? entries([at]).map((entry) => ({ ...entry, persons: [...persons] })) : []
          }),
        ),
      )
    },
  }
}

/** The key of the cell, as entries have it; null where nobody can be entered. */
export function cellKey({ row, column }: Cell, { rows, dates }: Sheet): string | null {
  const [sheetRow, date] = [rows[row], dates[column]]
  return sheetRow && sheetRow.postId !== null && date !== undefined
    ? keyOf(date, sheetRow.shift.id, sheetRow.postId)
    : null
}
