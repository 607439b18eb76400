/**
 * The wall in every form that it has: calm and with one to fifty incidents, on five panels, in both
 * languages and themes, and for far readers. Every text of each is read against floor, contrast,
 * edge and overlap, and every one is drawn: `npm run pictures`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import { openPixels, type Pixels } from './pixels.ts'
import { cutInk } from './wall-ink.ts'
import {
  addressOf,
  fillTo,
  LANGUAGES,
  leave,
  lookAt,
  openOn,
  openWalls,
  PANELS,
  textOf,
  THEMES,
  type Size,
  type Walls,
} from './wall-scenes.ts'
import { drawSheet, SHEET_PANELS } from './wall-sheets.ts'
import { faultsOf, linesOn } from './wall-text.ts'

let walls: Walls
let pixels: Pixels

beforeAll(async () => {
  walls = await openWalls()
  pixels = await openPixels(walls.browser)
})
afterAll(() => walls?.close())

type Face = [panel: string, lang: (typeof LANGUAGES)[number], theme: (typeof THEMES)[number]]
const sizes: Readonly<Record<string, Size>> = PANELS
const FACES: Face[] = Object.keys(PANELS).flatMap((panel) =>
  LANGUAGES.flatMap((lang) => THEMES.map((theme): Face => [panel, lang, theme])),
)
/** Millimetres of width, and metres to a reader who needs larger letters on that panel. */
const FAR = [
  ['lying', 1210, 6],
  ['lying', 1210, 8],
  ['upright', 680, 5],
  ['upright', 934, 8],
  ['4k', 1900, 10],
  ['4k', 1900, 12],
  ['wide', 2420, 6],
  ['wide', 2420, 10],
  ['small', 531, 3],
] as const

const COUNTS = [0, 1, 3, 5, 8, 20, 50] as const

describe.each(COUNTS)('a wall of %i', (count) => {
  beforeAll(async () => {
    await fillTo(walls.served, count)
    // what nobody has taken is late by then, and what was new has been seen
    if (count > 0) await walls.served.pass('90 s')
  }, 240_000)
  const waits = count === 0 ? '.calm-page' : '[data-incident]'

  it.each(FACES)('%s, %s, %s', async (panel, lang, theme) => {
    const look = { size: sizes[panel]!, lang, theme, waits }
    const { lines, faults } = await lookAt(walls, `${count}-${panel}`, look)
    expect(faults).toEqual([])
    expect(textOf(lines)).toMatch(lang === 'en' ? /Notice/ : /公告/)
  })

  it.each(LANGUAGES.flatMap((lang) => FAR.map((far) => [...far, lang] as const)))(
    '%s, %i mm wide, for a reader at %i m, %s',
    async (panel, w, d, lang) => {
      const more = { d: String(d), w: String(w) }
      const look = { size: sizes[panel]!, lang, more, waits }
      const { faults } = await lookAt(walls, `${count}-${panel}-${d}m`, look)
      expect(faults).toEqual([])
    },
  )

  it.each([
    ['lying', 'zh-CN'],
    ['lying', 'en'],
    ['upright', 'zh-CN'],
    ['upright', 'en'],
  ] as const)(
    '%s in %s: no page cuts a letter, nor hides an incident',
    async (panel, lang) => {
      const [width, height] = sizes[panel]!
      const watched = await newPage(walls.browser, { width, height })
      const { page, expectQuiet } = watched
      await page.goto(addressOf(walls, lang))
      await page.locator(waits).first().waitFor()
      await page.evaluate(() => document.fonts.ready)
      const open = (await openOn(walls.served)).map(({ id }) => id)
      await collectRows(page)
      let seen: readonly string[] = []
      const faults: string[] = []
      const pages = Number(/\d+(?=页|$)/.exec(await pageText(page))?.[0] ?? 1)
      // the month has its turn
      for (let turn = 0; turn < pages || (seen.length < open.length && turn < 3 * pages); turn++) {
        faults.push(...faultsOf(await linesOn(page), width, height))
        const picture = pictureNamed(`wall-${count}-${panel}-${lang}-page-${turn + 1}.png`)
        await page.screenshot({ path: picture, animations: 'disabled' })
        seen = await collectedRows(page)
        if (pages === 1) break
        const before = await pageText(page)
        await walls.served.pass('8 s')
        await expect.poll(() => pageText(page)).not.toBe(before)
      }
      expect([...new Set(faults)]).toEqual([])
      expect([...seen].sort()).toEqual(open.sort())
      expect(await pixels.coloursAtEdges(await page.screenshot())).toBeLessThan(4)
      expect(await cutInk(page, pixels, 1)).toEqual([])
      expectQuiet()
      await leave(walls, watched)
    },
    240_000,
  ) // fifty stand on thirty pages, and what is new is held until it was really shown
})

it.each(SHEET_PANELS)('the sheet of docs/walls.md: %s', async (panel) => {
  expect(await drawSheet(walls.browser, panel, sizes[panel]!, COUNTS)).toEqual([])
})

type Page = Parameters<typeof linesOn>[0]
declare global {
  interface Window {
    stood?: Set<string>
  }
}
/** From now on every row that stands there is noted, since a page turns while it is looked at. */
const collectRows = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const stood = (window.stood = new Set<string>())
    const collect = (): void =>
      document
        .querySelectorAll('[data-incident]')
        .forEach((row) => stood.add(row.getAttribute('data-incident') ?? ''))
    collect()
    new MutationObserver(collect).observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['data-incident'],
    })
  })
const collectedRows = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(window.stood ?? [])])

const pageText = async (page: Page): Promise<string> =>
  (await page.locator('.head .page').allTextContents()).join()

it('ink that is cut off is seen, and so is what stands over the edge of the panel', async () => {
  await fillTo(walls.served, 3) // also where it runs alone
  const { page, close } = await newPage(walls.browser, { width: 1920, height: 1080 })
  await page.goto(addressOf(walls, 'en'))
  await page.locator('[data-incident]').first().waitFor()
  await page.$$eval('.what', (heads) => {
    for (const head of heads)
      if (head instanceof HTMLElement)
        Object.assign(head.style, { maxHeight: '0.86em', padding: '0', margin: '0' })
  })
  expect((await cutInk(page, pixels, 1)).join()).toMatch(/\((whole|what|kind)\)/)
  await page.reload()
  await page.locator('[data-incident]').first().waitFor()
  await page.$eval('.foot', (foot) => {
    if (foot instanceof HTMLElement) foot.style.translate = '0 40px'
  })
  expect(await pixels.coloursAtEdges(await page.screenshot())).toBeGreaterThan(4)
  await close()
})

it('the numeral of a drill is seen in its inverse cell, too', async () => {
  // a station of its own: among fifty, the strip counts what stands last, and drills do
  const eight = await openWalls()
  await fillTo(eight.served, 8)
  await eight.served.pass('90 s')
  const { page } = await newPage(eight.browser, { width: 1920, height: 1080 })
  await page.goto(addressOf(eight, 'zh-CN'))
  await page.locator('.strip .late .badge[data-drill]').first().waitFor()
  const pairs = await page.$$eval('.strip .late .badge[data-drill] .numeral', (numerals) =>
    numerals.map((numeral) => [
      getComputedStyle(numeral).fill,
      getComputedStyle(numeral.closest('.body')!).backgroundColor,
    ]),
  )
  expect(pairs.length).toBeGreaterThan(0)
  for (const [ink, ground] of pairs) expect(ink).not.toBe(ground)
  await eight.close()
})
