/**
 * How the attachments of a document and its plans travel in the file of the whole document: named
 * in its list `attachments`, their bytes behind it under `contents`, one a line. Whoever reads the
 * file for its texts leaves the contents alone.
 */
import type { FileFormat } from '../incident/record/files.ts'

/** Bytes of all attachments of one file, before they are written as text (a third more). */
export const MOST_PACKED_BYTES = 50 * 1024 * 1024

/** `plan`: the one that it belongs to; left out: to the document. `sha256` of its bytes, in hex. */
export type PackedFile = {
  plan?: string
  name: string
  sha256: string
  bytes: number
  format?: FileFormat
}

/** What stands before the bytes, on a line of its own. */
export const CONTENTS = 'contents:'
const MARK = /^contents:[ \t]*\r?$/m

/** The line of one attachment before its bytes in base64. */
export const contentLine = (sha256: string): string => `  ${sha256}: `

/** The file as far as it is read for its texts. */
export function withoutContents(written: string): string {
  const at = written.search(MARK)
  return at < 0 ? written : written.slice(0, at)
}

/**
 * Those that a file can hold, in their order, and those that it has no room for. The same bytes
 * take room once.
 */
export function packedOf<T extends Pick<PackedFile, 'sha256' | 'bytes'>>(
  files: readonly T[],
): { packed: readonly T[]; left: readonly T[] } {
  const there = new Set<string>()
  let bytes = 0
  const [packed, left]: [T[], T[]] = [[], []]
  for (const file of files) {
    const more = there.has(file.sha256) ? 0 : file.bytes
    if (bytes + more > MOST_PACKED_BYTES) {
      left.push(file)
      continue
    }
    bytes += more
    there.add(file.sha256)
    packed.push(file)
  }
  return { packed, left }
}
