/**
 * A wall whose face keeps falling, in a real browser, with planted faults: the safe page stands in
 * with the essentials and its own line, the console is told, and the face is back by itself when it
 * is well again, without a click.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import { PANELS } from './wall-scenes.ts'

let served: Served
let browser: Browser

beforeAll(async () => {
  served = await serveStation('2026-11-24T14:32:00+08:00')
  browser = await launchBrowser()
  const post = [{ person: '周敏', phone: '0000 1120' }]
  await served.ask('roster/set', { posts: { 'duty-officer': post } })
  const { incidentId } = await served.ask('incident/report', {
    ...{ narrative: '热线打不进来', place: '热线中心' },
  })
  await served.ask('incident/activate', { incidentId, planId: 'gas-hotline-failure' })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

/** As long as it is planted every face falls while it is opened. */
const plant = (): void => {
  const real = window.matchMedia.bind(window)
  window.matchMedia = (query) => {
    if (sessionStorage.getItem('planted')) throw new Error('planted')
    return real(query)
  }
}
async function opened(panel: keyof typeof PANELS = 'lying'): Promise<WatchedPage> {
  const [width, height] = PANELS[panel]
  const watched = await newPage(browser, { width, height })
  await watched.page.clock.install({ time: new Date('2026-11-24T14:32:00+08:00') })
  await watched.page.addInitScript(plant)
  await watched.page.goto(served.http.wallUrl)
  await watched.page.locator('.wall [data-incident]').first().waitFor()
  return watched
}
const bringDown = ({ page }: WatchedPage): Promise<void> =>
  page.evaluate(() => {
    sessionStorage.setItem('planted', '1')
    queueMicrotask(() => {
      throw new Error('planted')
    })
  })
const isSafeAtDesk = async (): Promise<boolean> =>
  (await served.station.board()).walls.some(({ safe }) => safe === true)

it('a fall or two, and the face is opened again', async () => {
  const watched = await opened()
  const { page } = watched
  const throwOnce = (): Promise<void> =>
    page.evaluate(() => {
      document.querySelector('.wall')!.setAttribute('data-first', '')
      queueMicrotask(() => {
        throw new Error('planted')
      })
    })
  for (let fall = 0; fall < 2; fall++) {
    await throwOnce()
    await page.locator('.wall:not([data-first]) [data-incident]').first().waitFor()
  }
  expect(await page.locator('.safe').count()).toBe(0)
  await watched.close()
}, 120_000)

it.each(['lying', 'upright', 'wide'] as const)(
  'three in a minute, and the safe page stands in, until the face is well: %s',
  async (panel) => {
    const watched = await opened(panel)
    const { page } = watched
    await bringDown(watched)
    const safe = page.locator('.safe')
    await safe.locator('.safe-row', { hasText: '热线中心' }).first().waitFor()
    expect(await page.locator('.wall').count()).toBe(0)
    const text = await safe.innerText()
    for (const word of [/简易页面/, /进行中 \d/, /再试/, /请联系.*周敏/, /\d\d:\d\d:\d\d/])
      expect(text).toMatch(word)
    await expect.poll(isSafeAtDesk).toBe(true)
    await page.screenshot({ path: pictureNamed(`wall-safe-${panel}.png`) })

    // it has a line of its own: what comes is there at once
    const place = `水泵房-${panel}`
    await served.ask('incident/report', { narrative: '漏水', place })
    await safe.locator('.safe-row', { hasText: place }).waitFor()

    // it falls again when it is tried: the page goes on, and nothing loops
    await page.clock.runFor(65_000)
    await expect
      .poll(() => page.evaluate(() => sessionStorage.getItem('vigil.wall.falls') ?? ''))
      .toContain('"tries":1')
    expect(await safe.locator('.safe-row', { hasText: place }).count()).toBe(1)
    expect(await page.locator('.wall').count()).toBe(0)

    // well again: it comes back below, and takes the place without a click
    await page.evaluate(() => sessionStorage.removeItem('planted'))
    await page.clock.runFor(125_000)
    await page.locator('.wall [data-incident]').first().waitFor()
    await expect
      .poll(async () => {
        await page.clock.runFor(5_000)
        return safe.count()
      })
      .toBe(0)
    await expect.poll(isSafeAtDesk).toBe(false)
    await watched.close()
  },
  240_000,
)

it('a page that was gone without a good-bye counts, and a station that is silent is said', async () => {
  const watched = await opened()
  const { page } = watched
  await page.addInitScript(() => sessionStorage.setItem('vigil.wall.running', '1'))
  for (let crash = 0; crash < 3; crash++) await page.reload()
  const safe = page.locator('.safe')
  await safe.locator('.safe-row', { hasText: '热线中心' }).first().waitFor()
  const goOn = served.hang()
  await expect
    .poll(async () => {
      await page.clock.runFor(1_000)
      return safe.innerText()
    })
    .toContain('失去联系')
  await page.screenshot({ path: pictureNamed('wall-safe-lost.png') })
  goOn()
  await expect
    .poll(async () => {
      await page.clock.runFor(1_000)
      return safe.innerText()
    })
    .not.toContain('失去联系')
  await watched.close()
}, 240_000)
