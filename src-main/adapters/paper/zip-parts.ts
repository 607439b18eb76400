/**
 * Takes single parts out of a packed document, by the directory at its end and within bounds: what
 * it unpacks to is counted as it unpacks, whatever the directory says.
 */
import { inflateRawSync } from 'node:zlib'
import { paperDamaged, paperLocked, paperTooBig } from '#shared/domain/paper/refusals.ts'
import { PaperRefused } from './paper-refused.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const LONGEST_COMMENT = 0xffff
const MOST_ENTRIES = 4_000
/** Of all parts that are taken from one file, unpacked. */
const MOST_UNPACKED = 40 * 1024 * 1024

type Entry = { method: number; locked: boolean; packed: number; offset: number }
/** `take`: a part by its name, unpacked; null: there is none. Throws {@link PaperRefused}. */
export type ZipParts = { names: readonly string[]; take: (name: string) => Buffer | null }

const damaged = (): PaperRefused => new PaperRefused(paperDamaged())

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT)
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1)
    if (bytes.readUInt32LE(at) === END) return at
  throw damaged()
}

function entriesOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new PaperRefused(paperTooBig())
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY) throw damaged()
    const length = bytes.readUInt16LE(at + 28)
    const more = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    const name = bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + length)
    entries.set(name, {
      locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += ENTRY_BYTES + length + more
  }
  return entries
}

/** The parts of a packed file. Throws {@link PaperRefused} if it is none that can be read. */
export function zipParts(bytes: Buffer): ZipParts {
  const entries = entriesOf(bytes)
  let room = MOST_UNPACKED
  return {
    names: [...entries.keys()],
    take(name) {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.locked) throw new PaperRefused(paperLocked())
      const part = unpack(bytes, entry, room)
      room -= part.length
      return part
    },
  }
}

function unpack(bytes: Buffer, { method, packed, offset }: Entry, room: number): Buffer {
  if (offset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw damaged()
  const from =
    offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (from + packed > bytes.length) throw damaged()
  const body = bytes.subarray(from, from + packed)
  if (method !== 0 && method !== 8) throw damaged()
  if (method === 0 && body.length > room) throw new PaperRefused(paperTooBig())
  if (method === 0) return body
  try {
    return inflateRawSync(body, { maxOutputLength: room })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw code === 'ERR_BUFFER_TOO_LARGE' ? new PaperRefused(paperTooBig()) : damaged()
  }
}
