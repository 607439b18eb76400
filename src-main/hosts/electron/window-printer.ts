/** Prints a page to PDF in a hidden window: locked, without preload, without script. */
import { readFile, writeFile } from 'node:fs/promises'
import type { Printer } from '#main/adapters/export/printer.ts'
import { notPrinted } from '#main/adapters/export/export-refusals.ts'
import { PRINT_PATH } from './app-answer.ts'
import { CONSOLE_URL } from './navigation-policy.ts'
import { makeWindow } from './window-factory.ts'
import type { Program } from './window-options.ts'

/** `programPages`: the pages that the program writes itself; the page to be printed joins them. */
export function windowPrinter(program: Program, programPages: Map<string, () => string>): Printer {
  let prints = 0
  return async (page, pdf, stopped) => {
    const path = `${PRINT_PATH}${++prints}`
    const window = makeWindow('print', { title: '' }, program)
    const end = (): void => window.destroy()
    stopped.addEventListener('abort', end, { once: true })
    try {
      const html = await readFile(page, 'utf8')
      programPages.set(path, () => html)
      await window.loadURL(`${CONSOLE_URL.slice(0, -1)}${path}`)
      await writeFile(
        pdf,
        await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
        { mode: 0o600 },
      )
      return null
    } catch (error) {
      return notPrinted(error instanceof Error ? error.message : '')
    } finally {
      stopped.removeEventListener('abort', end)
      programPages.delete(path)
      end()
    }
  }
}
