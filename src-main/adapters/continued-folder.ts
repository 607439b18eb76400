/**
 * Says in a data folder which folder its record goes on in, once somebody has switched to a
 * restored one: whoever starts on the old folder is led to the new one.
 */
import { statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { readSmallFile, safeWrite } from './safe-write.ts'

const MOST_STEPS = 20
const pointerIn = (dir: string): string => join(dir, 'continued-in.json')

/** `at`: UTC ms. Throws what the file system says; then nothing was changed. */
export function continueIn(dir: string, folder: string, at: number): void {
  safeWrite(pointerIn(dir), JSON.stringify({ folder, at }))
}

function namedIn(dir: string): string | null {
  try {
    const { folder } = JSON.parse(readSmallFile(pointerIn(dir)) ?? '') as { folder?: unknown }
    return typeof folder === 'string' && isAbsolute(folder) ? folder : null
  } catch {
    return null
  }
}

const hasRecord = (dir: string): boolean =>
  (statSync(join(dir, 'journal.db'), { throwIfNoEntry: false })?.size ?? 0) > 0

/**
 * The folder to run on. `missing`: the one that it was switched to, where no record is there now (a
 * disk that is not connected); then it is the last one that has its record.
 */
export function followFolder(start: string): { dir: string; missing: string | null } {
  let dir = start
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = namedIn(dir)
    if (next === null || next === dir) break
    if (!hasRecord(next)) return { dir, missing: next }
    dir = next
  }
  return { dir, missing: null }
}
