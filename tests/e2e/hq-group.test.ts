/**
 * HQ over two hundred sites in a real browser: somebody signs in and sees what is worst without
 * scrolling, asks for one region, finds a site by its name, reads what to do about a forked one,
 * goes through an incident to what happened, sees a site fall silent after thirty seconds, opens
 * the closed month with the sites that are missing, and hangs up a wall that knows its board alone.
 */
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HQ_PAGES, readPages } from '#main/adapters/http/built-pages.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { hasPostgres, startPostgres, type PostgresServer } from '../kit/postgres.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { issuesInBothThemes, pictureNamed } from './demo.ts'
import {
  beatAll,
  CUT,
  FORKED,
  GROUP,
  openGroup,
  RUNNING,
  SAID,
  SILENT,
  type GroupSite,
} from './group-sites.ts'

const PASSWORD = 'correct horse battery'
const [TICK_MS, BEAT_TICKS] = [500, 18]

describe.skipIf(!hasPostgres)('HQ over two hundred sites in a browser', () => {
  let postgres: PostgresServer
  let kit: HqKit
  let browser: Browser
  let seen: WatchedPage
  let running: ReturnType<typeof setInterval>
  let sites: readonly GroupSite[]
  let isCut = false
  let isBusy = false
  let ticks = 0
  let lastTick: Promise<void> = Promise.resolve()

  const nameOf = (index: number): string => sites.find((site) => site.index === index)!.name
  const there = (): readonly GroupSite[] =>
    sites.filter(({ index }) => index !== SILENT && !(isCut && index === CUT))
  /** The clock of HQ runs, sites say that they are there, and frames come as from the program. */
  async function tick(): Promise<void> {
    isBusy = true
    kit.clock.leap(TICK_MS)
    if ((ticks += 1) % BEAT_TICKS === 0) await beatAll(kit, there())
    await kit.frames.send()
    isBusy = false
  }
  const picture = async (page: Page, name: string): Promise<void> => {
    await page.mouse.move(0, 0)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: pictureNamed(`${name}.png`), animations: 'disabled' })
  }
  const text = (page: Page, selector: string): Promise<string> =>
    page.locator(selector).first().innerText()
  /** Whether a reader has it before the eyes, without scrolling. */
  const isInSight = (page: Page, selector: string): Promise<boolean> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      })

  /** Figures that leave their plate: ink on ink there. */
  const outside = (page: Page): Promise<readonly string[]> =>
    page.locator('.figure').evaluateAll((plates) =>
      plates.flatMap((plate) => {
        const words = document.createRange()
        words.selectNodeContents(plate)
        const [{ left, right }, ink] = [
          plate.getBoundingClientRect(),
          words.getBoundingClientRect(),
        ]
        return ink.left < left + 4 || ink.right > right ? [plate.textContent] : []
      }),
    )

  beforeAll(async () => {
    postgres = await startPostgres()
    const pages = readPages(resolve(import.meta.dirname, '../../out/renderer'), HQ_PAGES)
    kit = await openHqKit(postgres, {
      ...{ pages, at: '2026-10-25T10:00:00+08:00' },
      requestEvery: 5_000, // all sites pair from one address
    })
    sites = await openGroup(kit)
    const person = { name: '赵敏', role: 'administrator', regions: null } as const
    await kit.people.appoint(person, PASSWORD, 'vigil-hq person')
    running = setInterval(() => {
      if (!isBusy) lastTick = tick()
    }, TICK_MS)
    browser = await launchBrowser()
    seen = await newPage(browser)
  }, 300_000)
  afterAll(async () => {
    clearInterval(running)
    await lastTick
    await browser?.close()
    await kit?.stop()
    await postgres?.stop()
  })

  it('shows after signing in what is worst, without scrolling', async () => {
    const { page } = seen
    await page.goto(kit.server.url)
    await page.getByLabel('姓名').fill('赵敏')
    await page.keyboard.press('Tab')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page
      .locator('[data-incident]')
      .nth(RUNNING - 1)
      .waitFor()
    expect(await page.locator('[data-incident]').count()).toBe(RUNNING)
    expect(await isInSight(page, '[data-incident]')).toBe(true)
    expect(await outside(page)).toEqual([])
    expect(await page.locator('[data-incident]').first().innerText()).toContain('一级')
    expect(await text(page, 'section .late')).toMatch(/超时\d+起/)
    expect(await text(page, '#sites-title + .total')).toBe(`${GROUP}个`)
    const standings = await page
      .locator('[data-site]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-standing')))
    expect(standings).toEqual(['fork', 'outOfTouch'])
    for (const worry of ['fork', 'outOfTouch'])
      expect(await isInSight(page, `[data-standing=${worry}]`)).toBe(true)
    const well = await page.locator('[data-well]').allInnerTexts()
    const count = well.reduce((sum, row) => sum + Number(/正常(\d+)个/.exec(row)?.[1]), 0)
    expect(count).toBe(GROUP - 2)
    await picture(page, 'hq-board')
    await page.setViewportSize({ width: 1920, height: 1080 })
    await picture(page, 'hq-board-wide')
    await page.setViewportSize({ width: 1440, height: 900 })
    expect(await issuesInBothThemes(page)).toEqual([])
  })

  it('is filtered by region, and Esc brings everything back', async () => {
    const { page } = seen
    await page.locator('button[data-region=西南]').click()
    const rows = page.locator('[data-incident]')
    await expect.poll(() => rows.count()).toBeLessThan(RUNNING)
    for (const row of await rows.allInnerTexts()) expect(row).toContain('西南')
    expect(await page.locator('[data-site]').count()).toBeGreaterThan(20) // opened
    await picture(page, 'hq-board-region')
    await page.keyboard.press('Escape')
    await expect.poll(() => rows.count()).toBe(RUNNING)
  })

  it('finds a site by a few letters, by keys alone, and comes back to its row', async () => {
    const { page } = seen
    await page.keyboard.press('F2')
    await page.keyboard.type(nameOf(FORKED))
    await expect.poll(() => page.locator('[data-site]').count()).toBe(1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: nameOf(FORKED) }).waitFor()
    await page.getByText('第2号起，单位交来的记录与总部已有的不同').waitFor()
    await page.getByText(/设置→总部→另起记录代/).waitFor()
    await picture(page, 'hq-site')
    expect(await issuesInBothThemes(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
      .toContain(nameOf(FORKED))
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('[data-incident]').count()).toBe(RUNNING)
  })

  it('leads through an incident to what happened, without what is sealed at the site', async () => {
    const { page } = seen
    await page.locator('[data-incident] a').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.timeline tbody tr').nth(2).waitFor()
    const words = await text(page, 'main')
    expect(words).toContain('封存在单位')
    expect(words).toMatch(/按时\d+，超时[1-9]\d*，进行中\d+/)
    expect(words).toMatch(/接报：/)
    expect(words).not.toContain(SAID)
    expect(await page.locator('[data-step]').count()).toBe(3)
    await picture(page, 'hq-incident')
    expect(await issuesInBothThemes(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.timeline').waitFor({ state: 'detached' })
    await page.locator('main h1').waitFor()
    await page.keyboard.press('Escape')
    await page
      .locator('[data-incident]')
      .nth(RUNNING - 1)
      .waitFor()
  })

  it('says 失联 of a site whose line is cut, after thirty seconds and not before', async () => {
    const { page } = seen
    await beatAll(kit, there())
    isCut = true
    kit.clock.leap(20_000)
    await beatAll(kit, there())
    expect(await page.locator('[data-standing=outOfTouch]').count()).toBe(1)
    kit.clock.leap(11_000)
    await beatAll(kit, there())
    const row = page.locator('[data-standing=outOfTouch]', { hasText: nameOf(CUT) })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/失联.*第\d+号/s)
    await row.locator('a').click()
    await page.getByText('先打电话问现场').waitFor()
    await picture(page, 'hq-site-silent')
    await page.keyboard.press('Escape')
    isCut = false
    await beatAll(kit, there())
    await row.waitFor({ state: 'detached' })
  })

  it('sums the closed month and names who is missing from it', async () => {
    const { page } = seen
    await page.getByRole('link', { name: '月度' }).click()
    await page.getByRole('button', { name: '上个月' }).click()
    await page.locator('[data-figure=incidents]').waitFor()
    await expect.poll(() => text(page, 'h2')).toBe(`${GROUP - 2}个单位合计，2个未报`)
    const missing = await text(page, '.missing')
    for (const index of [FORKED, SILENT]) expect(missing).toContain(nameOf(index))
    await picture(page, 'hq-month')
    expect(await issuesInBothThemes(page)).toEqual([])
  })

  it('hangs up a wall: a code once, then it knows its board, and nothing when it is ended', async () => {
    const { page } = seen
    await page.getByRole('link', { name: '人员' }).click()
    await page.getByLabel('大屏名称').fill('总部大厅')
    await page.getByRole('button', { name: '添加大屏' }).click()
    const code = await text(page, 'p .code')
    const wall = await newPage(browser, { width: 1920, height: 1080 })
    await wall.page.goto(`${kit.server.url}/wall`)
    await wall.page.getByLabel('通行码').fill(code)
    await wall.page.keyboard.press('Enter')
    await wall.page.locator('.row.lead').waitFor()
    expect(await text(wall.page, '.head')).toMatch(/进行中\s*18.*演练\s*2.*199\/200/s)
    expect(await text(wall.page, '.trouble')).toContain(nameOf(FORKED))
    await wall.page.getByText(/^第1\/\d+页$/).waitFor({ timeout: 90_000 })
    await picture(wall.page, 'hq-wall')
    await wall.page.reload() // as after a power cut
    await wall.page.locator('.row.lead').waitFor()
    await page.reload()
    await page.getByRole('button', { name: '停用总部大厅' }).click()
    await page.getByRole('button', { name: '确定停用总部大厅？' }).click()
    await wall.page.getByText('这块屏还没有通行码，或已被停用。').waitFor({ timeout: 60_000 })
    wall.expectQuiet(/wall\/(me|board)/) // before it had a pass, and after
    await wall.close()
  })

  it('reads well in English, light, and at 200 %', async () => {
    const { page } = seen
    await page.goto(`${kit.server.url}/?lang=en&theme=light`)
    await page
      .locator('[data-incident]')
      .nth(RUNNING - 1)
      .waitFor()
    await picture(page, 'hq-board-english')
    await page.setViewportSize({ width: 720, height: 450 })
    for (const hash of ['', 'month', 'orders', 'people', 'deeds', 'me']) {
      await page.goto(`${kit.server.url}/?lang=en&theme=light#/${hash}`)
      await page.locator('h1').first().waitFor({ state: 'attached' })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([hash, wide]).toEqual([hash, 0])
      expect([hash, await outside(page)]).toEqual([hash, []])
      if (hash === '') {
        await page.locator('[data-incident]').first().waitFor()
        const top = await page.locator('[data-incident]').first().boundingBox()
        expect(top!.y).toBeLessThan(330) // a row of it stands on a screen of 450
      }
      await picture(page, `hq-narrow-${hash || 'board'}`)
      expect(await issuesInBothThemes(page)).toEqual([])
    }
  })

  it.each([
    ['upright', 540, 960],
    ['narrow', 720, 450],
    ['wide', 1920, 1080],
  ] as const)('fits %s in Chinese, dark', async (form, width, height) => {
    const { page } = seen
    await page.setViewportSize({ width, height })
    for (const hash of ['', 'month', 'orders', 'people', 'deeds', 'me']) {
      await page.goto(`${kit.server.url}/?lang=zh&theme=dark#/${hash}`)
      await page.locator('h1').first().waitFor({ state: 'attached' })
      if (hash === '') await page.locator('[data-incident]').first().waitFor()
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([hash, wide, await outside(page)]).toEqual([hash, 0, []])
      await picture(page, `hq-${form}-${hash || 'board'}-dark`)
    }
  })

  it('has shown no error of its own', () => {
    seen.expectQuiet(/me\/read/)
  })
})
