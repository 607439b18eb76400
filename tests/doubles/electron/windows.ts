/** Lists the open windows, apart from window.ts so that `app` can close them all. */
import type { BrowserWindow } from './window.ts'

export const windows: BrowserWindow[] = []

export const liveWindows = (): BrowserWindow[] => windows.filter((window) => !window.isDestroyed())

export function destroyAll(): void {
  for (const window of liveWindows()) window.destroy()
}
