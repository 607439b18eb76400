/**
 * What must be in sight at the desk, on a whole screen and at 200 % (720 × 450 px of the page): the
 * field of a form that has the focus, wherever Tab leads; each new line of a caller's news; what
 * files a caller apart, however much he told; the list of a step while somebody is rung.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { settled } from './console-scenes.ts'
import { coveredByTab, pictureNamed } from './demo.ts'
import { boxOf, sightOf } from './desk-view.ts'
import { handAt } from './hand.ts'

const PLACE = '三楼美食城'
const WORDS = `一楼超市着火，有3个人受伤，1个人被困，${'看得见烟，'.repeat(400)}`
let browser: Browser
let served: Served
let desk: WatchedPage
let page: Page

beforeAll(async () => {
  served = await serveStation('2026-11-25T14:00:00+08:00', ['mall'])
  const report = { narrative: `${PLACE}着火，有2个人受伤`, place: PLACE }
  const { proposals } = await served.ask('incident/propose', { narrative: report.narrative })
  const { planId, type } = proposals[0]!
  const { incidentId } = await served.ask('incident/report', { ...report, type })
  await served.ask('incident/activate', { incidentId, planId })
  await served.ask('incident/assess', { incidentId, casualties: { minor: 2 } })
  await served.ask('incident/caller', { incidentId, narrative: WORDS, place: '一楼超市' })
  const phone = (name: string, number: string, posts: string[]) =>
    served.ask('people/person-set', { name, phones: [{ number }], posts })
  const { id } = await phone('湾小丙', '000 0000 0103', [])
  await phone('湾大乙', '000 0000 0102', ['emergency-team'])
  await served.ask('people/post-set', { id: 'emergency-team', substitutes: [id] })
  browser = await launchBrowser()
  desk = await newPage(browser)
  page = desk.page
  await page.goto(served.http.consoleUrl)
  await page.getByRole('heading', { name: PLACE, level: 2 }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

it.each([
  [/人员和级别/, 1440, 900],
  [/人员和级别/, 720, 450],
  [/首报、续报/, 1440, 900],
  [/首报、续报/, 720, 450],
])('%s at %s × %s', async (name, width, height) => {
  await page.setViewportSize({ width, height })
  await settled(page)
  await expect.poll(() => page.locator('.moves button[aria-disabled=true]').count()).toBe(0)
  await page.locator('main [aria-haspopup=menu]').click()
  await page.getByRole('menuitem', { name }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await settled(page)
  const covered = await coveredByTab(page)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(covered).toEqual([])
  desk.expectQuiet()
})

it.each(['zh', 'en'])(
  'three lines of news are whole, beside each other or below: %s',
  async (lang) => {
    await page.goto(`${served.http.url}/?lang=${lang}#/now`)
    await page.getByRole('heading', { name: PLACE, level: 2 }).waitFor()
    await settled(page)
    await page.screenshot({
      path: pictureNamed(`callers-news-${lang}.png`),
      animations: 'disabled',
    })
    const lines = await sightOf(page, '.callers li')
    expect(lines).toMatchObject({ all: 3, unseen: [] })
  },
)

it.each([
  ['zh', 1440, 900],
  ['en', 1440, 900],
  ['zh', 720, 450],
])('a caller is filed apart without scrolling: %s, %s × %s', async (lang, width, height) => {
  await page.setViewportSize({ width, height })
  await page.goto(`${served.http.url}/?lang=${lang}#/now`)
  await page.getByRole('heading', { name: PLACE, level: 2 }).waitFor()
  await page.locator('.callers .facts button').last().click()
  await page.getByRole('dialog').waitFor()
  await settled(page)
  await page.screenshot({ path: pictureNamed(`callers-${lang}-${width}.png`) })
  expect(await sightOf(page, '[role=dialog] .apart')).toMatchObject({ all: 1, unseen: [] })
  await page.keyboard.press('Escape')
  desk.expectQuiet()
})

it('a call that is under way lies over nothing of the step', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${served.http.url}/?lang=zh#/now`)
  await page.getByRole('heading', { name: '疏散顾客与员工' }).first().waitFor()
  const hand = handAt(page)
  for (const key of ['Shift+F1', 'Alt+Shift+F1', 'Shift+F1']) {
    await hand.rest()
    await hand.press(key)
    await settled(page)
  }
  await page.locator('.edge .heard input').waitFor()
  await page.screenshot({ path: pictureNamed('call-under-way.png'), animations: 'disabled' })
  const [card, list] = [await boxOf(page, '.edge .calls'), await boxOf(page, '.entries')]
  expect(list.top >= card.bottom || list.right <= card.left).toBe(true)
  expect(await sightOf(page, '.edge .calls > *')).toMatchObject({ unseen: [] })
  desk.expectQuiet()
})
