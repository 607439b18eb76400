/**
 * Keeps the newest power-cut sheets in a folder of the station, readable by its owner alone. They
 * hold names and telephones, so the oldest go.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { SheetTray } from '#main/core/ports.ts'

/** So many sheets stay; each of them replaces the one before. */
const KEPT = 6

/** `print`: prints a page without asking anybody; null where nothing can. */
export const createSheetTray = (dir: string, print: SheetTray['print'] = null): SheetTray => ({
  print,
  place(name) {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    return join(dir, name)
  },
  thin() {
    const old = readdirSync(dir).sort().reverse().slice(KEPT)
    for (const name of old) rmSync(join(dir, name), { force: true })
  },
})
