/**
 * Makes the settings file readable at the start: a damaged file is set aside, never emptied or
 * deleted, and the last good copy takes its place.
 */
import { lstatSync, readFileSync, renameSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readSmallFile, safeWrite } from '../safe-write.ts'
import { SETTINGS_NAME, settingsShape, settingsText, SUM } from './settings-options.ts'
import type { Settings } from './settings-options.ts'

/**
 * The repair of this start. `file` is the name under which the damaged file was set aside (its own
 * name if it was missing).
 */
export type SettingsRepair = { file: string; restoredFrom: 'copy' | 'defaults' }

/** No settings file is near this size: a larger file is not read. */
const LARGEST_BYTES = 1024 * 1024

export const settingsFile = (dir: string): string => join(dir, `${SETTINGS_NAME}.json`)
export const copyFile = (dir: string): string => join(dir, `${SETTINGS_NAME}.good.json`)

/** Whether anything has that name, even a folder or a broken link. */
const present = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined

/**
 * The settings in `file`, completed by defaults; null if it is anything but a file of valid
 * settings. An object without a single setting of ours counts as damage: this program never writes
 * one. A file of a program before there were sums has none.
 */
export function readSettings(file: string): Settings | null {
  try {
    if (statSync(file).size > LARGEST_BYTES) return null
    const text = readSmallFile(file) ?? ''
    const content: unknown = JSON.parse(text)
    if (typeof content !== 'object' || content === null || Array.isArray(content)) return null
    if (!Object.keys(settingsShape.shape).some((key) => key in content)) return null
    if (SUM in content && settingsText(content) !== text.trimEnd()) return null
    return settingsShape.safeParse(content).data ?? null
  } catch {
    return null
  }
}

/**
 * Run before the file is opened. `now` is for the name of a file that is set aside. Null: the file
 * is good, or this is the first start.
 */
export function repairSettings(dir: string, now: Date): SettingsRepair | null {
  const file = settingsFile(dir)
  const copy = copyFile(dir)
  if (readSettings(file)) return null
  const missing = !present(file)
  if (missing && !present(copy)) return null
  const name = missing ? basename(file) : setAside(dir, file, now)
  if (readSettings(copy)) {
    safeWrite(file, readFileSync(copy, 'utf8'))
    return { file: name, restoredFrom: 'copy' }
  }
  if (present(copy)) setAside(dir, copy, now)
  return { file: name, restoredFrom: 'defaults' }
}

/**
 * Saves the present file as the last good copy, if it validates. Throws the error of the file
 * system.
 */
export function saveGoodCopy(dir: string): void {
  const file = settingsFile(dir)
  if (readSettings(file)) safeWrite(copyFile(dir), readFileSync(file, 'utf8'))
}

/** Whether the file tells by itself that it is what was written. */
export const hasSum = (file: string): boolean => (readSmallFile(file) ?? '').includes(`"${SUM}": "`)

function setAside(dir: string, file: string, now: Date): string {
  const stem = basename(file, '.json')
  const time = now.toISOString().replace(/[-:]/g, '')
  let name = `${stem}.bad-${time}.json`
  for (let n = 2; present(join(dir, name)); n += 1) name = `${stem}.bad-${time}-${n}.json`
  renameSync(file, join(dir, name))
  return name
}
