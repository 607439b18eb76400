/**
 * Keeps files that wait to be fetched in a folder of the station, readable by its owner alone,
 * until it stops. What a station that was killed left there goes at the next start.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS } from '#shared/domain/units.ts'
import type { TempFiles } from '#main/core/ports.ts'

const PREFIX = 'vigil-files-'

const remove = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // what cannot be removed keeps no station from starting
  }
}

/**
 * Removes what older programs left in the folder of the system: of another user it cannot, and one
 * of the last day may belong to a station that runs. `now`: UTC ms.
 */
function sweepSystem(now: number): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const path = join(tmpdir(), name)
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (now - changed > DAY_MS) remove(path)
  }
}

/** `dir`: this station's alone, emptied at once; without it a new folder of the system's. */
export function createTempFiles(dir?: string): TempFiles {
  let folder: string | null = null
  const make = (): string => {
    if (dir === undefined) return mkdtempSync(join(tmpdir(), PREFIX))
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    return dir
  }
  if (dir !== undefined) {
    remove(dir)
    sweepSystem(Date.now())
  }
  return {
    place: (name) => join((folder ??= make()), name),
    remove: (file) => rmSync(file, { force: true }),
    clear() {
      if (folder) remove(folder)
      folder = null
    },
  }
}
