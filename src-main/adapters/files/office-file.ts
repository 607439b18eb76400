/**
 * Tells documents of an office from other archives, by the names in their directory. Documents with
 * macros are none of those that are taken.
 */
import type { FileHandle } from 'node:fs/promises'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LONGEST_COMMENT = 0xffff
const MOST_DIRECTORY = 4 * 1024 * 1024 // bytes

async function bytesAt(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead)
}

function endIn(tail: Buffer): number {
  for (let at = tail.length - END_BYTES; at >= 0; at--) if (tail.readUInt32LE(at) === END) return at
  return -1
}

function namesIn(directory: Buffer): readonly string[] {
  const names: string[] = []
  for (let at = 0; at + ENTRY_BYTES <= directory.length;) {
    if (directory.readUInt32LE(at) !== ENTRY) break
    const length = directory.readUInt16LE(at + 28)
    const more = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    names.push(directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + length))
    at += ENTRY_BYTES + length + more
  }
  return names
}

/** Null for any other archive, and for one that is cut off; `macros`: it brings a program along. */
export async function officeIn(
  handle: FileHandle,
  size: number,
): Promise<'docx' | 'xlsx' | 'macros' | null> {
  const tailFrom = Math.max(0, size - END_BYTES - LONGEST_COMMENT)
  const tail = await bytesAt(handle, tailFrom, size - tailFrom)
  const end = endIn(tail)
  if (end < 0) return null
  const [length, from] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (length > MOST_DIRECTORY || from + length > size) return null
  const names = new Set(namesIn(await bytesAt(handle, from, length)))
  if (!names.has('[Content_Types].xml')) return null
  if ([...names].some((name) => name.toLowerCase().endsWith('vbaproject.bin'))) return 'macros'
  return names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : null
}
