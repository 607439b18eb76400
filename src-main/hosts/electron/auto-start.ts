/**
 * Makes an installed program start with the desktop's session: a login item on Windows and macOS,
 * an autostart file on Linux.
 */
import { app } from 'electron'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { safeWrite } from '#main/adapters/safe-write.ts'
import type { Log } from '#main/core/ports.ts'
import { desktopEntry, type Launch } from './desktop-entry.ts'

/**
 * `file`: the autostart file of this user on Linux, null elsewhere. A failure goes into the log.
 */
export function applyAutoStart(
  on: boolean,
  { program, args }: Launch,
  file: string | null,
  log: Log,
): void {
  try {
    if (file === null) app.setLoginItemSettings({ openAtLogin: on, args: [...args] })
    else if (on) {
      mkdirSync(dirname(file), { recursive: true })
      safeWrite(file, desktopEntry({ program, args }))
    } else rmSync(file, { force: true })
    log.info('auto-start', { on })
  } catch (error) {
    log.error('auto-start-failed', error, { on })
  }
}
