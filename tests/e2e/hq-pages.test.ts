/**
 * Headquarters in a real browser, over PostgreSQL: somebody signs in and sees twelve sites, five of
 * them with an incident, one out of touch, one forked; what is late counts on; the line is cut and
 * the page says so; the month names who is missing; words are handed down; people are appointed.
 */
import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HQ_PAGES, readPages } from '#main/adapters/http/built-pages.ts'
import { hqVault } from '#main/adapters/hq-vault.ts'
import type { Head } from '#shared/domain/hand-up/point.ts'
import { localized } from '#shared/domain/text.ts'
import {
  beatOf,
  eventsBehind,
  firstOf,
  handUp,
  pairSite,
  pushTo,
  Refused,
  type PairedSite,
} from '../kit/hand-up-client.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { hasPostgres, startPostgres, type PostgresServer } from '../kit/postgres.ts'
import { NOON, openStation, type Kit } from '../kit/station.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { issuesInBothThemes, pictureNamed } from './demo.ts'

const PASSWORD = 'correct horse battery'
const NAMES = [
  ...['江城市民中心', '滨江购物中心', '城南政务大厅', '东湖商场', '临港仓储园', '虹桥办事处'],
  ...['渝北政务大厅', '锦城广场', '滇池会展馆', '贵阳客服中心', '天府公寓', '嘉陵商业街'],
]
const [SILENT, FORKED] = [3, 6]
const [TICK_MS, BEAT_TICKS] = [500, 20]
const EVACUATE = localized('组织疏散', 'Evacuate people')
const PLANS = [2, 4, 1, 3].map((level) =>
  plan(
    `fire-${level}`,
    [
      step('evacuate', {
        ...{ title: EVACUATE, short: EVACUATE, lifeSafety: level === 1 },
        due: { within: level * 3 * MINUTE, from: 'reported' },
      }),
    ],
    { short: localized('火灾', 'Fire'), defaultLevel: level },
  ),
)
const PLACES = ['三层美食城', '地下车库B2', '一号机房', '东门大厅', '冷库西侧']

type Site = { paired: PairedSite; station: Kit; head: Head }

