/**
 * The limits of a table, and the reasons to refuse one: a hostile file must cost the page neither
 * its memory nor its time.
 */

export const FILE_BYTES = 20 * 1024 * 1024
/** Of everything in a workbook, unpacked. */
export const UNPACKED_BYTES = 100 * 1024 * 1024
/** Unpacked to packed. Sheets of numbers reach 30; what is made of nothing reaches 1000. */
export const RATIO = 200
export const PARTS = 2_000
export const ROWS = 50_000
export const COLUMNS = 200

export type ReadFault =
  | 'too-large'
  | 'bomb'
  | 'paths'
  | 'entities'
  | 'encrypted'
  | 'old-excel'
  | 'not-a-table'
  | 'damaged'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'empty'

/** A file that is refused, and why. */
export class Refused extends Error {
  readonly why: ReadFault
  constructor(why: ReadFault) {
    super(why)
    this.why = why
  }
}

export type ReadOptions = { signal: AbortSignal; progress: (rows: number) => void }

const SLICE_MS = 20

/** Yields to the page's other work after each slice of time; throws when the signal is aborted. */
export function pauses({ signal, progress }: ReadOptions): (rows: number) => Promise<void> {
  let since = performance.now()
  return async (rows) => {
    if (performance.now() - since < SLICE_MS) return
    progress(rows)
    await new Promise((resolve) => setTimeout(resolve))
    signal.throwIfAborted()
    since = performance.now()
  }
}

/** Adds a row within the limits. */
export function addRow(rows: Row[], row: Row): void {
  if (rows.length >= ROWS) throw new Refused('too-many-rows')
  if (row.cells.length > COLUMNS && row.cells.slice(COLUMNS).some((cell) => cell !== ''))
    throw new Refused('too-many-columns')
  rows.push(row.cells.length > COLUMNS ? { ...row, cells: row.cells.slice(0, COLUMNS) } : row)
}
/** `row` counted from 1, as in the file. */
export type Row = { row: number; cells: readonly string[] }
