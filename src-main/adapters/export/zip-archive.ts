/**
 * Reads a ZIP archive whole and writes one piece by piece, as far as a spreadsheet needs the
 * format: below 4 GiB, no encryption, always the same time.
 */
import { createDeflateRaw, crc32, inflateRawSync } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { Target } from './file-target.ts'

export type ZipEntry = { path: string; data: Uint8Array | AsyncIterable<string> }

const [LOCAL, DESCRIPTOR, CENTRAL, END] = [0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50]
const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE] = [30, 46, 22]
const VERSION = 20
const SIZES_FOLLOW = 8 // general purpose flag: sizes and checksum stand behind the data
const DEFLATED = 8
// midnight of 1 January 1980, the first the format knows: a document always gives the same bytes
const [TIME, DATE] = [0, 0x21]

/** The entries of an archive that a library has just made, in their order, unpacked. */
export function unzip(archive: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new Error('not an archive')
  const entries = new Map<string, Buffer>()
  let offset = bytes.readUInt32LE(end + 16)
  for (let remaining = bytes.readUInt16LE(end + 10); remaining > 0; remaining--) {
    const [method, size, nameSize] = [
      bytes.readUInt16LE(offset + 10),
      bytes.readUInt32LE(offset + 20),
      bytes.readUInt16LE(offset + 28),
    ]
    const local = bytes.readUInt32LE(offset + 42)
    const name = bytes.toString('utf8', offset + CENTRAL_SIZE, offset + CENTRAL_SIZE + nameSize)
    const from =
      local + LOCAL_SIZE + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + size)
    entries.set(name, method === 0 ? packed : inflateRawSync(packed))
    offset +=
      CENTRAL_SIZE + nameSize + bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32)
  }
  return entries
}

type Packed = { name: Buffer; offset: number; crc: number; packed: number; size: number }

/** The fields that a local and a central header share. */
function writeSharedFields(
  header: Buffer,
  offset: number,
  { name, crc, packed, size }: Packed,
): void {
  header.writeUInt16LE(VERSION, offset)
  header.writeUInt16LE(SIZES_FOLLOW, offset + 2)
  header.writeUInt16LE(DEFLATED, offset + 4)
  header.writeUInt16LE(TIME, offset + 6)
  header.writeUInt16LE(DATE, offset + 8)
  header.writeUInt32LE(crc, offset + 10)
  header.writeUInt32LE(packed, offset + 14)
  header.writeUInt32LE(size, offset + 18)
  header.writeUInt16LE(name.length, offset + 22)
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(LOCAL_SIZE)
  header.writeUInt32LE(LOCAL, 0)
  writeSharedFields(header, 4, { name, offset: 0, crc: 0, packed: 0, size: 0 })
  return Buffer.concat([header, name])
}

function descriptor({ crc, packed, size }: Packed): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(DESCRIPTOR, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(size, 12)
  return bytes
}

function centralHeader(entry: Packed): Buffer {
  const header = Buffer.alloc(CENTRAL_SIZE)
  header.writeUInt32LE(CENTRAL, 0)
  header.writeUInt16LE(VERSION, 4)
  writeSharedFields(header, 6, entry)
  header.writeUInt32LE(entry.offset, 42)
  return Buffer.concat([header, entry.name])
}

function endOf(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(END_SIZE)
  bytes.writeUInt32LE(END, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}

/**
 * Writes the entries in their order; of data that comes in pieces, only a piece at a time is in
 * memory.
 */
export async function writeZip(target: Target, entries: readonly ZipEntry[]): Promise<void> {
  let offset = 0
  const write = (bytes: Uint8Array): void => {
    target.write(bytes)
    offset += bytes.length
  }
  const written: Packed[] = []
  for (const { path, data } of entries) {
    const entry: Packed = { name: Buffer.from(path, 'utf8'), offset, crc: 0, packed: 0, size: 0 }
    write(localHeader(entry.name))
    const from = offset
    async function* measured(): AsyncGenerator<Uint8Array> {
      for await (const piece of data instanceof Uint8Array ? [data] : data) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
        entry.crc = crc32(bytes, entry.crc)
        entry.size += bytes.length
        yield bytes
      }
    }
    await pipeline(
      Readable.from(measured(), { objectMode: true }),
      createDeflateRaw(),
      async (packed: AsyncIterable<Uint8Array>) => {
        for await (const piece of packed) write(piece)
      },
    )
    entry.packed = offset - from
    write(descriptor(entry))
    written.push(entry)
  }
  const from = offset
  for (const entry of written) write(centralHeader(entry))
  write(endOf(written.length, offset - from, from))
}