describe.skipIf(!hasPostgres)('headquarters in a browser', () => {
  let postgres: PostgresServer
  let kit: HqKit
  let browser: Browser
  let seen: WatchedPage
  let running: ReturnType<typeof setInterval>
  const sites: Site[] = []
  let areFramesSent = true
  let ticks = 0

  async function openSite(index: number): Promise<Site> {
    // a record is known by its first entry: each site was founded at an instant of its own
    const station = await openStation({ plans: PLANS, at: Date.parse(NOON) + index * 1000 })
    const place = PLACES[index]
    if (place !== undefined) await station.run([PLANS[index % PLANS.length]!.id], { place })
    else {
      const incidentId = await station.run()
      const outcome = { to: 'false-report', reason: '核实没有此事' } as const
      await station.ask('incident/move', { incidentId, ...outcome })
    }
    const code = await kit.hq.code(index < 6 ? '华东' : '西南', '赵敏')
    const paired = await pairSite(kit.server.url, code, {
      ...{ name: NAMES[index], first: await firstOf(station.journal) },
    })
    const point = await handUp(paired, station.journal, ['2026-11'])
    return { paired, station, head: { epoch: 1, ...point } }
  }
  const beat = ({ paired, head }: Site): Promise<unknown> => beatOf(paired, head, kit.clock.wall())
  /** The same record, gone on otherwise from its second entry on: as an old backup would. */
  async function fork({ paired, station }: Site): Promise<void> {
    const [before] = await station.journal.links(0, 1)
    const [event] = await eventsBehind(station.journal, 1, 1)
    if (!before || !event || !('line' in event)) throw new Error('no entry to fork from')
    const line = event.line.replace('"at":', '"at":1')
    const events = [{ ...event, line, hash: hqVault.sha256(before.hash + line) }]
    const after = { seq: 1, hash: before.hash }
    await expect(pushTo(paired, { after, events })).rejects.toThrow(Refused)
  }
  /** Time passes, and every site but one says that it is there. */
  async function pass(seconds: number): Promise<void> {
    kit.clock.leap(seconds * 1000)
    for (const [index, site] of sites.entries()) if (index !== SILENT) await beat(site)
    await kit.hq.look()
  }
  /** The clock of HQ runs, and frames come as from the program. */
  async function tick(): Promise<void> {
    kit.clock.leap(TICK_MS)
    if ((ticks += 1) % BEAT_TICKS === 0) await pass(0)
    if (areFramesSent) await kit.frames.send()
  }
  const picture = (name: string): Promise<Buffer> =>
    seen.page.screenshot({ path: pictureNamed(`${name}.png`), animations: 'disabled' })
  const text = (selector: string): Promise<string> =>
    seen.page.locator(selector).first().innerText()

  beforeAll(async () => {
    postgres = await startPostgres()
    const pages = readPages(resolve(import.meta.dirname, '../../out/renderer'), HQ_PAGES)
    kit = await openHqKit(postgres, { pages })
    for (const index of NAMES.keys()) sites.push(await openSite(index))
    for (const site of sites) await beat(site)
    await fork(sites[FORKED]!)
    await pass(8 * 60)
    await kit.people.appoint(
      { name: '赵敏', role: 'administrator', regions: null },
      PASSWORD,
      'vigil-hq person',
    )
    running = setInterval(() => void tick(), TICK_MS)
    browser = await launchBrowser()
    seen = await newPage(browser)
  })
  afterAll(async () => {
    clearInterval(running)
    await browser?.close()
    await kit?.stop()
    for (const { station } of sites) await station.stop()
    await postgres?.stop()
  })

  it('asks who one is, and says how the first account is made', async () => {
    await seen.page.goto(kit.server.url)
    await seen.page.getByText('npm run hq -- person').waitFor()
    await picture('hq-sign-in')
    await seen.page.getByLabel('姓名').fill('赵敏')
    await seen.page.keyboard.press('Tab')
    await seen.page.keyboard.type(PASSWORD)
    await seen.page.keyboard.press('Enter')
    await seen.page.locator('[data-incident]').nth(4).waitFor()
  })

  it('shows incidents by urgency, sites by worry, and what there is only once', async () => {
    const { page } = seen
    const places = await page.locator('[data-incident] .what > b').allInnerTexts()
    expect([...places].sort()).toEqual([...PLACES].sort())
    expect(places[0]).toBe('一号机房') // life hangs on it, and nobody has it in hand
    const standings = await page
      .locator('[data-site]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-standing')))
    expect(standings).toEqual(['fork', 'outOfTouch', ...Array(10).fill('well')])
    expect(await text('[data-site].hatched')).toMatch(/东湖商场.*失联.*第\d+号.*[89]分钟前/s)
    expect(await text('.copies')).toContain('只有一份')
    await page.evaluate(() => document.fonts.ready)
    await picture('hq-board')
    expect(await issuesInBothThemes(page)).toEqual([])
  })

  it('counts on by itself, and stands still and says so without its stream', async () => {
    const { page } = seen
    const figure = page.locator('.figure[data-standing=late]').first()
    const before = await figure.innerText()
    await expect.poll(() => figure.innerText()).not.toBe(before)
    areFramesSent = false
    await page.locator('.banner.hatched').waitFor()
    expect(await text('.banner.hatched')).toContain('重连中')
    await picture('hq-board-cut')
    areFramesSent = true
    await page.locator('.banner.hatched').waitFor({ state: 'detached' })
  })

  it('leads from an incident to its steps at the site, without what stays there', async () => {
    const { page } = seen
    await page.locator('[data-incident] a').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: '组织疏散' }).waitFor()
    expect(await text('main')).toContain('封存在单位')
    await picture('hq-incident')
    await page.getByText('返回单位').click()
    await page.getByRole('heading', { name: '城南政务大厅' }).waitFor()
    await page.goto(`${kit.server.url}/#/site/${sites[FORKED]!.paired.site}`)
    await page.getByText('第2号起，单位交来的记录与总部已有的不同').waitFor()
    await picture('hq-site')
  })

  it('sums the month and names who is missing', async () => {
    const { page } = seen
    await page.getByRole('link', { name: '月度' }).click()
    await page.locator('[data-figure=incidents]').waitFor()
    expect(await text('h2')).toBe('11个单位合计，1个未报')
    expect(await text('[data-figure=incidents]')).toMatch(/5$/)
    expect(await text('.missing')).toContain('记录分叉')
    await picture('hq-month')
    expect(await issuesInBothThemes(page)).toEqual([])
  })

  it('hands words down to the chosen sites', async () => {
    const { page } = seen
    await page.getByRole('link', { name: '下发' }).click()
    await page.getByLabel('标题').fill('防汛值守')
    await page.getByLabel('内容').fill('今晚有暴雨，逐层巡查一遍。')
    await page.getByLabel(/江城市民中心/).check()
    await page.getByLabel(/天府公寓/).check()
    await page.getByRole('button', { name: '下发给2个单位' }).click()
    await page.locator('article').waitFor()
    expect(await text('article')).toMatch(/防汛值守.*江城市民中心 等单位来取.*天府公寓/s)
    await picture('hq-orders')
    expect(await issuesInBothThemes(page)).toEqual([])
  })

  it('appoints somebody of one region, who sees that region alone; in English, at 200 %', async () => {
    const { page } = seen
    await page.getByRole('link', { name: '人员' }).click()
    await page.getByLabel('姓名').fill('李强')
    await page.getByLabel(/^区域/).fill('西南')
    await page.getByLabel(/^初始密码/).fill(PASSWORD)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('cell', { name: '李强', exact: true }).waitFor()
    await picture('hq-people')
    expect(await issuesInBothThemes(page)).toEqual([])
    const other = await newPage(browser, { width: 720, height: 450, locale: 'en-US' })
    await other.page.goto(`${kit.server.url}/?lang=en&theme=light`)
    await other.page.getByLabel('Name', { exact: true }).fill('李强')
    await other.page.getByLabel('Password').fill(PASSWORD)
    await other.page.getByRole('button', { name: 'Sign in' }).click()
    await other.page.locator('[data-site]').nth(5).waitFor()
    expect(await other.page.locator('body').innerText()).not.toMatch(/江城|东湖|华东|People/)
    await other.page.screenshot({
      ...{ path: pictureNamed('hq-board-english.png'), animations: 'disabled', fullPage: true },
    })
    expect(await issuesInBothThemes(other.page)).toEqual([])
    other.expectQuiet(/me\/read/) // before somebody signs in
    await other.close()
  })

  it('has shown no error of its own', () => {
    seen.expectQuiet(/me\/read/)
  })
})
