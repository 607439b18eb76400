/**
 * Keeps files that wait to be fetched in a folder of this process, readable by its owner alone,
 * until the station stops.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TempFiles } from '#main/core/ports.ts'

export function createTempFiles(): TempFiles {
  let dir: string | null = null
  return {
    place: (name) => join((dir ??= mkdtempSync(join(tmpdir(), 'vigil-files-'))), name),
    remove: (file) => rmSync(file, { force: true }),
    clear() {
      if (dir) rmSync(dir, { recursive: true, force: true })
      dir = null
    },
  }
}
