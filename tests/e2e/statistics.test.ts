/**
 * The statistics page on the built faces, over the sample data of the demo and a year of imported
 * incidents: read, filtered, opened and printed as a person would. What it says is what wall, board
 * and station say. It draws a picture of the README.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportRow } from '#shared/contract/import.ts'
import { type Served } from '../kit/served.ts'
import { newPage, type WatchedPage } from './browser.ts'
import { overflowOf } from './desk-view.ts'
import { issuesInBothThemes, openDemo, pictureNamed, type Demo } from './demo.ts'

const START = '2026-11-24T14:32:00+08:00'
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const HOTLINE = '客服热线中心'
/** How many incidents each of the twelve months before had, and what they were. */
const BEFORE = [21, 17, 15, 13, 18, 20, 16, 14, 22, 24, 18, 15]
const KINDS = [
  ['system-failure.hotline', HOTLINE, 3],
  ['system-failure.recharge', '云雀湾西区', 4],
  ['agitated-customer.bill', '湾心营业厅', null],
  ['hall-fire.fire', '云雀湾政务大厅二楼', 2],
  ['other.fall-illness', '海岬营业厅', 4],
] as const

const past: readonly ImportRow[] = BEFORE.flatMap((count, month) =>
  Array.from({ length: count }, (_, n): ImportRow => {
    const [type, place, level] = KINDS[(n * 3 + month) % KINDS.length]!
    const occurredAt = Date.UTC(2025, 10 + month, 1 + ((n * 7) % 27), 1 + ((n * 5) % 9), n)
    return {
      row: n + 2,
      occurredAt,
      place,
      nth: 1,
      type,
      level,
      channel: '客户来电',
      moments: { contained: occurredAt + 1_500_000, closed: occurredAt + 3_600_000 },
    }
  }),
)

let demo: Demo
let served: Served
let browser: Browser
let desk: WatchedPage
let page: Page

beforeAll(async () => {
  demo = await openDemo(START, async (station) => {
    for (let from = 0; from < past.length; from += 25)
      await station.ask('import/rows', {
        importId: 'ledger',
        fileName: '台账.xlsx',
        rows: past.slice(from, from + 25),
      })
  })
  ;({ served, browser, desk, page } = demo)
})
afterAll(() => demo?.close())

const period = (part: object = {}) => served.ask('statistics/period', { ...NOVEMBER, ...part })
const figure = (id: string) => page.locator(`[data-figure="${id}"] .big`)
const heading = (name: string) =>
  page.getByRole('heading', { name, level: 2, exact: true }).waitFor()

/**
 * In both themes, also where a dialog covers the button that changes them; leaves the page dark.
 */
async function accessible(name: string): Promise<void> {
  expect(await issuesInBothThemes(page), name).toEqual([])
}

it('opens from the menu by key, and says what board, wall and station say', async () => {
  await page.keyboard.press('Control+Shift+Digit4')
  await heading('2026年11月')
  await figure('incidents').waitFor()
  const { now } = await period()
  const { month } = await served.station.board()
  const { incidents, limits, drills } = month
  expect(now).toMatchObject({ incidents, limits, drills })
  await expect.poll(() => figure('incidents').textContent()).toBe(`${now.incidents}起`)
  await expect.poll(() => figure('late').textContent()).toBe(`${now.limits.late}次`)
  await expect.poll(() => figure('drills').textContent()).toBe(`${now.drills}次`)
  const room = await newPage(browser, { width: 1920, height: 1080 })
  await room.page.goto(served.http.wallUrl)
  await expect
    .poll(() => room.page.locator('.month .level span').textContent())
    .toContain(String(now.incidents))
  expect(`${(await room.page.locator('.month .share').textContent())?.replace(/\s/g, '')}`).toBe(
    (await figure('met').textContent())?.replace(/\s/g, ''),
  )
  room.expectQuiet()
  await room.close()
})

