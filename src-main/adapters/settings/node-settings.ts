/**
 * Opens the settings under plain Node on `conf`. Under Electron, `electron-store` writes the same
 * file over the same parts.
 */
import Conf from 'conf'
import { mkdirSync } from 'node:fs'
import { SETTINGS_NAME, sharedOptions } from './settings-options.ts'
import type { Settings } from './settings-options.ts'
import { openStoredSettings } from './stored-settings.ts'

/** `version` is the program's. `repaired`: the damage of the file at this start, or null. */
export function openSettings(dir: string, version: string): ReturnType<typeof openStoredSettings> {
  mkdirSync(dir, { recursive: true })
  return openStoredSettings(
    dir,
    () => new Conf<Settings>({ ...sharedOptions(version), cwd: dir, configName: SETTINGS_NAME }),
  )
}
