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

/** What a file is: the bytes of a workbook, or text with how it was read. */
export type Opened =
  | { bytes: Uint8Array; encoding: null; delimiter: null }
  | { text: string; encoding: Encoding; delimiter: Delimiter }

/** Throws {@link Refused}, or the reason of the signal. `most`: bytes of the file. */
export async function openTable(
  file: File,
  chosen: Chosen,
  signal: AbortSignal,
  most = FILE_BYTES,
): Promise<Opened> {
  if (file.size > most) throw new Refused('too-large')
  if (file.size === 0) throw new Refused('empty')
  const bytes = new Uint8Array(await file.arrayBuffer())
  signal.throwIfAborted()
  // also a workbook under a password
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refused('old-excel')
  if (startsWith(bytes, 0x50, 0x4b)) return { bytes, encoding: null, delimiter: null }
  const encoding = chosen.encoding ?? guessEncoding(bytes)
  if (isBinary(bytes, encoding)) throw new Refused('not-a-table')
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, delimiter: chosen.delimiter ?? guessDelimiter(text) }
}

/** Throws {@link Refused}, or the reason of the signal. */
export async function readTable(file: File, chosen: Chosen, reading: ReadOptions): Promise<Table> {
  const opened = await openTable(file, chosen, reading.signal)
  return {
    fileName: file.name,
    rows:
      'bytes' in opened
        ? await readWorkbook(opened.bytes, reading)
        : await readText(opened.text, opened.delimiter, reading),
    encoding: opened.encoding,
    delimiter: opened.delimiter,
  }
}
