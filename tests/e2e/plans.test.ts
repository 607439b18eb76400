/**
 * The plan pages on the built faces, over the library that comes with the product: found, read,
 * drawn and printed as a person would. It draws two pictures of the README.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { type WatchedPage } from './browser.ts'
import { issuesInBothThemes, openConsole, pictureNamed, type Demo } from './demo.ts'

let demo: Demo
let served: Served
let desk: WatchedPage
let page: Page

beforeAll(async () => {
  demo = await openConsole(serveStation('2026-11-24T14:32:00+08:00'))
  ;({ served, desk, page } = demo)
  await see('没有进行中的事件')
})
afterAll(() => demo?.close())

const see = (words: string | RegExp) => page.getByText(words).first().waitFor()
const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 2 }).waitFor()
const go = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to
  }, hash)

/** In both themes, and leaves the page dark. */
async function accessible(name: string): Promise<void> {
  expect(await issuesInBothThemes(page), name).toEqual([])
}
/** What a printer would get. */
const pagesPrinted = async (): Promise<number> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
    'latin1',
  )
  return Number(/\/Count (\d+)/.exec(pdf)?.[1])
}

it('opens the library by key: every document, every plan, and what is still open', async () => {
  await page.keyboard.press('Control+Shift+Digit3')
  await heading('预案')
  const plans = await served.ask('plans/list', {})
  await expect.poll(() => page.locator('a.row').count()).toBe(plans.length)
  await see('燃气客户服务预案')
  await accessible('library by document')
  await page.getByRole('link', { name: '按事件类型' }).click()
  await see('来电关键词')
  await accessible('library by type')
  await page.getByRole('link', { name: '待确认事项' }).click()
  await see('原文未定响应级别')
  await accessible('open points')
})

it('finds a plan in pinyin, and opens it by Enter', async () => {
  await page.getByRole('link', { name: '按预案文件' }).click()
  await page.getByRole('searchbox').fill('rexian dabujin')
  await expect
    .poll(() => page.locator('a.row').first().textContent())
    .toContain('客服热线故障处置预案')
  await page.getByRole('searchbox').press('Enter')
  await heading('客服热线故障处置预案')
})

it('shows the plan with its limits, clauses, words and branches, to read and to hear', async () => {
  const step = page.locator('#at-hl-06')
  for (const words of ['主管3分钟内报职能线负责人', 'S09-77', '起算', '分管领导'])
    await expect.poll(() => step.textContent()).toContain(words)
  const drawn = page.locator('svg g.step')
  await expect
    .poll(() => drawn.count())
    .toBe((await served.ask('plans/read', { planId: 'gas-hotline-failure' })).steps.length)
  expect(await page.locator('.scroll > ul').textContent()).toMatch(
    /故障表现？.*能通话但查不到资料.*30分钟内恢复资料查询/,
  )
  await page.evaluate(() => document.fonts.ready)
  await accessible('plan')
})

