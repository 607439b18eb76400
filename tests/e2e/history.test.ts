/**
 * The history on the built faces, over the sample data: found in pinyin, opened, printed, played
 * again on console and wall. It keeps a picture of the README.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Served } from '../kit/served.ts'
import { newPage, type WatchedPage } from './browser.ts'
import { issuesInBothThemes, openDemo, pictureNamed, type Demo } from './demo.ts'

const NOW = '2026-11-24T14:32:00+08:00'

let demo: Demo
let served: Served
let browser: Browser
let desk: WatchedPage
let page: Page

beforeAll(async () => {
  demo = await openDemo(NOW, silence)
  ;({ served, browser, desk, page } = demo)
})
afterAll(() => demo?.close())

/** Whatever rings is acknowledged. */
async function silence(station: Served): Promise<void> {
  const alerts = (await station.station.board()).incidents
    .flatMap((incident) => incident.alerts)
    .filter(({ acknowledgedAt }) => acknowledgedAt === null)
  for (const { id } of alerts) await station.ask('alert/acknowledge', { alertId: id })
}
/** In both themes, and leaves the page dark. */
async function accessible(name: string): Promise<void> {
  expect(await issuesInBothThemes(page), name).toEqual([])
}
const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 2 }).waitFor()
const rows = () => page.locator('a.search-row')
const focusedRow = () => page.evaluate(() => document.activeElement?.getAttribute('data-id'))

let opened: string | null = null

it('lists every incident and drill by its key, and finds them in pinyin', async () => {
  await page.keyboard.press('Control+Shift+Digit2')
  await heading('历史')
  await expect.poll(() => rows().count()).toBe(26)
  await accessible('history')
  await page.getByRole('searchbox').fill('rexian')
  await expect.poll(() => rows().count()).toBe(5)
  expect(await rows().first().locator('u').first().textContent()).toBe('热线')
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  await page.screenshot({ path: pictureNamed('history.png'), animations: 'disabled' })
})

it('opens by keyboard the record of one that was late, whole and printable, without what its caller said', async () => {
  await page.getByLabel('状态').selectOption('over')
  await expect.poll(() => rows().count()).toBe(4)
  expect(new URL(page.url()).hash).toBe('#/history?q=rexian&state=over')
  await page.getByRole('searchbox').press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  opened = (await focusedRow()) ?? null
  await page.keyboard.press('Enter')
  await heading('客服热线中心 热线故障')
  for (const section of ['处置过程', '步骤和时限', '现场情况', '告警', '证据'])
    await page.getByRole('heading', { name: section, level: 3 }).waitFor()
  await accessible('record')
  const { incident } = await served.ask('history/read', { incidentId: opened ?? '' })
  const printed = page.locator('.printed')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.screen').isVisible()).toBe(false)
  expect(await printed.innerText()).toContain('不含个人信息')
  expect(await printed.innerText()).not.toContain(incident.narrative ?? '?')
  await page.emulateMedia({ media: null })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(1)
  expect(pdf).toMatch(/\/MediaBox ?\[0 0 59[45][.\d]* 84[12][.\d]*\]/) // A4
  await page.getByLabel('打印和导出带个人信息').check()
  await page.emulateMedia({ media: 'print' })
  expect(await printed.innerText()).toContain(incident.narrative ?? '?')
  await page.emulateMedia({ media: null })
})

it('goes back to the row it came from', async () => {
  await page.keyboard.press('Escape')
  await heading('历史')
  await expect.poll(focusedRow).toBe(opened)
  await page.keyboard.press('Enter')
  await heading('客服热线中心 热线故障')
})

it('plays it again, marked, moment by moment, and writes nothing', async () => {
  const before = (await served.station.board()).position
  await page.getByRole('link', { name: '回放' }).click()
  await page.getByText('回放 REPLAY', { exact: true }).first().waitFor()
  await page.getByText(/^第1步/).waitFor()
  const late = page.locator('.replay [data-standing="late"]').first()
  for (let n = 2; n < 40 && !(await late.isVisible()); n++) {
    await page.keyboard.press('ArrowRight')
    await page.getByText(`第${n}步`).waitFor()
  }
  await late.waitFor()
  await accessible('replay')
  await page.keyboard.press('F4') // records the next action, on the page 当前 only
  await page.keyboard.press('Escape')
  await heading('客服热线中心 热线故障')
  expect((await served.station.board()).position).toBe(before)
})

it('plays on a wall until something real happens', async () => {
  const wall = await newPage(browser, { width: 1920, height: 1080 })
  const address = new URL(served.http.wallUrl)
  address.searchParams.set('replay', opened ?? '')
  await wall.page.goto(address.href)
  await wall.page.getByText('回放 REPLAY').waitFor()
  await wall.page.locator(`[data-incident="${opened}"]`).waitFor()
  await wall.page.keyboard.press('ArrowRight')
  const { incidentId } = await served.ask('incident/report', {
    narrative: '大厅冒烟',
    place: '政务大厅',
  })
  await wall.page.locator(`[data-incident="${incidentId}"]`).waitFor()
  expect(await wall.page.getByText('回放').count()).toBe(0)
  wall.expectQuiet()
  await wall.close()
})

it('is whole in English, on a low screen and on a narrow one', async () => {
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  for (const [width, height] of [
    [1280, 768],
    [720, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const hash of ['#/history', `#/history/${opened}`, `#/history/${opened}/replay`]) {
      await page.evaluate((to) => {
        location.hash = to
      }, hash)
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      const wide = await page.evaluate(() =>
        [document.querySelector('main')!, document.documentElement].reduce(
          (sum, element) => sum + element.scrollWidth - element.clientWidth,
          0,
        ),
      )
      expect(wide, `${hash} at ${width}`).toBeLessThanOrEqual(0)
    }
  }
})

it('showed no error, and the station logged none', () => {
  desk.expectQuiet()
  expect(served.errors).toEqual([])
})
