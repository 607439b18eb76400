/**
 * Supplies in the real browser with moved time: entered, an expired medicine thrown away,
 * extinguishers issued from a step of a fire, one back and one used, a stock-taking with a
 * difference that another books, and labels. It draws the pictures of docs/supplies.md.
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation } from '../kit/served.ts'
import { openConsole, type Demo } from './demo.ts'
import { accessible, daysPass, dialogNamed, goTo, shot } from './story-faces.ts'

const START = '2026-11-24T09:10:00+08:00'
const PLACE = '湾心营业厅'

let demo: Demo
let page: Page
let incidentId = ''

beforeAll(async () => {
  demo = await openConsole(serveStation(START))
  ;({ page } = demo)
  await demo.served.ask('places/set', { name: PLACE, kind: 'hall' })
  await demo.served.ask('supply/enter', {
    ...{ name: '碘伏消毒液', class: 'medical', unit: '瓶', minimum: 2 },
    place: { words: '药品柜' },
    batches: [
      { number: 'A1', expiry: '2026-11-30', count: 2 },
      { number: 'A2', expiry: '2027-11-30', count: 3 },
    ],
  })
})
afterAll(() => demo?.close())

const supply = (number: string): Locator => page.locator(`[data-supply="${number}"]`)
const act = (number: string, name: string): Locator =>
  supply(number).getByRole('button', { name, exact: true })
const stocks = async () =>
  (await demo.served.ask('supply/list', {})).supplies
    .map(({ number, stock, issues }) => [number, stock, issues.length])
    .sort()

it('an extinguisher is entered with its place, its keeper and its minimum', async () => {
  await goTo(page, '#/readiness/supplies')
  await supply('物0001').waitFor()
  await page.getByRole('button', { name: '登记物资' }).click()
  const form = dialogNamed(page, '登记物资')
  await form.getByLabel('名称').fill('干粉灭火器')
  await form.getByLabel('型号规格').fill('MFZ/ABC4')
  await form.getByLabel(/^计量单位/).fill('具')
  await form.getByLabel('存放地点').fill(PLACE)
  await form.getByLabel(/^具体位置/).fill('A柱')
  await form.getByLabel(/^保管人/).fill('何东')
  await form.getByLabel('储备下限').fill('4')
  await form.getByLabel('库存').fill('5')
  await accessible(page, 'supply entry')
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'detached' })
  await supply('物0002').getByText('大厅').or(supply('物0002').getByText(PLACE)).first().waitFor()
  await accessible(page, 'supplies')
  expect(await stocks()).toEqual([
    ['物0001', 5, 0],
    ['物0002', 5, 0],
  ])
})

it('extinguishers are issued from a step of a fire, and taken back where it was a slip', async () => {
  const report = { narrative: `${PLACE}着火`, place: PLACE }
  ;({ incidentId } = await demo.served.ask('incident/report', report))
  await demo.served.ask('incident/activate', { incidentId, planId: 'gas-premises-fire' })
  await goTo(page, '#/now')
  await page.locator('.incidents .row', { hasText: PLACE }).first().click()
  await page.locator('.case').getByRole('button', { name: /^更多/ }).click()
  await page.getByRole('menuitem', { name: /领用物资/ }).click()
  const dialog = dialogNamed(page, /^领用物资/)
  const issue = async (count: string): Promise<void> => {
    await dialog.getByRole('combobox', { name: '物资' }).click()
    await page.getByRole('option', { name: /干粉灭火器/ }).click()
    await dialog.getByLabel(/^数量/).fill(count)
    await dialog.getByLabel('领用人').fill('何东')
    await dialog.getByRole('button', { name: '领用', exact: true }).click()
  }
  const heights = await dialog
    .locator('.field-box')
    .locator('input:not(.el-select__input), select, .el-select__wrapper')
    .evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect().height))
  expect([heights.length, new Set(heights).size]).toEqual([4, 1])
  await issue('9')
  await dialog.getByText('不够：要9具，能用的只有5具').waitFor()
  await issue('2')
  await dialog.getByText('在外2具').waitFor()
  await accessible(page, 'issue of supplies')
  await shot(page, 'supplies-issue.png')
  await dialog.getByRole('button', { name: '撤回上一条' }).click()
  await dialog.getByText('还没有领用物资').waitFor()
  await issue('2')
  await dialog.getByText('在外2具').waitFor()
  expect(await stocks()).toEqual([
    ['物0001', 5, 0],
    ['物0002', 3, 1],
  ])
  const [issued] = (await demo.served.ask('supply/of-incident', { incidentId })).issues
  expect(issued?.for).toMatchObject({ incidentId, drill: false })
  expect(issued?.for?.stepId).not.toBeNull()
})

it('what is elsewhere is ordered, and its steps have their times', async () => {
  const dialog = dialogNamed(page, /^领用物资/)
  await dialog.getByRole('button', { name: '开调配单' }).click()
  const order = dialogNamed(page, '开调配单')
  await order.getByLabel(/^要什么/).fill('担架2副')
  await order.getByLabel(/^向谁要/).fill('市急救中心')
  await order.getByRole('button', { name: '开调配单' }).click()
  await order.waitFor({ state: 'detached' })
  const request = page.locator('[data-request="调2026-001"]').first()
  await request.getByRole('button', { name: '已送到' }).click()
  await request.getByRole('button', { name: '已使用' }).waitFor()
  await request.getByRole('button', { name: '已使用' }).click()
  await expect
    .poll(async () => (await demo.served.ask('supply/requests', {})).requests[0]?.state)
    .toBe('used')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

it('before it is closed the desk asks for what is out; one comes back, one was used', async () => {
  await demo.served.ask('incident/move', { incidentId, to: 'contained' }).catch(() => undefined)
  await goTo(page, '#/readiness/supplies')
  await supply('物0002')
    .getByRole('button', { name: /^物0002/ })
    .click()
  await supply('物0002').getByText('在外2具').waitFor()
  await supply('物0002').getByLabel(/^数量/).fill('1')
  await act('物0002', '归还').click()
  await supply('物0002').getByText('在外1具').waitFor()
  await act('物0002', '已消耗').click()
  await expect.poll(stocks).toEqual([
    ['物0001', 5, 0],
    ['物0002', 4, 0],
  ])
  await supply('物0002').getByText('消耗1具').first().waitFor()
  await accessible(page, 'supply, opened')
  await shot(page, 'supplies.png')
})

it('a medicine that expires stands in front, is not issued, and is thrown away', async () => {
  await daysPass(demo, 7)
  await goTo(page, '#/readiness/supplies')
  await supply('物0001').getByText('已过期', { exact: true }).first().waitFor()
  expect(await page.locator('[data-supply]').first().getAttribute('data-supply')).toBe('物0001')
  await supply('物0001')
    .getByRole('button', { name: /^物0001/ })
    .click()
  await act('物0001', '报废').click()
  const form = dialogNamed(page, /^报废/)
  expect(await form.getByLabel('数量').inputValue()).toBe('2')
  await form.getByRole('button', { name: '报废' }).click()
  await form.waitFor({ state: 'detached' })
  await supply('物0001').getByText('报废2瓶，过期').waitFor()
  await goTo(page, '#/readiness')
  await page.getByText('盘点应急物资').or(page.getByText('应急准备')).first().waitFor()
})

it('a stock-taking with a difference is reviewed by another, and only then booked', async () => {
  await goTo(page, '#/readiness/supplies/takings')
  await page.getByRole('button', { name: '开始盘点' }).first().click()
  const begin = dialogNamed(page, '开始盘点')
  await begin.getByRole('button', { name: '开始盘点' }).click()
  await begin.waitFor({ state: 'detached' })
  const taking = page.locator('[data-taking="盘2026-001"]')
  await taking.getByLabel(/干粉灭火器.*实点/).fill('3')
  await taking.getByLabel(/碘伏消毒液.*实点/).fill('3')
  await taking.getByRole('button', { name: '保存点数' }).click()
  await taking.getByText('-1', { exact: true }).waitFor()
  await taking.getByRole('button', { name: '报送复核' }).click()
  const handIn = dialogNamed(page, /报送复核$/)
  await handIn.getByLabel('盘点人').fill('何东')
  await handIn.getByRole('button', { name: '报送复核' }).click()
  await handIn.waitFor({ state: 'detached' })
  expect((await stocks())[1]).toEqual(['物0002', 4, 0])
  await taking.getByRole('button', { name: '复核', exact: true }).click()
  const review = dialogNamed(page, /复核$/)
  await review.getByLabel(/^复核人/).fill('何东')
  await review.getByRole('button', { name: '通过，按实点记账' }).click()
  await review.getByText(/复核人不能是盘点人/).waitFor()
  await review.getByLabel(/^复核人/).fill('陆北')
  await accessible(page, 'review of a stock-taking')
  await review.getByRole('button', { name: '通过，按实点记账' }).click()
  await review.waitFor({ state: 'detached' })
  await taking.getByText('陆北复核通过').waitFor()
  await accessible(page, 'stock-taking')
  await shot(page, 'supplies-stock-taking.png')
  await expect.poll(async () => (await stocks())[1]).toEqual(['物0002', 3, 0])
})

it('the labels carry a code that opens the supply', async () => {
  await goTo(page, '#/readiness/supplies')
  await supply('物0002').waitFor()
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: /^打印标签/ }).click()
  const sheet = page.locator('.label-sheet')
  await sheet.getByText('干粉灭火器 MFZ/ABC4').waitFor({ state: 'attached' })
  expect(await sheet.locator('svg.qr path').count()).toBe(2)
  await page.emulateMedia({ media: 'print' })
  await shot(page, 'supplies-labels.png')
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  demo.desk.expectQuiet(/409 \(Conflict\)/) // what is not enough, and who may not review
})
