/**
 * Records as a kill leaves them, with a log of writes beside them, and what may happen to such a
 * log.
 */
import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

export const PARTS = ['', '-wal', '-shm'] as const
const FRAME = 4_096 + 24
const HEADER = 32

/**
 * Copies record, log and index of the log as they lie at this moment, which is what a kill leaves.
 */
export function asKilled(file: string, to: string, parts: readonly string[] = PARTS): void {
  for (const part of parts) if (existsSync(file + part)) copyFileSync(file + part, to + part)
}

/**
 * Bytes from the log's beginning that belong to it: what lies behind is room, or of an older log.
 */
export function lengthOf(file: string): number {
  const log = readFileSync(`${file}-wal`)
  const mine = (at: number): boolean => log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))
  let end = HEADER
  while (end + FRAME <= log.length && mine(end)) end += FRAME
  return end
}

export function flip(file: string, bit: number): void {
  const bytes = readFileSync(file)
  const at = Math.floor(bit / 8)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit % 8)), at)
  writeFileSync(file, bytes)
}

const overwrite = (file: string, from: number, to: number, value: (at: number) => number): void => {
  const bytes = readFileSync(file)
  for (let at = from; at < to; at++) bytes[at] = value(at)
  writeFileSync(file, bytes)
}

/** All that may happen to a log as a whole. */
export const RUINED: Readonly<Record<string, (file: string) => void>> = {
  gone: (file) => rmSync(`${file}-wal`),
  emptied: (file) => truncateSync(`${file}-wal`),
  'without its header': (file) => overwrite(`${file}-wal`, 0, HEADER, () => 0),
  'nothing but zeros': (file) => overwrite(`${file}-wal`, 0, lengthOf(file), () => 0),
  garbage: (file) => overwrite(`${file}-wal`, 0, lengthOf(file), (at) => (at * 7_919 + 13) % 251),
  'cut in half': (file) => truncateSync(`${file}-wal`, Math.floor(lengthOf(file) / 2)),
  'with a page of zeros': (file) =>
    overwrite(`${file}-wal`, HEADER + FRAME * 2, HEADER + FRAME * 3, () => 0),
}

/** Name → content of all files of a folder; of its folders nothing. */
export const contentOf = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .sort()
      .filter((name) => statSync(join(dir, name)).isFile())
      .map((name) => [name, readFileSync(join(dir, name)).toString('base64')]),
  )
