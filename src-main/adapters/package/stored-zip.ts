/**
 * Writes a ZIP archive in which everything lies as it is, unpacked: it is read in twenty years
 * without a program of ours, the same files always give the same bytes, and no bit of it is without
 * a sum. Below 4 GiB, always the same time.
 */
import { crc32 } from 'node:zlib'

/** The file of a package with the sum of each other, as `sha256sum -c` reads it. */
export const SUMS = 'SHA256SUMS'

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
export const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE] = [30, 46, 22]
const VERSION = 20
const UTF8 = 0x0800
// midnight of 1 January 1980, the first the format knows
const [TIME, DATE] = [0, 0x21]

export type Stored = { path: string; offset: number; size: number; crc: number }

function writeShared(header: Buffer, at: number, { path, size, crc }: Stored): void {
  header.writeUInt16LE(VERSION, at)
  header.writeUInt16LE(UTF8, at + 2)
  header.writeUInt16LE(0, at + 4) // as it is
  header.writeUInt16LE(TIME, at + 6)
  header.writeUInt16LE(DATE, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(size, at + 14)
  header.writeUInt32LE(size, at + 18)
  header.writeUInt16LE(Buffer.byteLength(path), at + 22)
}

/** What stands before the bytes of an entry. */
export function localHeader(entry: Stored): Buffer {
  const header = Buffer.alloc(LOCAL_SIZE)
  header.writeUInt32LE(LOCAL, 0)
  writeShared(header, 4, entry)
  return Buffer.concat([header, Buffer.from(entry.path)])
}

function centralHeader(entry: Stored): Buffer {
  const header = Buffer.alloc(CENTRAL_SIZE)
  header.writeUInt32LE(CENTRAL, 0)
  header.writeUInt16LE(VERSION, 4)
  writeShared(header, 6, entry)
  header.writeUInt32LE(entry.offset, 42)
  return Buffer.concat([header, Buffer.from(entry.path)])
}

/** What stands behind the last entry; `from`: where it begins. */
export function directoryOf(entries: readonly Stored[], from: number): Buffer {
  const central = Buffer.concat(entries.map(centralHeader))
  const end = Buffer.alloc(END_SIZE)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(from, 16)
  return Buffer.concat([central, end])
}

/** What the end of an archive says of its entries; null where it is no such end. */
export function readDirectory(bytes: Buffer): { entries: readonly Stored[]; from: number } | null {
  const end = bytes.length - END_SIZE
  if (end < 0 || bytes.readUInt32LE(end) !== END) return null
  const [count, length] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 12)]
  const entries: Stored[] = []
  let at = end - length
  for (let left = count; left > 0; left--) {
    if (at < 0 || at + CENTRAL_SIZE > end || bytes.readUInt32LE(at) !== CENTRAL) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      path: bytes.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength),
      offset: bytes.readUInt32LE(at + 42),
      size: bytes.readUInt32LE(at + 24),
      crc: bytes.readUInt32LE(at + 16),
    })
    at += CENTRAL_SIZE + nameLength
  }
  return at === end ? { entries, from: bytes.readUInt32LE(end + 16) } : null
}

export type Target = { write(bytes: Uint8Array): void }

/** Takes one file after another; `end` writes what stands behind the last. */
export function storedZip(target: Target): {
  add(path: string, data: Uint8Array): void
  end(): void
} {
  const entries: Stored[] = []
  let offset = 0
  const write = (bytes: Uint8Array): void => {
    target.write(bytes)
    offset += bytes.length
  }
  return {
    add(path, data) {
      const entry = { path, offset, size: data.length, crc: crc32(data) }
      entries.push(entry)
      write(localHeader(entry))
      write(data)
    },
    end: () => write(directoryOf(entries, offset)),
  }
}
