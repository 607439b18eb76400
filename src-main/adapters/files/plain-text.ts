/**
 * Tells plain text from anything else: UTF-8, UTF-16 with its mark, or the encoding of older
 * Chinese editors, without control characters, and no script or markup that a program would run.
 */
import type { FileHandle } from 'node:fs/promises'

const PIECE = 256 * 1024 // bytes; other work has its turn between two
const START = 512 // characters

// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f\ufffe\uffff]/
/** What browsers, shells and printers take for more than text, whatever its name says. */
const RUNS = /^\ufeff?\s*(<(!doctype|html|svg|script|head|body|\?xml|\?php|!--)|#!|\{\\rtf|%!ps)/i

/** Null: it is not of this encoding, or no text. `code`: its start is more than text. */
async function reads(
  handle: FileHandle,
  size: number,
  encoding: string,
): Promise<'txt' | 'code' | null> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let from = 0; from < size; from += PIECE) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(PIECE), 0, PIECE, from)
      const isLast = from + PIECE >= size
      const text = decoder.decode(buffer.subarray(0, bytesRead), { stream: !isLast })
      if (CONTROL.test(text)) return null
      if (from === 0 && RUNS.test(text.slice(0, START))) return 'code'
    }
    return 'txt'
  } catch (error) {
    if (error instanceof TypeError) return null // it is not of this encoding
    throw error
  }
}

/** The encoding that its mark names; null: it has none of two bytes. */
async function marked(handle: FileHandle): Promise<string | null> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
  if (bytesRead < 2) return null
  const mark = buffer.readUInt16BE(0)
  return mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : null
}

/** Throws what the file system says. */
export async function plainTextIn(
  handle: FileHandle,
  size: number,
): Promise<'txt' | 'code' | null> {
  const encoding = await marked(handle)
  if (encoding !== null) return reads(handle, size, encoding)
  return (await reads(handle, size, 'utf-8')) ?? (await reads(handle, size, 'gb18030'))
}
