/**
 * Reads what a stop left of the write-ahead log, byte by byte, before SQLite may: how much of it is
 * whole, and how much was written and cannot be read (sqlite.org/walformat.html). SQLite itself
 * takes the log up to the first bad bit and says nothing of what comes after.
 */
import { readFileSync } from 'node:fs'

export type LogLeft = {
  /** Frames (a page each) up to the last commit that can be read: what SQLite would take. */
  frames: number
  /** Frames that are in the record's file already, as far as is known. */
  folded: number
  /**
   * Bytes of frames behind these that were written as well and cannot be read; 0 if none is known
   * of.
   */
  lost: number
}

const HEADER = 32
const FRAME_HEADER = 24
const PAGE = 4_096 // where the header does not say
const MAGIC = 0x377f0682 // its last bit: the words that are summed up are big-endian
const INDEX_VERSION = 3_007_000
const INDEX_HEADER = 40 // what its own sum is of
const INDEX_LEAST = 100

type Sum = readonly [number, number]

function summed(before: Sum, bytes: Buffer, bigEndian: boolean): Sum {
  const word = (at: number): number => (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at))
  let [first, second] = before
  for (let index = 0; index < bytes.length; index += 8) {
    first = (first + second + word(index)) >>> 0
    second = (second + first + word(index + 4)) >>> 0
  }
  return [first, second]
}

const holds = ([first, second]: Sum, bytes: Buffer, at: number): boolean =>
  bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/**
 * The header, if it is whole. `salts`: the number of this log; frames of an older one, which it has
 * not overwritten yet, bear another.
 */
function headerIn(
  log: Buffer,
): { bigEndian: boolean; page: number; salts: Buffer; sum: Sum } | null {
  if (log.length < HEADER) return null
  const magic = log.readUInt32BE(0)
  if ((magic & ~1) >>> 0 !== MAGIC) return null
  const bigEndian = (magic & 1) === 1
  const sum = summed([0, 0], log.subarray(0, 24), bigEndian)
  return holds(sum, log, 24)
    ? { bigEndian, page: log.readUInt32BE(8), salts: log.subarray(16, 24), sum }
    : null
}

/**
 * The number that the frames themselves bear, where the header cannot be read: that of the first.
 * Null if there is none.
 */
function saltsOfFirst(log: Buffer): Buffer | null {
  const first = log.subarray(HEADER, HEADER + FRAME_HEADER)
  const isFrame =
    first.length === FRAME_HEADER && [0, 8, 12].every((at) => first.readUInt32BE(at) !== 0)
  return isFrame ? first.subarray(8, 16) : null
}

type Scanned = { salts: Buffer | null; size: number; frames: number; end: number }

/**
 * `frames` as in {@link LogLeft}; `end`: behind the last frame of this log that is there, whole or
 * not.
 */
function scan(log: Buffer): Scanned {
  const header = headerIn(log)
  const salts = header?.salts ?? saltsOfFirst(log)
  const size = FRAME_HEADER + (header?.page ?? PAGE)
  const frame = (n: number): Buffer => log.subarray(HEADER + n * size, HEADER + (n + 1) * size)
  let [frames, next] = [0, 0]
  for (let sum = header?.sum; header && sum; next++) {
    const bytes = frame(next)
    if (bytes.length < size || !bytes.subarray(8, 16).equals(header.salts)) break
    sum = summed(
      summed(sum, bytes.subarray(0, 8), header.bigEndian),
      bytes.subarray(FRAME_HEADER),
      header.bigEndian,
    )
    if (!holds(sum, bytes, 16)) break
    if (bytes.readUInt32BE(4) !== 0) frames = next + 1 // a commit; what has none was never answered
  }
  let end = frames
  for (let n = next; salts && HEADER + n * size < log.length; n++)
    if (bearsEither(frame(n), salts)) end = n + 1
  return { salts: header?.salts ?? null, size, frames, end }
}

/** Either half: the other may be where the bad bit is. */
const bearsEither = (frame: Buffer, salts: Buffer): boolean =>
  frame.length >= FRAME_HEADER &&
  (frame.subarray(8, 12).equals(salts.subarray(0, 4)) ||
    frame.subarray(12, 16).equals(salts.subarray(4)))

/**
 * What SQLite's own index of the log says, a file that outlives a kill. Null if it is not whole, or
 * says nothing.
 */
function indexIn(bytes: Buffer): { frames: number; folded: number; salts: Buffer } | null {
  if (bytes.length < INDEX_LEAST || bytes.readUInt32LE(0) !== INDEX_VERSION) return null
  const [item, two] = summed([0, 0], bytes.subarray(0, INDEX_HEADER), false)
  if (bytes.readUInt32LE(INDEX_HEADER) !== item || bytes.readUInt32LE(INDEX_HEADER + 4) !== two)
    return null
  const frames = bytes.readUInt32LE(16)
  return { frames, folded: Math.min(frames, bytes.readUInt32LE(96)), salts: bytes.subarray(32, 40) }
}

/**
 * Looks at `<file>-wal` and `<file>-shm`; no record has to be there. Throws what the file system
 * says.
 */
export function readLog(file: string): LogLeft {
  const { salts, size, frames, end } = scan(bytesOf(`${file}-wal`))
  const index = indexIn(bytesOf(`${file}-shm`))
  const { frames: written, folded } =
    index && (salts === null || index.salts.equals(salts)) ? index : { frames: 0, folded: 0 }
  return {
    frames,
    folded,
    lost: Math.max(0, Math.max(end, written) - Math.max(frames, folded)) * size,
  }
}
