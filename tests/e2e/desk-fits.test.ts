/**
 * What a dispatcher sees of the desk without scrolling: at 1440 × 900, zoomed in to 200 % and on a
 * panel of 4K, with twenty incidents and a report being typed.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import { openIn, reportUntil, ROSTER } from './desk-scene.ts'
import { boxOf, overflowOf, sightOf } from './desk-view.ts'

let served: Served
let browser: Browser
let desk: WatchedPage
let page: Page

beforeAll(async () => {
  served = await serveStation('2026-11-26T14:00:00+08:00')
  await served.ask('roster/set', { posts: ROSTER })
  browser = await launchBrowser()
  await reportUntil(served, 20)
  await served.pass('62 s')
  desk = await newPage(browser)
  page = desk.page
  await page.goto(served.http.consoleUrl)
  await page.locator('.incidents .row').nth(19).waitFor({ state: 'attached' })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const sized = async (width: number, height: number): Promise<void> => {
  await page.setViewportSize({ width, height })
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
}
const picture = (name: string): Promise<Buffer> =>
  page.screenshot({ path: pictureNamed(`desk-${name}.png`), animations: 'disabled' })

describe('twenty incidents at 1440 × 900', () => {
  it('show at least ten rows whole; a long place is cut and stands whole in its title', async () => {
    await picture('twenty')
    expect((await sightOf(page, '.incidents .row')).seen).toBeGreaterThanOrEqual(10)
    const long = page.locator('.incidents .place[title^="云雀湾新区"]').first()
    expect(await long.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(
      true,
    )
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })

  it('every open step and question of the most urgent stands there, and the count of every other stage', async () => {
    const [first] = (await served.station.board()).incidents
    const { steps, questions } = await openIn(served, first!.id)
    expect(steps.length + questions.length).toBeGreaterThan(8)
    const rows = await sightOf(page, '.steps .open > li')
    expect(rows.unseen).toEqual([])
    expect(rows.seen).toBeGreaterThanOrEqual(steps.length + questions.length)
    const folds = await sightOf(page, '.folds .fold')
    expect(folds.all).toBeGreaterThan(0)
    expect(folds.unseen).toEqual([])
  })

  it('on duty are the desk and the posts of open steps, nobody who only happens to be there', async () => {
    const names = await page.locator('.duty').textContent()
    expect(names).toContain('周敏')
    expect(names).not.toMatch(/云大己|云阿丁|云老辛/)
    expect(await page.locator('.duty details').getAttribute('open')).toBeNull()
  })

  it('the keys stand right under what is to be said, beside the number', async () => {
    await page.locator('.incidents .row', { hasText: '客服热线中心' }).first().click()
    await page.locator('.case h2', { hasText: '客服热线中心' }).waitFor()
    const title = await boxOf(page, '.next h2')
    const more = await boxOf(page, '.next .more')
    const keys = await boxOf(page, '.next .acts')
    expect(keys.top - Math.max(title.bottom, more.bottom)).toBeLessThan(32)
    await picture('hotline')
  })
})

describe('a report that is being typed', () => {
  it('covers neither the alert, nor the list, nor the next action', async () => {
    const parts = ['.alerts .alert h3', '.incidents .row', '.next h2', '.next .main']
    await page.keyboard.press('F2')
    await page.keyboard.type('一楼大厅有人打架受伤流血')
    await page.locator('.proposals li').nth(1).waitFor()
    await picture('typing')
    const panel = await boxOf(page, '.proposals')
    for (const part of parts) expect((await sightOf(page, part)).seen, part).toBeGreaterThan(0)
    expect((await boxOf(page, '.desk')).top).toBeGreaterThanOrEqual(panel.bottom)
  })
})

afterEach(async () => {
  if ((await page.locator('.proposals').count()) === 0) return
  for (let n = 0; n < 2; n++) await page.keyboard.press('Escape')
})

describe('zoomed in to 200 %', () => {
  it('the alert comes first, then the next action on the first screen, then the list', async () => {
    await sized(720, 450)
    await picture('zoomed')
    const [alert, next, list] = await Promise.all([
      boxOf(page, '.alerts .alert h3'),
      boxOf(page, '.next h2'),
      boxOf(page, '.incidents .cap'),
    ])
    expect(alert.top).toBeLessThan(next.top)
    expect(next.bottom).toBeLessThanOrEqual(450)
    await page.locator('.incidents .row', { hasText: '客服热线中心' }).first().click()
    await page.locator('.case h2', { hasText: '客服热线中心' }).waitFor()
    await page.locator('.top').evaluate((top) => top.scrollIntoView())
    await picture('zoomed-step')
    const key = await boxOf(page, '.next .main')
    expect(key.bottom, 'the key that records').toBeLessThanOrEqual(450)
    expect(list.top).toBeGreaterThan(next.bottom)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })
})

describe('a panel of 3840 × 2160 at 100 %', () => {
  it('is filled, by type of twice the size', async () => {
    await sized(3840, 2160)
    await picture('4k')
    expect(await boxOf(page, '.console')).toEqual({ left: 0, top: 0, right: 3840, bottom: 2160 })
    const { top, bottom } = await boxOf(page, '.incidents .place')
    expect(bottom - top).toBeGreaterThanOrEqual(2 * 20)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect((await sightOf(page, '.steps .open > li')).unseen).toEqual([])
  })

  it('a dialog and a menu grow with it, each where it belongs', async () => {
    await page.getByRole('button', { name: '更多' }).click()
    const opened = '.el-dropdown__popper:not([style*="none"])'
    const { y, height } = (await page.getByRole('button', { name: '更多' }).boundingBox())!
    const gap = async () => (await boxOf(page, opened)).top - (y + height)
    await expect.poll(gap).toBeGreaterThanOrEqual(-height) // it is placed a frame after it opens
    expect(await gap()).toBeLessThan(60)
    const menu = await boxOf(page, opened)
    expect(menu.right).toBeLessThanOrEqual(3840)
    await picture('4k-menu')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    const dialog = page.locator('.el-dialog')
    await dialog.waitFor()
    await picture('4k-dialog')
    const help = await boxOf(page, '.el-dialog')
    expect(help.right - help.left).toBeGreaterThanOrEqual(1_100)
    expect(help.bottom).toBeLessThanOrEqual(2160)
    await page.keyboard.press('Escape')
  })
})

it('showed no error', () => {
  desk.expectQuiet()
  expect(served.errors).toEqual([])
})
