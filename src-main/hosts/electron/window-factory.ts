/** Makes every window, with the locks of window-options.ts. No other file may make one. */
import { BrowserWindow } from 'electron'
import { windowOptions, type Program, type Surface, type WindowKind } from './window-options.ts'

/** Not yet shown, nothing loaded. Only the console keeps a menu. */
export function makeWindow(kind: WindowKind, surface: Surface, program: Program): BrowserWindow {
  const window = new BrowserWindow(windowOptions(kind, surface, program))
  if (kind !== 'console') window.removeMenu()
  // a page names itself, not its window
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}

// ms; a page that cannot draw is shown too, so that somebody sees it
const DRAWN_WITHIN = 5_000

/** Shows a new window once its page is drawn. */
export function showWhenDrawn(window: BrowserWindow, maximised = false): void {
  const show = (): void => {
    clearTimeout(timer)
    window.off('ready-to-show', show)
    if (window.isDestroyed() || window.isVisible()) return
    if (maximised) window.maximize()
    window.show()
  }
  const timer = setTimeout(show, DRAWN_WITHIN)
  window.once('ready-to-show', show)
  window.once('closed', () => clearTimeout(timer))
}
