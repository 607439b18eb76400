/**
 * Writes the lines of the technical log to disk: at most 5 files of 10 MB. A line that cannot be
 * written is lost, without an error.
 */
import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '#main/adapters/make-folder.ts'

export type LogFile = { write(line: string): void; close(): void }
export type Limits = { bytes: number; files: number }

const LIMITS: Limits = { bytes: 10 * 1024 * 1024, files: 5 }

/**
 * `file` is the newest; older ones are `<file>.1` … `<file>.4`. A file that cannot be renamed grows
 * no further.
 */
export function openLogFile(file: string, { bytes, files }: Limits = LIMITS): LogFile {
  let handle: number | null = null
  let size = 0

  function open(): number | null {
    try {
      makeFolder(dirname(file))
      const opening = openSync(file, 'a', 0o600)
      size = fstatSync(opening).size
      return opening
    } catch {
      return null
    }
  }

  function close(): void {
    if (handle === null) return
    const open = handle
    handle = null
    try {
      closeSync(open)
    } catch {
      // the disk is gone, and the handle with it
    }
  }

  function rotate(): void {
    close()
    for (let n = files - 1; n >= 1; n -= 1) {
      try {
        renameSync(n === 1 ? file : `${file}.${n - 1}`, `${file}.${n}`)
      } catch {
        // not that many yet, or another program has it open: the size below ends the writing
      }
    }
  }

  return {
    write(line) {
      const length = Buffer.byteLength(line)
      handle ??= open()
      if (handle !== null && size > 0 && size + length > bytes) {
        rotate()
        handle = open()
      }
      if (handle === null || (size > 0 && size + length > bytes)) return
      try {
        size += writeSync(handle, line)
      } catch {
        close() // full or gone: the next line opens it again
      }
    },
    close,
  }
}
