/** Prints a page, to PDF or on paper, in a hidden window: locked, without preload or script. */
import type { BrowserWindow } from 'electron'
import { readFile, writeFile } from 'node:fs/promises'
import type { Printer } from '#main/adapters/export/printer.ts'
import { notPrinted } from '#main/adapters/export/export-refusals.ts'
import { PRINT_PATH } from './app-answer.ts'
import { CONSOLE_URL } from './navigation-policy.ts'
import { makeWindow } from './window-factory.ts'
import type { Program } from './window-options.ts'

type Pages = Map<string, () => string>

let prints = 0

/**
 * Shows a page to `act` in a window that nobody sees. `programPages`: the pages that the program
 * writes itself; the page to be printed joins them.
 */
async function withPage<T>(
  page: string,
  program: Program,
  programPages: Pages,
  act: (window: BrowserWindow) => Promise<T>,
  stopped?: AbortSignal,
): Promise<T> {
  const path = `${PRINT_PATH}${++prints}`
  const window = makeWindow('print', { title: '' }, program)
  const end = (): void => window.destroy()
  stopped?.addEventListener('abort', end, { once: true })
  try {
    const html = await readFile(page, 'utf8')
    programPages.set(path, () => html)
    await window.loadURL(`${CONSOLE_URL.slice(0, -1)}${path}`)
    return await act(window)
  } finally {
    stopped?.removeEventListener('abort', end)
    programPages.delete(path)
    end()
  }
}

export function windowPrinter(program: Program, programPages: Pages): Printer {
  return async (page, pdf, stopped) => {
    try {
      await withPage(
        page,
        program,
        programPages,
        async ({ webContents }) => {
          const print = { preferCSSPageSize: true, printBackground: true }
          await writeFile(pdf, await webContents.printToPDF(print), { mode: 0o600 })
        },
        stopped,
      )
      return null
    } catch (error) {
      return notPrinted(error instanceof Error ? error.message : '')
    }
  }
}

/** Prints a page on the machine's own printer without asking; false where none takes it. */
export const windowSheetPrinter =
  (program: Program, programPages: Pages) =>
  (page: string): Promise<boolean> =>
    withPage(
      page,
      program,
      programPages,
      ({ webContents }) =>
        new Promise<boolean>((resolve) => {
          const print = { silent: true, printBackground: true, pageSize: 'A4' as const }
          webContents.print(print, (success) => resolve(success))
        }),
    ).catch(() => false)
