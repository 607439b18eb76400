/**
 * The settings under Electron, on `electron-store`: the same file, the same options and the same
 * repair as under plain Node.
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

/**
 * `version` is the program's. `repaired` says what was wrong with the file at this start; null if
 * nothing was.
 */
export function openSettings(dir: string, version: string): ReturnType<typeof openStoredSettings> {
  mkdirSync(dir, { recursive: true })
  const opened = openStoredSettings(
    dir,
    () => new Store<Settings>({ ...sharedOptions(version), cwd: dir, name: SETTINGS_NAME }),
  )
  // the store's own channel for pages: ours have no use for it
  ipcMain.removeAllListeners('electron-store-get-data')
  return opened
}
