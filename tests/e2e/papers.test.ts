/**
 * The papers of a shift in a real browser: the handover, the sheet of numbers and the action cards
 * are A4, go on to as many pages as they take, are cut nowhere at the side, and a table that goes
 * on bears its head again.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { settled } from './console-scenes.ts'
import { pictureNamed } from './demo.ts'

const START = '2026-11-24T14:32:00+08:00'
const LONG_NAME = '云雀湾片区联合物业服务管理有限责任公司第二分公司客户服务与工程维修中心'
/** A4 in px at 96 dpi, and what is left between margins of 15 mm. */
const PAPER = 794
const BETWEEN_MARGINS = 680

let served: Served
let browser: Browser
let desk: WatchedPage
let page: Page
beforeAll(async () => {
  served = await serveStation(START, ['gas-customer-service', 'government-hall'])
  browser = await launchBrowser()
  desk = await newPage(browser)
  page = desk.page
  await page.addInitScript(() => {
    window.print = () => undefined // the sheet stays for page.pdf()
  })
  await page.goto(served.http.consoleUrl)
  await page.locator('main').first().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

async function goTo(hash: string): Promise<void> {
  await page.goto(`${served.http.url}/?lang=zh${hash}`)
  await page.reload()
  await settled(page)
}

type Printed = { pages: number; a4: boolean; wide: number; heads: readonly string[] }
/** `wide`: px beyond the margins; `heads`: how the heads of its tables are drawn. */
async function printed(name: string, selector: string, width = BETWEEN_MARGINS): Promise<Printed> {
  const view = page.viewportSize()!
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width, height: 1000 })
  const { wide, heads } = await page.evaluate((part) => {
    const root = document.querySelector(part)!
    const right = root.getBoundingClientRect().right
    const over = [...root.querySelectorAll('*')].map(
      (element) => element.getBoundingClientRect().right - right,
    )
    const all = [...root.querySelectorAll('thead')]
    return {
      wide: Math.round(Math.max(0, ...over)),
      heads: [...new Set(all.map((head) => getComputedStyle(head).display))],
    }
  }, selector)
  await page.setViewportSize(view)
  await page.emulateMedia({ media: null })
  const path = pictureNamed(`paper-${name}.pdf`)
  const pdf = (await page.pdf({ path, preferCSSPageSize: true, printBackground: true })).toString(
    'latin1',
  )
  return {
    pages: Number(/\/Count (\d+)/.exec(pdf)?.[1]),
    a4: /\/MediaBox ?\[0 0 59[45][.\d]* 84[12][.\d]*\]/.test(pdf),
    wide,
    heads,
  }
}
const TABLES = { a4: true, wide: 0, heads: ['table-header-group'] }

it('a handover with nothing to tell is one page; with sixty troubles it goes on, page by page', async () => {
  await goTo('#/handover')
  expect(await printed('handover-empty', '.printed')).toEqual({ ...TABLES, pages: 1 })
  for (let index = 1; index <= 60; index++)
    await served.ask('handover/note', {
      words: `第${index}件：${index % 7 === 0 ? LONG_NAME.repeat(4) : '二号门卡死，已报物业'}`,
    })
  for (const place of ['政务大厅二楼资料间', LONG_NAME]) {
    const { incidentId } = await served.ask('incident/report', { narrative: '着火', place })
    await served.ask('incident/activate', { incidentId, planId: 'government-hall-fire' })
  }
  await goTo('#/handover')
  const sheets = await printed('handover-60', '.printed')
  expect(sheets).toMatchObject(TABLES)
  expect(sheets.pages).toBeGreaterThan(2)
})

it('a sheet of sixty numbers goes on to other pages, however long names are and however many numbers', async () => {
  const categories = ['outside-property', 'supplier', 'media', 'superior'] as const
  for (let index = 0; index < 60; index++)
    await served.ask('contacts/set', {
      name: index % 9 === 0 ? `${LONG_NAME}${index}` : `联系单位${index}`,
      category: categories[index < 40 ? 0 : 1 + (index % 3)]!,
      allHours: index % 2 === 0,
      numbers: Array.from({ length: index % 10 === 0 ? 5 : 1 + (index % 2) }, (_, nth) => ({
        number: `000 0000 ${String(index * 10 + nth).padStart(4, '0')}`,
      })),
    })
  await goTo('#/site?at=contacts')
  await page.getByRole('button', { name: '打印电话表' }).click()
  await page.locator('.phone-sheet').waitFor({ state: 'attached' })
  const sheets = await printed('phones-60', '.phone-sheet')
  expect(sheets).toMatchObject(TABLES)
  expect(sheets.pages).toBeGreaterThan(1)
  expect(sheets.pages).toBeLessThan(6)
})

it('an action card with long names beside its numbers is one page a post', async () => {
  const { posts } = await served.ask('people/read', {})
  for (const { id } of posts.slice(0, 12))
    await served.ask('people/person-set', {
      ...{ name: `${LONG_NAME}${id}`, phones: [{ number: '000 0000 0001' }], posts: [id] },
    })
  const planId = 'gas-hotline-failure'
  await goTo(`#/plans/${planId}/card`)
  const cards = await page.locator('.posts a').count()
  await page.getByRole('button', { name: /打印全部/ }).click()
  await expect.poll(() => page.locator('.sheet').count()).toBe(cards)
  const long = await page.locator('.sheet.long').count()
  const { pages, a4, wide } = await printed('cards', '.sheets', PAPER)
  expect({ a4, wide }).toEqual({ a4: true, wide: 0 })
  expect(pages).toBe(cards)
  expect(long).toBe(0)
})