it('leads from its contents, from a box of the drawing and from a step before it to the place, and back', async () => {
  await page
    .getByRole('navigation', { name: '本页目录' })
    .getByRole('link', { name: /流程图/ })
    .click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at-flow')
  await page.mouse.move(0, 0)
  await page.screenshot({ path: pictureNamed('plan.png'), animations: 'disabled' })
  await page.locator('svg g.step', { hasText: '结果报备' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at-hl-21')
  await page.locator('#at-hl-21 a', { hasText: '查明故障原因' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at-hl-10')
  await page.goBack()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at-hl-21')
})

it('shows the document with its organisation as a tree', async () => {
  await page.getByRole('main').getByRole('link', { name: '燃气客户服务预案' }).first().click()
  await heading('燃气客户服务预案')
  await expect
    .poll(() => page.locator('#at-hotline-agent').textContent())
    .toMatch(/热线坐席.*属热线中心主管/)
  await accessible('document')
  await page.keyboard.press('Escape')
  await heading('预案')
})

it('prints one A4 page a post: the chosen one, or all of them', async () => {
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event('asked-to-print'))
  })
  const pressed = (name: RegExp) =>
    page.evaluate(
      (label) =>
        new Promise<void>((done) => {
          addEventListener('asked-to-print', () => done(), { once: true })
          const button = [...document.querySelectorAll('main button')].find((candidate) =>
            new RegExp(label).test(candidate.textContent ?? ''),
          )
          if (button instanceof HTMLElement) button.click()
        }),
      name.source,
    )
  const longest = [...(await served.ask('plans/list', {}))]
    .sort((a, b) => b.steps - a.steps)
    .slice(0, 5)
  for (const { id } of longest) {
    const plan = await served.ask('plans/read', { planId: id })
    await go(`#/plans/${id}/card`)
    await page.getByRole('link', { name: plan.title.zh }).first().waitFor()
    await pressed(/打印全部/)
    const sheets = await page.locator('.sheet').count()
    expect(await pagesPrinted(), id).toBe(sheets)
    await expect.poll(() => page.locator('.sheet').count()).toBe(1)
  }
  await go('#/plans/government-hall-fire/card/guards')
  await expect.poll(() => page.locator('.sheet h3').textContent()).toBe('保安')
  await pressed(/打印这一张/)
  expect(await pagesPrinted()).toBe(1)
  await accessible('card')
  await go('#/plans/gas-hotline-failure/card')
  await expect.poll(() => page.locator('.sheet h3').textContent()).toBe('热线坐席')
  await page.mouse.move(0, 0)
  await page.screenshot({ path: pictureNamed('card.png'), animations: 'disabled' })
})

it('keeps a late limit in sight on these pages: F8 acknowledges it here', async () => {
  const { incidentId } = await served.ask('incident/report', {
    narrative: '热线中心热线打不进来',
    place: '热线中心',
  })
  await served.ask('incident/activate', { incidentId, planId: 'gas-hotline-failure' })
  await served.ask('incident/answer', { incidentId, fact: 'fault_kind', value: 'no-calls' })
  await go('#/plans')
  await served.pass('11 min')
  await page.locator('.strip', { hasText: '热线中心' }).waitFor()
  await accessible('library with an alert')
  await expect
    .poll(
      async () => {
        // one alert a key, the highest first
        await page.keyboard.press('F8')
        return (await served.station.board()).incidents[0]?.alerts.filter(
          (alert) => alert.acknowledgedAt === null,
        ).length
      },
      { interval: 400 },
    )
    .toBe(0)
  await page.locator('.strip').waitFor({ state: 'detached' })
})

it('leads from the incident to the text that it runs, and says that a newer one is in force', async () => {
  const { draft } = await served.ask('plans/source', { planId: 'gas-hotline-failure' })
  await served.ask('plans/draft-save', {
    planId: 'gas-hotline-failure',
    draft: { ...draft, title: { zh: '客服热线中断处置预案', en: 'Hotline outage' } },
  })
  await served.ask('plans/approve', {
    planId: 'gas-hotline-failure',
    number: '2',
    why: '改名',
    approvedBy: '陈国栋',
  })
  await page.keyboard.press('Control+Shift+Digit1')
  await page.locator('.case').getByText('有新版').waitFor()
  await page.locator('.case').getByRole('link', { name: '客服热线故障处置预案' }).click()
  await see('这不是现行的版本')
  await heading('客服热线故障处置预案')
  await accessible('text of a running incident')
  await page.getByRole('link', { name: '看现行版本' }).click()
  await heading('客服热线中断处置预案')
  await expect
    .poll(() => page.locator('#at-record').locator('xpath=following-sibling::table').textContent())
    .toMatch(/2修订2026年11月24日.*陈国栋改名.*本页/)
})

it('is whole in English, and on a low screen', async () => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  for (const hash of [
    '#/plans',
    '#/plans?by=type',
    '#/plans/government-hall-fire',
    '#/documents/government-hall',
    '#/plans/government-hall-fire/card',
  ]) {
    await go(hash)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    const wide = await page.evaluate(
      () =>
        document.querySelector('main')!.scrollWidth - document.querySelector('main')!.clientWidth,
    )
    expect(wide, hash).toBeLessThanOrEqual(0)
  }
})

it('showed no error, and the station logged none', () => {
  desk.expectQuiet()
  expect(served.errors).toEqual([])
})
