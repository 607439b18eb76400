/** Prints a page to PDF with a browser that is installed on this machine, without a window. */
import { spawn } from 'node:child_process'
import { accessSync, closeSync, constants, mkdtempSync, openSync, statSync } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { openBrowserPipe, type BrowserPipe } from './browser-pipe.ts'
import { noBrowser, notPrinted } from './export-refusals.ts'
import type { Printer } from './printer.ts'

const SAYS = 'says.txt'
const LONGEST_WORDS = 4_000 // characters
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

/** Opens the page, waits until it is laid out in its own font, and writes its print. */
async function print({ call, event }: BrowserPipe, page: string, pdf: string): Promise<void> {
  const { targetId } = await call<Reply>('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await call<Reply>('Target.attachToTarget', { targetId, flatten: true })
  await call('Page.enable', {}, sessionId)
  const loaded = event('Page.loadEventFired')
  loaded.catch(() => undefined) // the browser may end before this is awaited
  await call('Page.navigate', { url: pathToFileURL(page).href }, sessionId)
  await loaded
  const fonts = { expression: 'document.fonts.ready.then(() => true)', awaitPromise: true }
  await call('Runtime.evaluate', fonts, sessionId)
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
 * What the browser says of itself goes into a file there.
 */
async function printInProfile(
  browser: string,
  page: string,
  pdf: string,
  profile: string,
  stopped: AbortSignal,
): Promise<void> {
  const says = openSync(join(profile, SAYS), 'w', 0o600)
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
      stdio: ['ignore', 'ignore', says, 'pipe', 'pipe'],
      signal: stopped,
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    },
  )
  closeSync(says) // the browser has its own
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

/** Reads what a browser that printed nothing has said; the last words are the nearest. */
async function lastWords(profile: string): Promise<string> {
  const says = await readFile(join(profile, SAYS), 'utf8').catch(() => '')
  return says.slice(-LONGEST_WORDS)
}

export const browserPrinter: Printer = async (page, pdf, stopped) => {
  const browser = findBrowser()
  if (!browser) return noBrowser()
  let profile: string
  try {
    profile = mkdtempSync(join(tmpdir(), 'vigil-print-'))
  } catch (error) {
    return notPrinted(error instanceof Error ? error.message : '')
  }
  try {
    await printInProfile(browser, page, pdf, profile, stopped)
    return null
  } catch (error) {
    const words = await lastWords(profile)
    return notPrinted(words.trim() || (error instanceof Error ? error.message : ''))
  } finally {
    // a helper of the browser may still write there
    await rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}
