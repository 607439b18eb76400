/**
 * Puts the bytes of attachments behind the text of a whole document, and takes them out of such a
 * file again: the station reads the text alone, and files one by one.
 */
import type { Refused } from '#shared/contract/contract.ts'
import {
  contentLine,
  CONTENTS,
  MOST_PACKED_BYTES,
} from '#shared/domain/site-document/package-files.ts'

/** Bytes of a file that is read: its attachments as text are a third more, its texts 2 MiB. */
export const MOST_PACKAGE_BYTES = Math.ceil((MOST_PACKED_BYTES * 4) / 3) + 2 * 1024 * 1024

/** At a time: a multiple of three bytes, so that pieces of base64 can stand beside each other. */
const PIECE = 3 * 8192

function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))))
  return pieces.join('')
}

/** Null: no base64. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    const signs = atob(base64)
    const bytes = new Uint8Array(signs.length)
    for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at)
    return bytes
  } catch {
    return null
  }
}

/** The whole file. `file` gets the bytes of an attachment; what it is refused ends it. */
export async function wholeFile(
  { yaml, files }: { yaml: string; files: readonly { fileId: string }[] },
  file: (fileId: string) => Promise<Blob | Refused>,
): Promise<Blob | Refused> {
  const parts: string[] = [yaml]
  if (files.length > 0) parts.push(`${CONTENTS}\n`)
  for (const { fileId } of files) {
    const content = await file(fileId)
    if ('ok' in content) return content
    const base64 = base64Of(new Uint8Array(await content.arrayBuffer()))
    parts.push(contentLine(fileId), base64, '\n')
  }
  return new Blob(parts, { type: 'application/yaml' })
}

/** `content` null: it is damaged. `sha256`: as the file says, still to be compared. */
export type PackedContent = { sha256: string; content: Blob | null }
export type OpenedFile = { text: Blob; contents: readonly PackedContent[] }

const LINE_END = 0x0a
const MARK = new TextEncoder().encode(CONTENTS)

/** Where the line `contents:` begins; the end of the file if there is none. */
function markIn(bytes: Uint8Array): number {
  for (let at = 0; at >= 0 && at < bytes.length; at = nextLine(bytes, at)) {
    if (!MARK.every((sign, index) => bytes[at + index] === sign)) continue
    const rest = latin(bytes.subarray(at + MARK.length, nextLine(bytes, at)))
    if (rest.trim() === '') return at
  }
  return bytes.length
}
const nextLine = (bytes: Uint8Array, at: number): number => {
  const end = bytes.indexOf(LINE_END, at)
  return end < 0 ? bytes.length : end + 1
}
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

const CONTENT = /^ {2}"?([0-9a-f]{64})"?: *"?([A-Za-z0-9+/=]*)"?\s*$/

/** A file as it was chosen, its text apart from the bytes of its attachments. */
export async function openFile(file: Blob): Promise<OpenedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const mark = markIn(bytes)
  const contents: PackedContent[] = []
  for (let at = nextLine(bytes, mark); at < bytes.length; at = nextLine(bytes, at)) {
    const parted = CONTENT.exec(latin(bytes.subarray(at, nextLine(bytes, at))))
    if (!parted?.[1]) continue // cut off or damaged: the station names what it lacks
    const content = bytesOf(parted[2] ?? '')
    contents.push({ sha256: parted[1], content: content && new Blob([content]) })
  }
  return { text: new Blob([bytes.subarray(0, mark)]), contents }
}
