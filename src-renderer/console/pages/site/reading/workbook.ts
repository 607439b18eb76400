/**
 * The rows of a workbook's first sheet. Typed dates become the text of what the sheet shows,
 * whichever of the two date systems it has.
 */
import { streamXlsxRows } from 'hucre/xlsx'
import { pauses, Refused, addRow, type ReadOptions, type Row } from './limits.ts'
import { guardZip } from './zip.ts'

const pad = (value: number): string => String(value).padStart(2, '0')

/**
 * A typed date has no zone: its parts stand in UTC. To the second; without a time of day where
 * there is none.
 */
function dateText(date: Date): string {
  const at = new Date(Math.round(date.getTime() / 1000) * 1000)
  if (Number.isNaN(at.getTime())) return ''
  const day = `${at.getUTCFullYear()}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`
  const clock = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}:${pad(at.getUTCSeconds())}`
  if (at.getUTCFullYear() < 1910) return clock // a time of day alone
  return clock === '00:00:00' ? day : `${day} ${clock}`
}

/** What a cell says, as text. */
export const cellText = (value: string | number | boolean | Date | null | undefined): string =>
  value === null || value === undefined
    ? ''
    : value instanceof Date
      ? dateText(value)
      : String(value)

export async function readWorkbook(bytes: Uint8Array, reading: ReadOptions): Promise<Row[]> {
  await guardZip(bytes)
  const pause = pauses(reading)
  const rows: Row[] = []
  try {
    for await (const { index, values } of streamXlsxRows(bytes)) {
      const cells = values.map(cellText)
      if (cells.some((cell) => cell.trim() !== '')) addRow(rows, { row: index + 1, cells })
      await pause(rows.length)
    }
  } catch (error) {
    if (error instanceof Refused || reading.signal.aborted) throw error
    throw new Refused('damaged')
  }
  if (rows.length === 0) throw new Refused('empty')
  return rows
}
