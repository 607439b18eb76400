/**
 * Checks an archive package without a station: every byte of it is that of a file whose sum stands
 * in its list, or is what such an archive must have there.
 */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { directoryOf, localHeader, readDirectory, SUMS, type Stored } from './stored-zip.ts'

/** `where`: the file in the package at fault, or `directory`: what says what is in it. */
export type CheckedPackage =
  | { ok: true; files: number; bytes: number; sha256: string }
  | { ok: false; why: 'package-damaged'; where: string }

const DIRECTORY = 'directory'
const MOST_AT_ONCE = 1024 * 1024 * 1024 // bytes of one file, whatever the archive claims

const damaged = (where: string): CheckedPackage => ({ ok: false, why: 'package-damaged', where })

type Opened = { size: number; at(from: number, length: number): Buffer }

function openedAt(handle: number): Opened {
  const { size } = fstatSync(handle)
  return {
    size,
    at(from, length) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from, MOST_AT_ONCE)))
      let read = 0
      while (read < bytes.length) {
        const piece = readSync(handle, bytes, read, bytes.length - read, from + read)
        if (piece === 0) break
        read += piece
      }
      return bytes.subarray(0, read)
    },
  }
}

const MOST_DIRECTORY = 16 * 1024 * 1024

/** Sums by path; null where the list is none. */
function sumsIn(list: Buffer): ReadonlyMap<string, string> | null {
  const lines = list.toString('utf8').split('\n').slice(0, -1)
  const sums = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line))
  if (sums.some((match) => match === null)) return null
  return new Map(sums.map((match) => [match?.[2] ?? '', match?.[1] ?? '']))
}

function check(file: Opened): CheckedPackage {
  const tail = file.at(Math.max(0, file.size - MOST_DIRECTORY), MOST_DIRECTORY)
  const directory = readDirectory(tail)
  if (!directory) return damaged(DIRECTORY)
  const whole = createHash('sha256')
  const sums = new Map<string, string>()
  let list: Buffer | null = null
  let offset = 0
  const entries: Stored[] = []
  for (const entry of directory.entries) {
    const { path, size } = entry
    const header = localHeader({ ...entry, offset })
    const stands = file.at(offset, header.length)
    if (entry.offset !== offset || !header.equals(stands)) return damaged(path)
    const data = file.at(offset + header.length, size)
    if (data.length !== size || crc32(data) !== entry.crc) return damaged(path)
    for (const bytes of [header, data]) whole.update(bytes)
    if (path === SUMS) list = data
    else sums.set(path, createHash('sha256').update(data).digest('hex'))
    entries.push({ path, offset, size, crc: entry.crc })
    offset += header.length + size
  }
  const end = directoryOf(entries, offset)
  if (offset + end.length !== file.size || !end.equals(file.at(offset, end.length)))
    return damaged(DIRECTORY)
  const listed = list && sumsIn(list)
  if (!listed) return damaged(SUMS)
  const stray = [...sums].find(([path, sum]) => listed.get(path) !== sum)
  if (stray) return damaged(stray[0])
  const missing = [...listed.keys()].find((path) => !sums.has(path))
  if (missing !== undefined) return damaged(missing)
  return { ok: true, files: sums.size, bytes: file.size, sha256: whole.update(end).digest('hex') }
}

/** Throws what the file system says. */
export function checkPackage(path: string): CheckedPackage {
  const handle = openSync(path, 'r')
  try {
    return check(openedAt(handle))
  } finally {
    closeSync(handle)
  }
}
