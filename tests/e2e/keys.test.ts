/**
 * Counts the keys that the worst minutes need, in a real browser: a fire is contained at three in
 * the morning, and steps are ticked one after the other.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { pictureNamed } from './demo.ts'

let served: Served
let browser: Browser
let desk: WatchedPage

beforeAll(async () => {
  served = await serveStation('2026-11-25T03:00:00+08:00')
  browser = await launchBrowser()
  desk = await newPage(browser)
  await desk.page.goto(served.http.consoleUrl)
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

async function fire(place: string): Promise<string> {
  const { incidentId } = await served.ask('incident/report', { narrative: '二楼打印室冒烟', place })
  await served.ask('incident/activate', { incidentId, planId: 'government-hall-fire', level: 2 })
  return incidentId
}
const incident = async (id: string) =>
  (await served.station.board()).incidents.find((entry) => entry.id === id)!

/** Presses a key and counts it. */
function hand(page: Page) {
  let count = 0
  return {
    count: () => count,
    press: async (key: string) => {
      count++
      await page.keyboard.press(key)
    },
  }
}

describe('a fire with everything done by the brigade', () => {
  it('is contained with twelve keys or fewer', async () => {
    const id = await fire('政务大厅二楼')
    await desk.page.getByRole('heading', { name: '政务大厅二楼' }).first().waitFor()
    const { press, count } = hand(desk.page)
    await desk.page.getByRole('button', { name: '已控制' }).waitFor()
    await expect.poll(() => desk.page.locator('.moves button[aria-disabled=true]').count()).toBe(0)
    await press('F7')
    await press('Enter')
    const form = desk.page.locator('.el-dialog form')
    await form.waitFor()
    await desk.page.screenshot({ path: pictureNamed('console-gate.png') })
    const open = () => form.locator('li[data-missing]').count()
    const answerAll = async () => {
      for (let left = await open(); left > 0; left--) {
        const question = await form.locator('li[data-current] .what').textContent()
        await press(question === '火势能否靠自己扑灭？' ? '2' : '1')
        await expect.poll(open).toBe(left - 1)
      }
      await press('Enter')
    }
    await answerAll()
    // the fire was large: what that opens is asked for, too
    await form.getByText('拨打119').waitFor()
    await desk.page.screenshot({ path: pictureNamed('console-gate-opened.png') })
    await answerAll()
    await expect.poll(async () => (await incident(id)).state).toBe('contained')
    expect(count()).toBeLessThanOrEqual(12)
    desk.expectQuiet(/409/) // what the answers opened stood in the way
  })
})

describe('up to ten steps one after the other', () => {
  it('are recorded with one press of F4 each, none of which means another step', async () => {
    const id = await fire('政务大厅三楼')
    const { page } = desk
    await page.getByText('政务大厅三楼').first().click()
    await page.getByRole('heading', { name: '政务大厅三楼' }).first().waitFor()
    const steps = async () => (await incident(id)).steps
    const finished = async () =>
      (await steps()).filter(({ state }) => state === 'done').map((step) => step.id)
    const { press, count } = hand(page)
    for (let done = 0; done < 10; done++) {
      // a question that decides is answered first: the large fire, everybody safe
      for (let asks = (await incident(id)).asks; asks; asks = (await incident(id)).asks) {
        const { key } = asks
        const question = (await incident(id)).facts.find((fact) => fact.key === key)
        const values = question?.options.map(({ value }) => value) ?? []
        const value = values.find((option) => option === 'large') ?? values[0] ?? 0
        await served.ask('incident/answer', { incidentId: id, fact: key, value })
      }
      const { next } = await incident(id)
      if (next === null) break
      const title = (await steps()).find((step) => step.id === next)?.title.zh ?? ''
      await page.locator('.next h2').getByText(title, { exact: true }).waitFor()
      const since = await page.evaluate(() => performance.now())
      // what has changed is painted some frames later, and read for 0.8 s before the next key
      await page.waitForFunction((from) => performance.now() - from > 1_500, since)
      await press('F4')
      await expect.poll(finished).toContain(next)
    }
    expect(count()).toBeGreaterThanOrEqual(5)
    expect(await finished()).toHaveLength(count())
  })
})

describe('a shift handover while fires run', () => {
  it('takes three keys beside the name of who takes over, and is kept as it was shown', async () => {
    const { page } = desk
    await page.locator('button.who').click()
    await page.locator('.el-dialog input').fill('周敏')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('button.who').textContent()).toContain('周敏')
    await fire('政务大厅一楼')
    await served.pass('10 min')
    await served.ask('handover/note', { words: '二号门卡死，已报修，维修工下午到' })
    const { press, count } = hand(page)
    const hasFocus = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluate((element) => element === document.activeElement)
    await press('Control+F9')
    await page.locator('[data-sign=gives] button').waitFor()
    await expect.poll(() => hasFocus('[data-sign=gives] button')).toBe(true)
    await page.screenshot({ path: pictureNamed('handover.png') })
    await press('Enter')
    await expect.poll(() => hasFocus('[data-sign=takes] input')).toBe(true)
    const since = await page.evaluate(() => performance.now())
    await page.keyboard.type('李强')
    // who takes over reads it first: an Enter within 0.8 s of the change signs nothing
    await page.waitForFunction((from) => performance.now() - from > 1_500, since)
    await press('Enter')
    await page.getByText('交接完成：周敏交，李强接').waitFor()
    expect(count()).toBe(3)
    const { last } = await served.ask('handover/read', {})
    const sheet = await served.ask('handover/show', { id: last?.id ?? '' })
    expect(sheet).toMatchObject({ gives: { person: '周敏' }, takes: { person: '李强' } })
    expect(sheet.gives?.page?.incidents.map(({ place }) => place)).toContain('政务大厅一楼')
    expect(sheet.gives?.page?.notes).toMatchObject([{ words: expect.stringContaining('卡死') }])
  })
})
