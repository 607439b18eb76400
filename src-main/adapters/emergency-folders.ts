/**
 * The folders of emergency records: their names, and what a new folder of this machine takes over
 * as files.
 */
import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { stampOf } from './backup/manifest.ts'
import { copyFile, settingsFile } from './settings/settings-repair.ts'

const PREFIX = 'emergency-'
const NAME = /^emergency-\d{8}T\d{6}Z(-\d+)?$/

/** Below a folder, the newest first; none where it cannot be read. */
export function emergencyFoldersIn(parent: string): readonly string[] {
  try {
    return readdirSync(parent)
      .filter((name) => NAME.test(name) && lstatSync(join(parent, name)).isDirectory())
      .sort()
      .reverse()
      .map((name) => join(parent, name))
  } catch {
    return []
  }
}

/** Makes one below `parent`, named by `at` (UTC ms). Throws what the file system says. */
export function makeEmergencyFolder(parent: string, at: number): string {
  const name = `${PREFIX}${stampOf(at)}`
  for (let count = 1; ; count++) {
    const folder = join(parent, count === 1 ? name : `${name}-${count}`)
    if (existsSync(folder)) continue
    mkdirSync(folder, { mode: 0o700 })
    return folder
  }
}

/** Copies settings and the named files where they can be read; the others are made again. */
export function takeFilesAlong(from: string, to: string, names: readonly string[]): void {
  const pairs = [
    [settingsFile(from), settingsFile(to)],
    [copyFile(from), copyFile(to)],
    ...names.map((name) => [join(from, name), join(to, name)]),
  ] as const
  for (const [source, target] of pairs) {
    try {
      if (source && target && lstatSync(source).isFile() && !existsSync(target))
        copyFileSync(source, target)
    } catch {
      // it is read-only help: the station runs without
    }
  }
}
