/**
 * Opens the settings under Electron on `electron-store`, with the same file, options and repair as
 * under plain Node.
 */
import { ipcMain } from 'electron'
import Store from 'electron-store'
import { mkdirSync } from 'node:fs'
import { openStoredSettings } from '#main/adapters/settings/stored-settings.ts'
import {
  SETTINGS_NAME,
  sharedOptions,
  type Settings,
} from '#main/adapters/settings/settings-options.ts'

/** `version` is the program's. `repaired`: the damage of the file at this start, or null. */
export function openSettings(dir: string, version: string): ReturnType<typeof openStoredSettings> {
  mkdirSync(dir, { recursive: true })
  const settings = openStoredSettings(
    dir,
    () => new Store<Settings>({ ...sharedOptions(version), cwd: dir, name: SETTINGS_NAME }),
  )
  // the store's own channel for pages, which ours do not use
  ipcMain.removeAllListeners('electron-store-get-data')
  return settings
}
