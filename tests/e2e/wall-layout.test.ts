/**
 * Where the texts of a wall stand, in a real browser: none is too small, cut, off the panel or over
 * another one, on a calm wall with a roster and with three incidents, lying and upright, in both
 * languages.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import { faultsOf, linesOn, type DrawnLine } from './wall-text.ts'

const PANELS = [
  ['lying', 1920, 1080],
  ['upright', 1080, 1920],
] as const
const FACES = [
  ['zh-CN', 'dark'],
  ['en', 'dark'],
  ['zh-CN', 'light'],
] as const

let served: Served
let browser: Browser

beforeAll(async () => {
  served = await serveStation('2026-11-24T14:32:00+08:00', [
    'gas-customer-service',
    'government-hall',
  ])
  await served.ask('roster/set', {
    posts: {
      finder: [{ person: '云大己', phone: '0000 0013' }],
      'department-manager': [{ person: '欧阳思远', phone: '0000 0011' }],
      'duty-leader': [{ person: '何建国', phone: '0000 1002' }],
      'duty-officer': [
        { person: '周敏', phone: '0000 1120' },
        { person: '司徒慕容婉清', phone: '0000 1121' },
      ],
    },
  })
  // the month has something to draw
  for (const [type, place] of [
    ['agitated-customer.bill', '一号营业厅'],
    ['agitated-customer.refund', '二号营业厅'],
    ['personal-safety.traffic', '滨江路'],
    ['system-failure.counter', '三号营业厅'],
  ] as const) {
    const { incidentId } = await served.ask('incident/report', { narrative: place, place, type })
    await served.ask('incident/move', { incidentId, to: 'closed', reason: '示例' })
  }
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const address = (lang: string, theme: string, more: Record<string, string> = {}): string => {
  const url = new URL(served.http.wallUrl)
  for (const [key, value] of Object.entries({ lang, theme, ...more }))
    url.searchParams.set(key, value)
  return url.href
}

async function reportThree(): Promise<void> {
  const { incidents } = await served.station.board()
  if (incidents.some(({ place }) => place === '热线中心')) return
  for (const [place, planId] of [
    ['热线中心', 'gas-hotline-failure'],
    ['政务大厅二楼', 'gas-premises-fire'],
    ['自助充值机', 'gas-recharge-terminal-failure'],
  ] as const) {
    const { incidentId } = await served.ask('incident/report', { narrative: place, place })
    await served.ask('incident/activate', { incidentId, planId })
  }
}

type Look = {
  size: readonly [number, number]
  lang: string
  theme?: string
  more?: Record<string, string>
  waits: string
}

/** The texts of a wall of that size once it shows what `waits` selects, and their faults. */
async function lookAt(
  name: string,
  { size: [width, height], lang, theme = 'dark', more = {}, waits }: Look,
): Promise<{ lines: DrawnLine[]; faults: string[]; rule: number }> {
  const { page, expectQuiet, close } = await newPage(browser, { width, height })
  await page.goto(address(lang, theme, more))
  await page.locator(waits).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  const lines = await linesOn(page)
  const unit = await page.evaluate(() =>
    parseFloat(document.documentElement.style.getPropertyValue('--wall-unit')),
  )
  /** The heavy rule below the heads, where rows begin. */
  const top = await page.$eval(
    '.rows',
    (rows) => rows.getBoundingClientRect().top - rows.parentElement!.getBoundingClientRect().top,
  )
  const rule = top / unit - 4 - 4 // the page begins above the panel; its own weight
  const picture = pictureNamed(`wall-${name}-${lang}-${theme}.png`)
  await page.screenshot({ path: picture, animations: 'disabled' })
  expectQuiet()
  await close()
  return { lines, faults: faultsOf(lines, width / unit, height / unit), rule }
}

const textOf = (lines: readonly DrawnLine[]): string => lines.map(({ text }) => text).join(' ')

describe.each(FACES)('a calm wall in %s, %s', (lang, theme) => {
  it.each(PANELS)('%s shows its roster and its month whole', async (panel, ...size) => {
    const look = { size, lang, theme, waits: '.calm ~ .month svg' }
    const { lines, faults } = await lookAt(`calm-${panel}`, look)
    expect(faults).toEqual([])
    expect(textOf(lines)).toContain(lang === 'en' ? 'All clear' : '无事件')
    expect(textOf(lines)).toContain('司徒慕容婉清')
    const figure = lines.find(({ of }) => of === 'days')
    expect(figure?.right).toBeGreaterThan(panel === 'lying' ? 1_650 : 800) // at the right edge
    const [clear, ...posts] = lines.filter(({ of }) => of.includes('what') || of === 'span')
    for (const post of posts.slice(0, 1)) expect(post.left).toBeCloseTo(clear?.left ?? NaN, -1)
  })
})

describe.each(FACES)('a wall of three incidents in %s, %s', (lang, theme) => {
  it.each(PANELS)('%s', async (panel, ...size) => {
    await reportThree()
    const look = { size, lang, theme, waits: '[data-incident]' }
    const { lines, faults, rule } = await lookAt(`three-${panel}`, look)
    expect(faults).toEqual([])
    expect(textOf(lines)).toMatch(lang === 'en' ? /Report Verify/ : /报告 核实/)
    const heads = lines.filter(({ text }) => /^(Report|Resp\.|报告|响应)$/.test(text))
    for (const { bottom } of heads.slice(0, 2)) expect(bottom).toBeLessThan(rule)
  })
})

describe.each(['zh-CN', 'en'])(
  'a wall for far readers in %s, with a limit that is late',
  (lang) => {
    it.each([
      ['lying', 1920, 1080, '8', '1210'],
      ['upright', 1080, 1920, '5', '680'],
    ] as const)('%s', async (panel, width, height, d, w) => {
      await reportThree()
      if (!(await served.station.board()).incidents.some(({ alerts }) => alerts.length > 0))
        await served.pass('11 min')
      const look = { size: [width, height] as const, lang, more: { d, w }, waits: '.row.late' }
      const { faults } = await lookAt(`far-${panel}`, look)
      expect(faults).toEqual([])
    })
  },
)

it('an announcement of two lines keeps the tails of its letters on the panel', async () => {
  const { page, close } = await newPage(browser, { width: 1920, height: 1080 })
  await page.goto(address('en', 'dark', { d: '15', w: '1210' }))
  await page.locator('.foot .notice.two').waitFor({ timeout: 30_000 })
  const lines = (await linesOn(page)).filter(({ of }) => of === 'span')
  const notice = await page.locator('.foot .notice').textContent()
  const shown = lines.filter(({ text }) => notice?.includes(text))
  expect(shown.map(({ text }) => text).join(' ')).toMatch(/[gpy]/)
  expect(faultsOf(shown, Infinity, 1_080 / 2.13)).toEqual([])
  await close()
})
