/**
 * Prepares what every window needs before it is opened: guards on both profiles, and the `app:`
 * scheme with the built pages.
 */
import { app } from 'electron'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readPages, type Pages } from '#main/adapters/http/built-pages.ts'
import type { Files } from '#main/adapters/http/file-routes.ts'
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
  /** Pages that the program writes itself: address → the HTML as of now. */
  programPages: Map<string, () => string>
  /** `origin` is set once the station is served: the wall may go there. `files`: once it runs. */
  station: { origin: string | null; files: Files | null }
}

/** Call once the program is ready. */
export function setUpWindows(installation: Installation, log: Log): WindowSetup {
  const station: WindowSetup['station'] = { origin: null, files: null }
  const programPages = new Map<string, () => string>()
  const hasPages = existsSync(installation.pages)
  if (!hasPages) log.error('pages-missing', new Error(installation.pages))
  const pages: Pages = hasPages ? readPages(installation.pages) : new Map()
  installGuards({ station: () => station.origin, packaged: app.isPackaged, log })
  serveApp(withPlainStyle(pages), programPages, () => station.files)
  return {
    program: {
      packaged: app.isPackaged,
      preload: join(dirname(installation.pages), 'preload', 'index.cjs'),
    },
    pages,
    icons: join(installation.resources, 'icons'),
    programPages,
    station,
  }
}
