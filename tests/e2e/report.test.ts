/**
 * The monthly report on the built faces, over the sample data of the demo: opened, written, issued,
 * corrected after a late addition, and drawn again, as a manager would. It keeps the picture of
 * docs/reports.md.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Served } from '../kit/served.ts'
import { type WatchedPage } from './browser.ts'
import { issuesInBothThemes, openDemo, pictureNamed, type Demo } from './demo.ts'

const START = '2026-12-01T09:12:00+08:00'

let demo: Demo
let served: Served
let desk: WatchedPage
let page: Page

beforeAll(async () => {
  demo = await openDemo(START)
  ;({ served, desk, page } = demo)
})
afterAll(() => demo?.close())

const button = (name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const says = (words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor()

it('a month that has not begun has no report: the address says so and leads back to those there are', async () => {
  await page.evaluate(() => {
    location.hash = '#/statistics/report/2027-01'
  })
  await says(/2027年1月还没有开始/)
  expect(await page.locator('.paper').count()).toBe(0)
  await page.locator('.refused').getByRole('link').click()
  await page.getByRole('link', { name: '2026年12月' }).waitFor()
  expect(await page.getByRole('link', { name: '2027年1月' }).count()).toBe(0)
  await page.evaluate(() => {
    location.hash = '#/statistics?month=2027-01'
  }) // figures of it are noughts, and its report is not offered
  expect(await page.getByRole('link', { name: '月报', exact: true }).getAttribute('href')).toBe(
    '#/statistics/report',
  )
})

it('is opened, written, issued, corrected after a late addition, and drawn again the same', async () => {
  await page.evaluate(() => {
    location.hash = '#/statistics/report'
  })
  await page.getByRole('link', { name: '2026年11月' }).click()
  await page.getByRole('heading', { name: /突发事件月报（2026年11月）/ }).waitFor()
  await page.locator('.report-chart svg').first().waitFor()
  const { now } = await served.ask('statistics/period', { from: '2026-11-01', to: '2026-11-30' })
  const first = page.locator('[data-table="compared"] tbody tr').first().locator('td').nth(1)
  expect(await first.innerText()).toBe(String(now.incidents))
  await page.screenshot({ path: pictureNamed('report.png') })
  expect(await issuesInBothThemes(page)).toEqual([])

  // the number opens its incidents
  await first.getByRole('button').click()
  expect(await page.locator('[role="dialog"] [data-total]').getAttribute('data-total')).toBe(
    String(now.incidents),
  )
  await page.keyboard.press('Escape') // closes the list, and leaves the report where it is

  await button('修改 一、总体情况').press('Enter')
  const writing = page.getByLabel(/一、总体情况的文字/)
  await page.keyboard.type('看到一半')
  await page.evaluate(() => {
    location.hash = '#/now'
  }) // an alarm calls
  await writing.waitFor({ state: 'detached' })
  await page.goBack()
  expect(await writing.inputValue()).toContain('看到一半')
  await served.ask('report/edit', {
    month: '2026-11',
    section: 'overview',
    words: ['别人写的。'],
    basedOn: null,
  })
  await button('保存').click()
  await says('别人改过这一节')
  await button('取消').click()
  await says('别人写的。')
  await button('修改 一、总体情况').click()
  await writing.fill('本月平稳。\n\n热线故障偏多。')
  await button('保存').click()
  await says('热线故障偏多。')

  await button('签发…').click()
  await says(/不再改变/)
  await says(/还有\d+处没有填/)
  await button('签发').click()
  await page.locator('.report-side .state', { hasText: '已签发' }).waitFor()

  await served.ask('incident/report', {
    narrative: '补录',
    place: '车库',
    occurredAt: Date.parse('2026-11-30T23:59:00+08:00'),
  })
  await says('签发后内容有变动')
  await button('签发更正…').click()
  await page.getByLabel('更正原因').fill('补录一起')
  await page.keyboard.press('Enter')
  await page.locator('.report-side .state', { hasText: '更正1' }).waitFor()

  await page.getByRole('link', { name: '首次签发' }).click()
  await button('按记录重算').click()
  await says('重算结果与这一版完全相同')
  expect(await first.innerText()).toBe(String(now.incidents))
  expect(await page.locator('.paper').innerText()).not.toMatch(/待填|请填写|请在此/)
  expect(served.errors).toEqual([])
  desk.expectQuiet(/409/) // the one that was refused
})
