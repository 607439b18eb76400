/** A sheet of a table as it was read: its rows, and which of its cells are joined into one. */
import type { SourceRow } from '../import/rows.ts'

/** Rows from 1 as people count them, columns from 0; both ends included. */
export type Merge = { fromRow: number; toRow: number; fromColumn: number; toColumn: number }
/** `name`: empty for a file of text. */
export type Sheet = { name: string; rows: readonly SourceRow[]; merges: readonly Merge[] }
/** A cell as people find it: row from 1, column from 0; `column` null: the row as a whole. */
export type CellPlace = { row: number; column: number | null }

/** Joined cells of a title may be wide; what is larger than this joins nothing that is read. */
const LARGEST_MERGE = 2_000

/**
 * A sheet seen along its dates: a line is a row of it where the dates run across, a column where
 * they run down. `lines` and `places` are in their order; so both ways of keeping a roster are read
 * by the same rules.
 */
export type Plane = {
  across: boolean
  lines: readonly number[]
  places: readonly number[]
  /** What stands there, of joined cells what the first of them says. */
  text(line: number, place: number): string
  /** The first place of the joined cells that this one belongs to; its own, if there are none. */
  firstPlace(line: number, place: number): number
  /** Where that is in the file. */
  at(line: number, place: number): { row: number; column: number }
}

/** Without outer blanks, and with the signs of a Chinese keyboard as those of any other. */
export const plainText = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/g, ' ').trim()

/** The letters of a column, from 0 on, as a spreadsheet shows them: A, B … Z, AA. */
export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26))

function mergesOf({ merges }: Sheet): ReadonlyMap<string, Merge> {
  const cells = new Map<string, Merge>()
  for (const merge of merges) {
    const { fromRow, toRow, fromColumn, toColumn } = merge
    if ((toRow - fromRow + 1) * (toColumn - fromColumn + 1) > LARGEST_MERGE) continue
    for (let row = fromRow; row <= toRow; row++)
      for (let column = fromColumn; column <= toColumn; column++)
        cells.set(`${row} ${column}`, merge)
  }
  return cells
}

/** The sheet, both ways: `across` with its rows as lines, `down` with its columns. */
export function planesOf(sheet: Sheet): { across: Plane; down: Plane } {
  const joined = mergesOf(sheet)
  const byRow = new Map(sheet.rows.map(({ row, cells }) => [row, cells]))
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length))
  const rows = sheet.rows.map(({ row }) => row)
  const columns = Array.from({ length: width }, (_, column) => column)
  const cell = (row: number, column: number): string => {
    const merge = joined.get(`${row} ${column}`)
    return (byRow.get(merge?.fromRow ?? row)?.[merge?.fromColumn ?? column] ?? '').trim()
  }
  return {
    across: {
      across: true,
      lines: rows,
      places: columns,
      text: cell,
      firstPlace: (row, column) => joined.get(`${row} ${column}`)?.fromColumn ?? column,
      at: (row, column) => ({ row, column }),
    },
    down: {
      across: false,
      lines: columns,
      places: rows,
      text: (column, row) => cell(row, column),
      firstPlace: (column, row) => joined.get(`${row} ${column}`)?.fromRow ?? row,
      at: (column, row) => ({ row, column }),
    },
  }
}
