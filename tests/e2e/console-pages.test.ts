/**
 * Every page of the console in both languages and themes: it is no wider than the screen, shows no
 * error, and is drawn: `npm run pictures`. What axe says of it stands in accessibility.test.ts.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { fillPages, NOW, PAGES, settled, type PageName } from './console-scenes.ts'
import { pictureNamed, serveSample } from './demo.ts'
import { overflowOf } from './desk-view.ts'

/** Parts of the settings that lie below the first screen. */
const PARTS = [
  ...['people', 'posts', 'duty', 'contacts', 'places', 'attention', 'archive', 'calendar'],
  ...['walls', 'wall', 'backup'],
]

let served: Served
let browser: Browser
let desk: WatchedPage
let hashes: Readonly<Record<PageName, string>>

beforeAll(async () => {
  served = await serveSample(NOW)
  hashes = await fillPages(served)
  browser = await launchBrowser()
  desk = await newPage(browser)
  await desk.page.goto(served.http.consoleUrl)
  await desk.page.locator('main').first().waitFor() // signed in
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

describe.each([
  ['zh', 'dark'],
  ['zh', 'light'],
  ['en', 'dark'],
  ['en', 'light'],
] as const)('in %s, %s', (lang, theme) => {
  const looksAt = async (name: string, hash: string): Promise<void> => {
    const { page } = desk
    await page.goto(`${served.http.url}/?lang=${lang}&theme=${theme}${hash}`)
    await page.reload() // only what comes after # may have changed
    await settled(page)
    const path = pictureNamed(`console-${name}-${lang}-${theme}.png`)
    await page.screenshot({ path, animations: 'disabled' })
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    desk.expectQuiet()
  }
  it.each(PAGES)('%s', (name) => looksAt(name, hashes[name]))
  it.each(PARTS)('settings: %s', (part) => looksAt(`site-${part}`, `#/site?at=${part}`))
})
