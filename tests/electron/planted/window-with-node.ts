/**
 * PLANTED FAULT: the factory of windows, with one lock open. Never used by anything but the spec
 * that must catch it.
 */
import { BrowserWindow } from 'electron'
import { windowOptions, type WindowKind } from '#main/hosts/electron/window-options.ts'

export function openWithNode(kind: WindowKind): void {
  const options = windowOptions(
    kind,
    { title: '' },
    { packaged: true, preload: '/out/preload/index.cjs' },
  )
  new BrowserWindow({
    ...options,
    webPreferences: { ...options.webPreferences, nodeIntegration: true },
  })
}
