/** What becomes of the rows of a list that a page has read out of a file: all of them, or none. */
import { refuse, type Refusal } from './decision.ts'
import { localized, type LocalizedText } from './text.ts'

/**
 * `row`: its number, as it was sent. `outcome`: a new entry, one that is there and changes, one
 * that is there just so, or a row that cannot be taken; `message`: why not, else null.
 */
export type ImportedRow = {
  row: number
  outcome: 'new' | 'changed' | 'same' | 'refused'
  message: LocalizedText | null
}

/** Why a list is refused as a whole; null: every row can be taken. */
export function faultyRows(rows: readonly ImportedRow[]): Refusal | null {
  const faults = rows.flatMap(({ row, message }) => (message ? [{ row, message }] : []))
  if (faults.length === 0) return null
  const count = faults.length
  return refuse(
    'rows-refused',
    localized(
      `${count}行有误，一行都没有导入`,
      `${count === 1 ? '1 row is' : `${count} rows are`} faulty: none was taken`,
    ),
    faults.map(({ row, message }) => `第${row}行：${message.zh} · Row ${row}: ${message.en}`),
  )
}
