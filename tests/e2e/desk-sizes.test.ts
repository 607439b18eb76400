/**
 * The desk in every size with one, three, eight and twenty incidents, in both languages: what is
 * open is in sight, nothing reaches over an edge. Then the first minutes of every plan that ships.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import { openIn, reportUntil, ROSTER } from './desk-scene.ts'
import { boxOf, overflowOf, sightOf } from './desk-view.ts'

let served: Served
let browser: Browser
let desk: WatchedPage
let page: Page

const SIZES = [
  [1440, 900],
  [1366, 768],
  [720, 450],
  [3840, 2160],
] as const

beforeAll(async () => {
  served = await serveStation('2026-11-26T14:00:00+08:00')
  await served.ask('roster/set', { posts: ROSTER })
  await reportUntil(served, 1)
  browser = await launchBrowser()
  desk = await newPage(browser)
  page = desk.page
  await page.goto(served.http.consoleUrl)
  await page.locator('.next').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )

async function speak(locale: string): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) !== locale)
    await page.locator('.top .turn').first().click()
}

describe.each([1, 3, 8, 20])('%i incidents', (count) => {
  it.each(['zh-CN', 'en'])('fit in %s', async (locale) => {
    await reportUntil(served, count)
    await served.pass('62 s')
    await speak(locale)
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      await drawn(page)
      const name = `${width}-${count}-${locale}`
      await page.screenshot({ path: pictureNamed(`desk-${name}.png`), animations: 'disabled' })
      expect(await overflowOf(page), name).toBeLessThanOrEqual(0)
      if (width === 720) {
        expect((await boxOf(page, '.next h2')).bottom, name).toBeLessThanOrEqual(height)
        continue
      }
      const whole =
        width === 1366
          ? ['.next h2', '.next .main, .next .option']
          : ['.next h2', '.steps .open > li', '.folds .fold']
      for (const part of whole)
        expect((await sightOf(page, part)).unseen, `${name} ${part}`).toEqual([])
      const rows = await sightOf(page, '.incidents .row')
      expect(rows.seen, name).toBeGreaterThanOrEqual(Math.min(count, width === 1366 ? 7 : 10))
    }
  })
})

describe('at 1440 × 900 every open step and question of a plan is in sight', () => {
  it('three minutes after its start, whichever ships', { timeout: 300_000 }, async () => {
    await speak('zh-CN')
    await page.setViewportSize({ width: 1440, height: 900 })
    const plans = await served.ask('plans/list', {})
    const hidden: string[] = []
    const place = (n: number): string => `甲${n}乙`
    for (const [n, { id }] of plans.entries()) {
      const report = { narrative: id, place: place(n) }
      const { incidentId } = await served.ask('incident/report', report)
      await served.ask('incident/activate', { incidentId, planId: id })
    }
    await served.pass('3 min')
    for (const [n, { id }] of plans.entries()) {
      const row = page.locator('.incidents .row', { hasText: place(n) }).first()
      await row.scrollIntoViewIfNeeded()
      await row.click()
      await page.locator('.case h2', { hasText: place(n) }).waitFor()
      await drawn(page)
      const incidentId = (await served.station.board()).incidents.find(
        (entry) => entry.place === place(n),
      )!.id
      const { steps, questions } = await openIn(served, incidentId)
      const rows = await sightOf(page, '.steps .open > li')
      const folds = await sightOf(page, '.folds .fold')
      const missing = [...rows.unseen, ...folds.unseen]
      if (missing.length > 0 || rows.all < steps.length + questions.length) {
        await page.screenshot({ path: pictureNamed(`desk-plan-${id}.png`), animations: 'disabled' })
        hidden.push(
          `${id}: ${rows.all} of ${steps.length}+${questions.length}; ${missing.join(' | ')}`,
        )
      }
    }
    expect(hidden).toEqual([])
    desk.expectQuiet()
  })
})