it('is accessible, and draws its charts', async () => {
  await expect.poll(() => page.locator('.chart svg path').count()).toBeGreaterThan(20)
  await accessible('figures')
  await page.mouse.move(0, 0)
  await page.screenshot({ path: pictureNamed('statistics.png'), animations: 'disabled' })
})

it('goes to other months, quarters and years, by keys and by links', async () => {
  await page.keyboard.press('Alt+PageUp')
  await heading('2026年10月')
  const { now: october } = await period({ from: '2026-10-01', to: '2026-10-31' })
  expect(october.incidents).toBeGreaterThan(BEFORE.at(-1) ?? 0) // and those of the demo
  await expect.poll(() => figure('incidents').textContent()).toBe(`${october.incidents}起`)
  await page.getByRole('link', { name: '季', exact: true }).click()
  await heading('2026年第4季度')
  await page.getByRole('link', { name: '年', exact: true }).click()
  await heading('2026年')
  await expect
    .poll(async () => figure('incidents').textContent())
    .toBe(`${(await period({ from: '2026-01-01', to: '2026-12-31' })).now.incidents}起`)
  await page.goBack()
  await heading('2026年第4季度')
})

it('filters, says so, keeps it in the address over a reload, and clears it', async () => {
  await page.evaluate(() => {
    location.hash = '#/statistics?month=2026-11'
  })
  await heading('2026年11月')
  await page.getByRole('combobox', { name: '地点' }).click()
  await page.keyboard.type('热线')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('已筛选').waitFor()
  const { now } = await period({ filter: { place: HOTLINE } })
  await expect.poll(() => figure('incidents').textContent()).toBe(`${now.incidents}起`)
  await page.reload()
  await page.getByText('已筛选').waitFor()
  await expect.poll(() => figure('incidents').textContent()).toBe(`${now.incidents}起`)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByText('已筛选').waitFor({ state: 'detached' })
})

it('opens the incidents behind a number by Enter, follows one to its record, and comes back to the list', async () => {
  const { now } = await period()
  await figure('late').getByRole('link').press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.locator('tbody tr').first().waitFor()
  const times = await dialog.locator('tbody tr td:last-child').allTextContents()
  expect(times.reduce((sum, times) => sum + Number(times), 0)).toBe(now.limits.late)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('href')))
    .toMatch(/^#\/history\//)
  await accessible('list')
  await dialog.locator('a[data-row]').first().press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\/history\//)
  await page.goBack()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  // a bar of the drawing is a link too; charts come one after the other
  await page.locator('.chart a[tabindex="0"][href*="open=incidents"]').first().focus()
  await page.keyboard.press('ArrowRight')
  const href = await page.evaluate(() => document.activeElement?.getAttribute('href'))
  expect(href).toContain('open=incidents')
  expect(href).toContain('of=2025-12')
})

it('prints light on A4, without the frame of the console', async () => {
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('header.top').isVisible()).toBe(false)
  expect(await page.getByRole('region', { name: '筛选' }).isVisible()).toBe(false)
  expect(
    await page.evaluate(() => getComputedStyle(document.querySelector('.statistics h2')!).color),
  ).toBe('rgb(14, 18, 22)')
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
    'latin1',
  )
  expect(pdf).toMatch(/MediaBox \[0 0 841\.\d+ 59\d/)
  await page.emulateMedia({ media: null })
})

it('is whole in English and fits a low and a narrow screen', async () => {
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  await heading('November 2026')
  for (const [width, height] of [
    [1280, 768],
    [700, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0)
    expect(
      await page.evaluate(
        () =>
          document.querySelector('main')!.scrollWidth - document.querySelector('main')!.clientWidth,
      ),
      `${width}`,
    ).toBeLessThanOrEqual(0)
  }
})

it('showed no error, and the station logged none', () => {
  desk.expectQuiet()
  expect(served.errors).toEqual([])
})
