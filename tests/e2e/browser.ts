/** A real Chromium for the specs of the faces, and pages that remember every error they show. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium as driver, type Browser, type Page } from 'playwright-core'
import { expect } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/**
 * Path of the Chromium that CHROME_BIN names, else of the one in the package @sparticuz/chromium
 * (Linux x64 only). The package unpacks to os.tmpdir()/chromium and takes whatever lies there, of
 * another version or half written by another process; so it unpacks into a folder of our own that
 * is named by version and put in place by a rename.
 */
export async function chromePath(): Promise<string> {
  if (process.env.CHROME_BIN) return process.env.CHROME_BIN
  const manifest = join(root, 'node_modules/@sparticuz/chromium/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const cache = join(root, 'node_modules/.cache')
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(join(folder, 'chromium'))) {
    mkdirSync(cache, { recursive: true })
    const unpacked = mkdtempSync(join(cache, 'chromium-new-'))
    const before = process.env.TMPDIR
    process.env.TMPDIR = unpacked
    try {
      const { default: chromium } = await import('@sparticuz/chromium')
      await chromium.executablePath()
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    }
    try {
      renameSync(unpacked, folder)
    } catch (error) {
      rmSync(unpacked, { recursive: true, force: true })
      if (!existsSync(join(folder, 'chromium'))) throw error // else another process was first
    }
  }
  return join(folder, 'chromium')
}

/**
 * Not the package's own arguments: its --single-process dies with the first closed context, and it
 * switches web security off.
 */
const options = async (isSoundAllowed = true) => ({
  executablePath: await chromePath(),
  headless: true,
  // without a locale it names every file with a Chinese name `download`
  env: { ...process.env, LANG: process.env.LC_ALL ?? process.env.LANG ?? 'C.UTF-8' },
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--font-render-hinting=none',
    // an alarm must sound on a screen that nobody has touched
    `--autoplay-policy=${isSoundAllowed ? 'no-user-gesture-required' : 'document-user-activation-required'}`,
  ],
})

/** @param isSoundAllowed whether pages may sound that nobody has touched, as in a desktop window */
export const launchBrowser = async (isSoundAllowed = true): Promise<Browser> =>
  driver.launch(await options(isSoundAllowed))

/** One that can be ended as roughly as a cut cable ends it: no page hears of it. */
export async function launchToKill(): Promise<{ browser: Browser; kill(): Promise<void> }> {
  const server = await driver.launchServer(await options())
  return { browser: await driver.connect(server.wsEndpoint()), kill: () => server.kill() }
}

export type View = {
  width?: number
  height?: number
  locale?: 'zh-CN' | 'en-US'
  colorScheme?: 'dark' | 'light'
  motion?: boolean // what moves by itself does
}
export type WatchedPage = {
  page: Page
  /** Every uncaught error and console error of the page so far, in order. */
  problems: readonly string[]
  /**
   * Fails, naming them, if the page has shown an error, other than those that match `except` (a
   * test that cuts the line expects some).
   */
  expectQuiet(except?: RegExp): void
  close(): Promise<void>
}

/**
 * A page in a profile of its own, in the site's usual zone, without animations unless asked for.
 * Default: the console's 1440 × 900 in Chinese.
 */
export async function newPage(browser: Browser, view: View = {}): Promise<WatchedPage> {
  const { width = 1440, height = 900, locale = 'zh-CN', colorScheme = 'dark', motion } = view
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: motion ? 'no-preference' : 'reduce',
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error')
      problems.push(`console: ${message.text()} (${message.location().url})`)
  })
  return {
    page,
    problems,
    expectQuiet: (except) =>
      expect(
        problems.filter((problem) => !except?.test(problem)),
        'errors shown by the page',
      ).toEqual([]),
    close: () => context.close(),
  }
}
