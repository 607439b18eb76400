/** Reads a chosen file as the rows of a table: text in any of its encodings, or a workbook. */
import { FILE_BYTES, Refused, type ReadOptions, type Row } from './limits.ts'
import {
  guessDelimiter,
  guessEncoding,
  isBinary,
  readText,
  type Delimiter,
  type Encoding,
} from './text.ts'
import { readWorkbook } from './workbook.ts'

/** `encoding` and `delimiter` are null for a workbook. */
export type Table = {
  fileName: string
  rows: readonly Row[]
  encoding: Encoding | null
  delimiter: Delimiter | null
}
/** A person's choices instead of the guesses. */
export type Chosen = { encoding?: Encoding | undefined; delimiter?: Delimiter | undefined }

const startsWith = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign)

/** Throws {@link Refused}, or the reason of the signal. */
export async function readTable(file: File, chosen: Chosen, reading: ReadOptions): Promise<Table> {
  if (file.size > FILE_BYTES) throw new Refused('too-large')
  if (file.size === 0) throw new Refused('empty')
  const bytes = new Uint8Array(await file.arrayBuffer())
  reading.signal.throwIfAborted()
  // also a workbook under a password
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refused('old-excel')
  if (startsWith(bytes, 0x50, 0x4b))
    return {
      fileName: file.name,
      rows: await readWorkbook(bytes, reading),
      encoding: null,
      delimiter: null,
    }
  const encoding = chosen.encoding ?? guessEncoding(bytes)
  if (isBinary(bytes, encoding)) throw new Refused('not-a-table')
  const text = new TextDecoder(encoding).decode(bytes)
  const delimiter = chosen.delimiter ?? guessDelimiter(text)
  return {
    fileName: file.name,
    rows: await readText(text, delimiter, reading),
    encoding,
    delimiter,
  }
}
