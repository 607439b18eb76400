/**
 * The station's technical log on disk, at most 5 files of 2 MB. It never throws: what cannot be
 * written is lost, and the station goes on.
 */
import { appendFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../../src-main/adapters/make-folder.ts'

/**
 * @typedef {{ write(line: string): void, note(level: 'info' | 'error', event: string, more:
 *   object): void }} LogFile
 */

const LIMITS = { bytes: 2 * 1024 * 1024, files: 5 }

/** Where the log of a data folder lies. @param {string} data */
export const logOf = (data) => join(data, 'logs', 'station.log')

/** @param {string} file */
const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/**
 * `file` is the newest; older ones are `file.1` … `file.4`. One that cannot be set aside grows no
 * further.
 * @param {string} file
 * @returns {LogFile}
 */
export function logFile(file, { bytes, files } = LIMITS) {
  let size = -1 // not looked at yet

  function turnOver() {
    for (let n = files - 1; n >= 1; n--) {
      try {
        renameSync(n === 1 ? file : `${file}.${n - 1}`, `${file}.${n}`)
      } catch {
        // not that many yet, or somebody holds it open
      }
    }
    size = sizeOf(file)
  }

  /** @param {string} line */
  function write(line) {
    const length = Buffer.byteLength(line) + 1
    try {
      if (size < 0) {
        makeFolder(dirname(file))
        size = sizeOf(file)
      }
      if (size > 0 && size + length > bytes) turnOver()
      if (size > 0 && size + length > bytes) return
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
      size += length
    } catch {
      size = -1 // full or gone: tried again with the next line
    }
  }

  return {
    write,
    note: (level, event, more) =>
      write(JSON.stringify({ at: new Date().toISOString(), level, event, ...more })),
  }
}

/**
 * What a person can read of the error that a line of the log tells of, or null if it tells of none.
 * Three kinds of line come from the station: JSON, a refusal to start (`code: 中文 / English`), and
 * whatever Node itself says when it ends.
 * @param {string} line
 */
export function errorIn(line) {
  if (line.startsWith('{')) {
    try {
      const { level, event, error } = JSON.parse(line)
      return level === 'error' ? `${event}: ${error?.message ?? ''}` : null
    } catch {
      return null // half a line of a process that was killed
    }
  }
  return /^[a-z][a-z-]*: .+ \/ .+|^(\S.*)?Error\b.*:|^FATAL ERROR/.test(line) ? line : null
}
