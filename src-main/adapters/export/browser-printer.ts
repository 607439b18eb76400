/** Prints a page to PDF with a browser that is installed on this machine, without a window. */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, statSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { openBrowserPipe, type BrowserPipe } from './browser-pipe.ts'
import { noBrowser, notPrinted } from './export-refusals.ts'
import type { Printer } from './printer.ts'

const LONGEST_MS = 120_000 // a register of thousands of lines has hundreds of pages
const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const ON_MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)
const ON_WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

function usualPlaces(env: NodeJS.ProcessEnv, platform: string): string[] {
  if (platform === 'darwin') return ON_MAC
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    )
    return roots.flatMap((root) => ON_WINDOWS.map((path) => join(root, ...path)))
  }
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
}

/**
 * The browser that VIGIL_BROWSER or CHROME_BIN names, else the first at a usual place; null if
 * there is none. A named browser that is missing is none.
 */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string | null {
  const namedBrowser = env['VIGIL_BROWSER'] ?? env['CHROME_BIN']
  return (
    (namedBrowser === undefined ? usualPlaces(env, platform) : [namedBrowser]).find(isProgram) ??
    null
  )
}

type Reply = { targetId: string } & { sessionId: string } & { stream: string } & {
  data: string
  base64Encoded: boolean
  eof: boolean
}

/** Opens the page, waits until it is laid out, and writes its print. */
async function print({ call, event }: BrowserPipe, page: string, pdf: string): Promise<void> {
  const { targetId } = await call<Reply>('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await call<Reply>('Target.attachToTarget', { targetId, flatten: true })
  await call('Page.enable', {}, sessionId)
  const loaded = event('Page.loadEventFired')
  loaded.catch(() => undefined) // the browser may end before this is awaited
  await call('Page.navigate', { url: pathToFileURL(page).href }, sessionId)
  await loaded
  const { stream } = await call<Reply>(
    'Page.printToPDF',
    { preferCSSPageSize: true, printBackground: true, transferMode: 'ReturnAsStream' },
    sessionId,
  )
  const file = await open(pdf, 'w', 0o600)
  try {
    for (let eof = false; !eof;) {
      const piece = await call<Reply>('IO.read', { handle: stream }, sessionId)
      await file.write(Buffer.from(piece.data, piece.base64Encoded ? 'base64' : 'utf8'))
      eof = piece.eof
    }
  } finally {
    await file.close()
  }
}

/**
 * Prints in a profile of its own, which is deleted afterwards: the person's browser may be open.
 */
async function printInProfile(
  browser: string,
  page: string,
  pdf: string,
  profile: string,
  stopped: AbortSignal,
): Promise<void> {
  const child = spawn(
    browser,
    [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-extensions',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      signal: stopped,
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    },
  )
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve())
    child.on('exit', () => resolve())
  })
  try {
    await print(openBrowserPipe(child.stdio[3] as Writable, child.stdio[4] as Readable), page, pdf)
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

export const browserPrinter: Printer = async (page, pdf, stopped) => {
  const browser = findBrowser()
  if (!browser) return noBrowser()
  try {
    const profile = mkdtempSync(join(tmpdir(), 'vigil-print-'))
    try {
      await printInProfile(browser, page, pdf, profile, stopped)
    } finally {
      // a helper of the browser may still write there
      await rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
    }
    return null
  } catch {
    return notPrinted()
  }
}
