/**
 * A robbery in a real browser: a public wall stays what it is in calm, to the pixel and to the ear,
 * while the wall of the room shows it and the console marks it.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { pictureNamed } from './demo.ts'

let served: Served
let browser: Browser
let hall: WatchedPage
let room: WatchedPage
let desk: WatchedPage

const countTones = (): void => {
  Object.assign(globalThis, { tones: 0 })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (this: OscillatorNode, ...when: [number?]) {
    Object.assign(globalThis, { tones: (globalThis as unknown as { tones: number }).tones + 1 })
    start.apply(this, when)
  }
}
const tonesOf = ({ page }: WatchedPage): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { tones: number }).tones)

/** All that does not tell the time of day. */
const drawn = async ({ page }: WatchedPage, ...beside: string[]): Promise<string> => {
  const mask = ['.clock', '.contact', ...beside].map((part) => page.locator(part))
  return (await page.screenshot({ animations: 'disabled', mask })).toString('base64')
}

/** The cells as drawn, and what the header counts: what no turn of a page and no clock changes. */
const partsOf = async (wall: WatchedPage): Promise<string[]> => [
  await drawn(wall, '.rows', '.head .right'),
  await wall.page.locator('.strip').innerHTML(),
  await wall.page.locator('.head .counts').innerHTML(),
]

async function opened(url: string): Promise<WatchedPage> {
  const watched = await newPage(browser, { width: 1280, height: 720 })
  await watched.page.addInitScript(countTones)
  await watched.page.goto(url)
  return watched
}

beforeAll(async () => {
  served = await serveStation('2026-11-24T14:32:00+08:00')
  browser = await launchBrowser()
  const { url } = await served.ask('site/wall-link', { public: true })
  hall = await opened(url!.replace('/wall', '/wall?privacy=0'))
  room = await opened(served.http.wallUrl)
  desk = await opened(served.http.consoleUrl)
  for (const { page } of [hall, room]) await page.locator('.calm-page').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

it('a public wall shows and sounds nothing of it; the room sees it in silence', async () => {
  const calm = await drawn(hall)
  const { incidentId } = await served.ask('incident/report', {
    narrative: '两个人持刀抢劫营业厅柜台',
    place: '城北营业厅',
  })
  await served.ask('incident/activate', { incidentId, planId: 'gas-fight-theft-robbery' })
  await served.ask('incident/assess', { incidentId, casualties: { serious: 1 } })
  await room.page.locator(`[data-incident="${incidentId}"]`).waitFor()
  await served.pass('90 s')
  await desk.page.getByText('静默处置').first().waitFor()
  expect(await drawn(hall)).toBe(calm)
  expect(await hall.page.locator('[data-incident]').count()).toBe(0)
  expect([await tonesOf(hall), await tonesOf(room)]).toEqual([0, 0])
  for (const [name, { page }] of Object.entries({ hall, room, desk }))
    await page.screenshot({ path: pictureNamed(`discreet-${name}.png`), animations: 'disabled' })
})

it('of a type that is never shown it shows and sounds nothing; of one of which it may know that there is one, no place', async () => {
  await served.ask('walls/privacy-set', {
    types: { 'other.fall-illness': 'never', 'other.premises-fire': 'presence' },
  })
  const calm = await drawn(hall)
  const report = async (type: string, narrative: string): Promise<string> => {
    const { incidentId } = await served.ask('incident/report', {
      ...{ narrative, place: '城南营业厅二楼财务室', type },
    })
    await room.page.locator(`[data-incident="${incidentId}"]`).waitFor()
    return incidentId
  }
  await report('other.fall-illness', '财务室有人晕倒')
  await served.pass('30 s') // the picture moves by a pixel every five minutes
  expect((await drawn(hall)) === calm, 'the picture of calm').toBe(true)
  expect(await tonesOf(hall)).toBe(0)

  const fire = await report('other.premises-fire', '财务室着火')
  await hall.page.locator(`[data-incident="${fire}"]`, { hasText: '地点不公开' }).waitFor()
  expect(await hall.page.locator('body').innerText()).not.toMatch(/城南|财务室/)
  for (const [name, { page }] of Object.entries({ hall, room }))
    await page.screenshot({ path: pictureNamed(`privacy-${name}.png`), animations: 'disabled' })
})

it('nor do its cells, its counts, its month, nor any line of what has changed', async () => {
  const named = { name: '公开月屏', view: 'month', language: 'zh', theme: 'dark' } as const
  const { id: monthId } = await served.ask('walls/set', { ...named, public: true })
  for (let i = 1; i <= 6; i++) {
    const place = `${i}号营业厅`
    await served.ask('incident/report', { narrative: place, place, type: 'other.premises-fire' })
  }
  const { url } = await served.ask('site/wall-link', { public: true })
  const month = await opened(url!.replace('/wall', `/wall?wall=${monthId}`))
  await month.page.locator('.month svg').first().waitFor()
  await hall.page.reload() // what it finds is no news
  await hall.page.locator('.cell[data-cell]').nth(5).waitFor()
  for (const { page } of [hall, month]) await page.evaluate(() => document.fonts.ready)
  const [shown, monthShown, tones] = [await partsOf(hall), await drawn(month), await tonesOf(hall)]
  const { incidentId } = await served.ask('incident/report', {
    narrative: '两个人持刀抢劫营业厅柜台',
    place: '城北营业厅',
  })
  await served.ask('incident/activate', { incidentId, planId: 'gas-fight-theft-robbery' })
  await served.ask('incident/assess', { incidentId, casualties: { serious: 1 } })
  await room.page.locator(`[data-cell="${incidentId}"]`).waitFor()
  await served.pass('2 s') // what would be told has been by then
  const then = await partsOf(hall)
  expect(then.map((part, i) => part === shown[i])).toEqual([true, true, true])
  expect((await drawn(month)) === monthShown, 'the picture of the month').toBe(true)
  expect(await hall.page.locator('.change').count()).toBe(0)
  expect([await tonesOf(hall), await tonesOf(month)]).toEqual([tones, 0])
})
