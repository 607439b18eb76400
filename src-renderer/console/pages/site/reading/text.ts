/** Guesses the encoding and separator of a file of text, and reads its rows. */
import { streamCsvRows } from 'hucre/csv'
import { pauses, Refused, addRow, type ReadOptions, type Row } from './limits.ts'

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof ENCODINGS)[number]
export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const GUESSED_FROM = 1024 * 1024

/** By its mark; else UTF-8 if every byte is valid, else GB18030, of which GBK is a part. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

/** Whether the bytes are no text. */
export const isBinary = (bytes: Uint8Array, encoding: Encoding): boolean =>
  !encoding.startsWith('utf-16') && bytes.subarray(0, GUESSED_FROM).includes(0)

/** The sign that parts the first rows most evenly; signs within quotes part nothing. */
export function guessDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, GUESSED_FROM)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const most = Math.max(0, ...counts)
    return most === 0
      ? 0
      : counts.filter((count) => count === most).length * 100 + Math.min(most, 99)
  }
  return DELIMITERS.reduce<Delimiter>(
    (best, delimiter) => (score(delimiter) > score(best) ? delimiter : best),
    ',',
  )
}

/**
 * The rows of a text by RFC 4180. An empty line is a row without a cell that says anything, so that
 * rows are counted as a spreadsheet does.
 */
export async function readText(
  text: string,
  delimiter: Delimiter,
  reading: ReadOptions,
): Promise<Row[]> {
  const pause = pauses(reading)
  const rows: Row[] = []
  let row = 0
  for (const values of streamCsvRows(text, { delimiter, skipBom: true })) {
    row += 1
    const cells = values.map((value) => String(value ?? ''))
    if (cells.some((cell) => cell.trim() !== '')) addRow(rows, { row, cells })
    await pause(rows.length)
  }
  if (rows.length === 0) throw new Refused('empty')
  return rows
}
