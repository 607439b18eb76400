/**
 * Writes a file that gets its name only when it is whole: under another name in the same folder,
 * synced, renamed, folder synced. It blocks its thread, so it belongs into a worker or a program of
 * a single task.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { syncFolder } from '../safe-write.ts'

export type Target = { write(piece: string | Uint8Array): void }
export type FileDigest = { bytes: number; sha256: string }
/** The system's call that writes bytes; tests pass their own for a disk that takes none. */
export type WriteCall = (handle: number, bytes: Uint8Array) => number

const ENDING = /^\.(\d+)-{1,2}\d+\.part(\.html)?$/

/**
 * The `n`-th name beside `file` for a part: with the number of this process, so that a part of a
 * killed process is recognised.
 */
export const partFile = (file: string, n: number): string => `${file}.${process.pid}-${n}.part`

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // it runs for another user
  }
}

/** Removes the parts beside this file that programs of the past left. */
export function removeStaleParts(file: string): void {
  const [folder, name] = [dirname(file), basename(file)]
  for (const entry of readdirSync(folder)) {
    const pid = entry.startsWith(name) ? ENDING.exec(entry.slice(name.length))?.[1] : undefined
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, entry), { force: true })
  }
}

function countingTarget(handle: number, take: WriteCall): Target & { whole(): FileDigest } {
  const digest = createHash('sha256')
  let bytes = 0
  return {
    write(piece) {
      let rest = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
      digest.update(rest)
      bytes += rest.length
      // a single call may take fewer bytes without an error
      while (rest.length > 0) rest = rest.subarray(take(handle, rest))
    },
    whole: () => ({ bytes, sha256: digest.digest('hex') }),
  }
}

/** Gives a whole file its name. */
export function publishFile(temporary: string, file: string): void {
  renameSync(temporary, file)
  syncFolder(dirname(file))
}

/**
 * Runs `fill` over a new file at `temporary` (mode 0600) and syncs it. Rejects with the error of
 * `fill` or the file system, and removes the file.
 */
export async function fillFile(
  temporary: string,
  fill: (target: Target) => Promise<void>,
  take: WriteCall = writeSync,
): Promise<FileDigest> {
  const handle = openSync(temporary, 'w', 0o600)
  try {
    const target = countingTarget(handle, take)
    await fill(target)
    const whole = target.whole()
    if (fstatSync(handle).size !== whole.bytes)
      throw Object.assign(new Error(`short write: ${temporary}`), { code: 'ESHORT' })
    fsyncSync(handle)
    closeSync(handle)
    return whole
  } catch (error) {
    closeSync(handle)
    rmSync(temporary, { force: true })
    throw error
  }
}
