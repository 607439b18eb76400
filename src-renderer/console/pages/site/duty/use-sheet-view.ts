/** How the sheet lies in its box: heights of rows, width of columns, what is in sight. In px. */
import { computed, onBeforeUnmount, onMounted, reactive, type ComputedRef, type Ref } from 'vue'
import { keyOf, runsOn, type Cell, type SheetRow } from './sheet.ts'
import { edgesOf, inSight, scrolledTo } from './sheet-window.ts'

export const HEAD = { width: 216, height: 48 } as const
const LINE = 22
const PAD = 10
const SHIFT_HEIGHT = 34
const NARROWEST = 76 // four characters
const SPARE = { rows: 4, columns: 2 } as const
const LIST_ROOM = 250 // of the names that are offered

export type Box = { top: number; left: number; width: number; height: number }
export type SheetView = {
  rowEdges: ComputedRef<readonly number[]>
  columnWidth: ComputedRef<number>
  rowsInSight: ComputedRef<readonly number[]>
  columnsInSight: ComputedRef<readonly number[]>
  /** Of all rows and columns, heads included. */
  whole: ComputedRef<{ width: number; height: number }>
  boxOf: (from: Cell, to: Cell) => Box
  /** There is no room for a list below the cell. */
  isLow: (cell: Cell) => boolean
  look: () => void
  show: (cell: Cell) => void
}

export function useSheetView(
  box: Ref<HTMLElement | undefined>,
  rows: () => readonly SheetRow[],
  dates: () => readonly string[],
  personsAt: (key: string) => readonly string[],
  gaps: () => ReadonlyMap<string, number>,
): SheetView {
  const scrolled = reactive({ top: 0, left: 0 })
  const size = reactive({ width: 1200, height: 640 }) // until it is measured

  /** Every name stands on its own line: the fullest cell says how high a row is. */
  function heightOf({ shift, postId }: SheetRow): number {
    if (postId === null) return SHIFT_HEIGHT
    const counts = dates().map((date) => {
      const key = keyOf(date, shift.id, postId)
      const count = runsOn(shift, date) ? personsAt(key).length : 0
      return count > 0 && gaps().has(key) ? count + 1 : count // that somebody lacks has a line, too
    })
    return PAD + LINE * Math.max(1, ...counts)
  }
  const rowEdges = computed(() => edgesOf(rows().map(heightOf)))
  const columnWidth = computed(() =>
    Math.max(NARROWEST, Math.floor((size.width - HEAD.width) / Math.max(1, dates().length))),
  )
  const columnEdges = computed(() => edgesOf(dates().map(() => columnWidth.value)))
  const stretch = (edges: readonly number[], first: number, last: number) =>
    [edges[first] ?? 0, edges[last + 1] ?? 0] as const

  function boxOf(from: Cell, to: Cell): Box {
    const [top, bottom] = stretch(
      rowEdges.value,
      Math.min(from.row, to.row),
      Math.max(from.row, to.row),
    )
    const [left, right] = stretch(
      columnEdges.value,
      Math.min(from.column, to.column),
      Math.max(from.column, to.column),
    )
    return {
      ...{ top: top + HEAD.height, left: left + HEAD.width },
      ...{ width: right - left, height: bottom - top },
    }
  }
  function look(): void {
    const element = box.value
    if (!element) return
    scrolled.top = element.scrollTop
    scrolled.left = element.scrollLeft
    if (element.clientWidth === 0) return
    size.width = element.clientWidth
    size.height = element.clientHeight
  }
  const sizes = new ResizeObserver(look)
  onMounted(() => {
    if (box.value) sizes.observe(box.value)
    look()
  })
  onBeforeUnmount(() => sizes.disconnect())

  return {
    ...{ rowEdges, columnWidth, boxOf, look },
    rowsInSight: computed(() =>
      inSight(rowEdges.value, scrolled.top, size.height - HEAD.height, SPARE.rows),
    ),
    columnsInSight: computed(() =>
      inSight(columnEdges.value, scrolled.left, size.width - HEAD.width, SPARE.columns),
    ),
    whole: computed(() => ({
      width: HEAD.width + (columnEdges.value.at(-1) ?? 0),
      height: HEAD.height + (rowEdges.value.at(-1) ?? 0),
    })),
    isLow(cell) {
      const { top, height } = boxOf(cell, cell)
      return top + height + LIST_ROOM > scrolled.top + size.height && top > LIST_ROOM
    },
    show({ row, column }) {
      if (!box.value) return
      const down = stretch(rowEdges.value, row, row)
      const across = stretch(columnEdges.value, column, column)
      box.value.scrollTop = scrolledTo(down, scrolled.top, size.height - HEAD.height)
      box.value.scrollLeft = scrolledTo(across, scrolled.left, size.width - HEAD.width)
      look()
    },
  }
}
