/**
 * A map that belongs to a plan, in a real browser: added on the page of the plan, renamed,
 * withdrawn and put back, opened at the desk beside the plan that runs, named on its card; and a
 * limit of that plan that goes by an answer.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import type { WatchedPage } from './browser.ts'
import { issuesInBothThemes, openConsole, pictureNamed, type Demo } from './demo.ts'

const PLAN = 'gas-recharge-terminal-failure'

let demo: Demo
let served: Served
let desk: WatchedPage
let page: Page
let photo: Buffer

beforeAll(async () => {
  demo = await openConsole(serveStation('2026-11-24T14:32:00+08:00'))
  ;({ served, desk, page } = demo)
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [60, 40]
    canvas.getContext('2d')!.fillRect(10, 10, 20, 20)
    return canvas.toDataURL('image/png').split(',')[1]!
  })
  photo = Buffer.from(drawn, 'base64')
})
afterAll(() => demo?.close())

const see = (words: string | RegExp) => page.getByText(words).first().waitFor()
const button = (name: string | RegExp) => page.getByRole('button', { name })
const dialog = () => page.getByRole('dialog').last()
const files = async () => (await served.ask('attachment/list', { about: { planId: PLAN } })).files
const go = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

it('is added on the page of the plan, renamed, withdrawn with a reason and put back', async () => {
  await go(`#/plans/${PLAN}?at=attachments`)
  await see('还没有附件')
  await page
    .locator('.attachments input[type=file]')
    .setInputFiles([{ name: 'scan0001.png', mimeType: 'image/png', buffer: photo }])
  await button('改名：scan0001.png').click()
  await dialog().getByRole('textbox').fill('一层终端位置图.png')
  await page.keyboard.press('Enter')
  await button('查看一层终端位置图.png').waitFor()
  await button('撤下附件：一层终端位置图.png').click()
  await dialog().getByRole('textbox').fill('换了位置')
  await dialog().getByRole('button', { name: '撤下', exact: true }).click()
  await see('已撤下：换了位置')
  await button('放回一层终端位置图.png').click()
  await button('查看一层终端位置图.png').waitFor()
  expect(await files()).toMatchObject([{ name: '一层终端位置图.png', format: 'png' }])
  await page.screenshot({ path: pictureNamed('plan-attachments-1440x900.png') })
  expect(await issuesInBothThemes(page)).toEqual([])
})

it('is named on the action card', async () => {
  await go(`#/plans/${PLAN}/card`)
  await see('附件（在控制台打开）：一层终端位置图.png')
})

it('opens at the desk beside the plan that runs, whose limit is the shortest until the question is answered', async () => {
  const { draft } = await served.ask('plans/source', { planId: PLAN })
  const steps = (draft['steps'] as { id: string }[]).map((step) =>
    step.id === 'rt-05'
      ? {
          ...step,
          due: {
            within: { fact: 'urgent_recharge', is: { yes: '30m', no: '60m' } },
            from: 'reported',
          },
        }
      : step,
  )
  await served.ask('plans/draft-save', { planId: PLAN, draft: { ...draft, steps } })
  await served.ask('plans/approve', { planId: PLAN, why: '分急缓', approvedBy: '李强' })
  const { incidentId } = await served.ask('incident/report', {
    narrative: '充值机黑屏',
    place: '湾心营业厅',
  })
  await served.ask('incident/activate', { incidentId, planId: PLAN })
  await page.keyboard.press('Control+Shift+Digit1')
  await button(/^打开《.+》的附件，共1个$/).click()
  await dialog().getByRole('button', { name: '查看一层终端位置图.png' }).click()
  await dialog().getByRole('img', { name: '一层终端位置图.png' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('button.title').filter({ hasText: '30分钟内修复' }).first().click()
  await see('暂按最短')
  await page.screenshot({ path: pictureNamed('limit-by-answer-1440x900.png') })
  await served.ask('incident/answer', { incidentId, fact: 'urgent_recharge', value: 'no' })
  await expect.poll(() => page.getByText('暂按最短').count()).toBe(0)
  const step = (await served.station.board()).incidents[0]!.steps.find(({ id }) => id === 'rt-05')!
  expect((step.dueAt! - step.startedAt!) / 60_000).toBe(60)
})

it('wrote nothing into the console of the browser', () => {
  expect(() => desk.expectQuiet()).not.toThrow()
})
