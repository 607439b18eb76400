/**
 * Reads a chosen file as sheets with their joined cells: a list or a roster, which is small, and
 * whose sheets a person chooses from.
 */
import { readXlsx } from 'hucre/xlsx'
import type { Merge, Sheet } from '#shared/domain/register-import/sheet.ts'
import { COLUMNS, Refused, type ReadOptions, type Row } from './limits.ts'
import { openTable, type Chosen } from './table.ts'
import { readText, type Delimiter, type Encoding } from './text.ts'
import { cellText } from './workbook.ts'
import { guardZip } from './zip.ts'

/** `encoding` and `delimiter` are null for a workbook. */
export type SheetFile = {
  fileName: string
  sheets: readonly Sheet[]
  encoding: Encoding | null
  delimiter: Delimiter | null
}

export const SHEET_BYTES = 5 * 1024 * 1024
/** Of each sheet. */
export const SHEET_ROWS = 3_000
const MERGES = 5_000

const limited = (rows: readonly Row[]): readonly Row[] => {
  if (rows.length > SHEET_ROWS) throw new Refused('too-many-rows')
  if (rows.some(({ cells }) => cells.slice(COLUMNS).some((cell) => cell !== '')))
    throw new Refused('too-many-columns')
  return rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, COLUMNS) }))
}

/** Without the sign that keeps a text of a file from being taken for a formula. */
const plainRow = ({ row, cells }: Row): Row => ({
  row,
  cells: cells.map((cell) => cell.replace(/^'(?=[\s;,|'"]*[=+\-@＝＋－＠])/, '')),
})

/** The visible sheets that say something. */
async function sheetsOf(bytes: Uint8Array, { signal }: ReadOptions): Promise<readonly Sheet[]> {
  await guardZip(bytes)
  try {
    const book = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true,
      maxRows: SHEET_ROWS + 1,
    })
    signal.throwIfAborted()
    return book.sheets.flatMap(({ name, rows, merges = [] }): Sheet[] => {
      const filled = rows
        .map((values, index) => ({ row: index + 1, cells: values.map(cellText) }))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      const joined = merges
        .slice(0, MERGES)
        .map(({ startRow, endRow, startCol, endCol }): Merge => ({
          fromRow: startRow + 1,
          toRow: endRow + 1,
          fromColumn: startCol,
          toColumn: Math.min(endCol, COLUMNS),
        }))
      return filled.length === 0 ? [] : [{ name, rows: limited(filled), merges: joined }]
    })
  } catch (error) {
    if (error instanceof Refused || signal.aborted) throw error
    throw new Refused('damaged')
  }
}

/** Throws {@link Refused}, or the reason of the signal. A text is one sheet without a name. */
export async function readSheets(
  file: File,
  chosen: Chosen,
  reading: ReadOptions,
): Promise<SheetFile> {
  const opened = await openTable(file, chosen, reading.signal, SHEET_BYTES)
  const sheets =
    'bytes' in opened
      ? await sheetsOf(opened.bytes, reading)
      : [
          {
            name: '',
            rows: limited((await readText(opened.text, opened.delimiter, reading)).map(plainRow)),
            merges: [],
          },
        ]
  if (sheets.length === 0) throw new Refused('empty')
  return {
    fileName: file.name,
    sheets,
    encoding: opened.encoding,
    delimiter: opened.delimiter,
  }
}
