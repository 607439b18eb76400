/**
 * What every window needs before it is made: guards on both profiles, and the `app:` scheme with
 * the built pages. It opens no window.
 */
import { app } from 'electron'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readPages, type Pages } from '#main/adapters/http/built-pages.ts'
import type { Log } from '#main/core/ports.ts'
import type { Installation } from '../node/install-paths.ts'
import { serveApp } from './app-protocol.ts'
import { installGuards } from './guards.ts'
import { withPlainStyle } from './plain-style.ts'
import type { Program } from './window-options.ts'

export type WindowSetup = {
  program: Program
  pages: Pages
  icons: string
  /** Pages that the program writes itself: address → its HTML now. */
  written: Map<string, () => string>
  /** Set once the station is served: the wall may go there. */
  station: { origin: string | null }
}

/** Call once the program is ready. */
export function setUpWindows(place: Installation, log: Log): WindowSetup {
  const station = { origin: null }
  const written = new Map<string, () => string>()
  const built = existsSync(place.pages)
  if (!built) log.error('pages-missing', new Error(place.pages))
  const pages: Pages = built ? readPages(place.pages) : new Map()
  installGuards({ station: () => station.origin, packaged: app.isPackaged, log })
  serveApp(withPlainStyle(pages), written)
  return {
    program: {
      packaged: app.isPackaged,
      preload: join(dirname(place.pages), 'preload', 'index.cjs'),
    },
    pages,
    icons: join(place.resources, 'icons'),
    written,
    station,
  }
}
