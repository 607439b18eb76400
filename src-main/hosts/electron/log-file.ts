/**
 * The lines of the technical log on disk: at most 5 files of 10 MB. It never throws and never holds
 * the program up; a line it cannot write is lost.
 */
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export type LogFile = { write(line: string): void; close(): void }
export type Limits = { bytes: number; files: number }

const LIMITS: Limits = { bytes: 10 * 1024 * 1024, files: 5 }

/**
 * `file` is the newest; older ones are `<file>.1` … `<file>.4`. If it cannot be turned over, it
 * grows no further.
 */
export function openLogFile(file: string, { bytes, files }: Limits = LIMITS): LogFile {
  let handle: number | null = null
  let size = 0

  function open(): number | null {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      const opened = openSync(file, 'a', 0o600)
      size = fstatSync(opened).size
      return opened
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

  function turnOver(): void {
    close()
    for (let n = files - 1; n >= 1; n -= 1) {
      try {
        renameSync(n === 1 ? file : `${file}.${n - 1}`, `${file}.${n}`)
      } catch {
        // not that many yet, or somebody holds it open: the size below decides whether writing goes
        // on
      }
    }
  }

  return {
    write(line) {
      const length = Buffer.byteLength(line)
      handle ??= open()
      if (handle !== null && size > 0 && size + length > bytes) {
        turnOver()
        handle = open()
      }
      if (handle === null || (size > 0 && size + length > bytes)) return
      try {
        size += writeSync(handle, line)
      } catch {
        close() // full or gone: tried anew with the next line
      }
    },
    close,
  }
}
