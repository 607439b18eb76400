/**
 * A stand-in for the `electron` module, for the tests of the main process: the parts that the
 * program uses, in the order of life that Electron has, with real pages in a real browser. What it
 * does not have, the program does not use. `double` is the test's own handle.
 */
import { app } from './app.ts'
import { ipcMain } from './ipc.ts'
import { Menu, Tray } from './menu.ts'
import { Notification } from './notification.ts'
import { powerMonitor, powerSaveBlocker } from './power.ts'
import { printing } from './printing.ts'
import { screen } from './screen.ts'
import { partitions, session } from './session.ts'
import { beeps, dialog, nativeImage, protocol, saving, shell } from './shell.ts'
import { state } from './state.ts'
import { BrowserWindow } from './window.ts'
import { destroyAll, liveWindows, windows } from './windows.ts'

export const double = {
  state,
  beeps,
  printing,
  saving,
  /** All windows ever made, in order. */
  windows,
  liveWindows,
  /** Whether something was asked for before the program was ready. */
  early: (what: string) => state.calls.some((call) => call.what === what && !call.ready),
  calls: (what: string) => state.calls.filter((call) => call.what === what).map(({ args }) => args),
  /** Closes every window and profile. */
  async end(): Promise<void> {
    destroyAll()
    await Promise.all([...partitions.values()].map((partition) => partition.end()))
  },
}

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  Tray,
}
/** electron-store imports the whole as one. */
const electron: Readonly<Record<string, unknown>> = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  Tray,
}
export default electron
