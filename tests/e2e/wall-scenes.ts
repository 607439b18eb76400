/**
 * The walls that the browser specs look at: a station with a roster and a month, up to fifty
 * incidents of all sorts, and a look that reads every text of a page and draws it.
 */
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { onWall } from '#renderer/wall/on-wall.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import { faultsOf, linesOn, type DrawnLine } from './wall-text.ts'

export type Size = readonly [width: number, height: number]
/** Lying, upright, twice as fine, two side by side, and the screen of an old computer. */
export const PANELS = {
  lying: [1920, 1080],
  upright: [1080, 1920],
  '4k': [3840, 2160],
  wide: [3840, 1080],
  small: [1366, 768],
} as const satisfies Record<string, Size>
export const LANGUAGES = ['zh-CN', 'en'] as const
export const THEMES = ['dark', 'light'] as const

export type Walls = { served: Served; browser: Browser; close: () => Promise<void> }

/**
 * A calm wall's station: three posts are held, one of them by two people, somebody stands for
 * whoever happens to be there, and the month has figures.
 */
export async function openWalls(): Promise<Walls> {
  const served = await serveStation('2026-11-24T14:32:00+08:00', [
    'gas-customer-service',
    'government-hall',
    'bank-window',
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
  for (const [type, place] of [
    ['agitated-customer.bill', '一号营业厅'],
    ['agitated-customer.refund', '二号营业厅'],
    ['personal-safety.traffic', '滨江路'],
    ['system-failure.counter', '三号营业厅'],
  ] as const) {
    const { incidentId } = await served.ask('incident/report', { narrative: place, place, type })
    await served.ask('incident/move', { incidentId, to: 'closed', reason: '示例' })
  }
  const browser = await launchBrowser()
  return {
    served,
    browser,
    async close() {
      await browser.close()
      await served.stop()
    },
  }
}

type Ask = Served['ask']
type Scene = {
  place: string
  planId?: string
  drill?: boolean
  then?: (incidentId: string, ask: Ask) => Promise<unknown>
}

const STREETS = ['滨江路', '城东新区', '人民路', '火车站', '大学城'] as const
const STORM = [
  'gas-hall-power-cut',
  'bank-power-cut',
  'gas-recharge-terminal-failure',
  'gas-counter-system-failure',
  'gas-customer-fall-or-illness',
  'gas-agitated-customer',
  'government-hall-power-cut',
] as const

/** In the order in which they are reported: the first is alone, three stand on the next wall. */
const SCENES: readonly Scene[] = [
  { place: '热线中心', planId: 'gas-hotline-failure' },
  { place: '政务大厅二楼', planId: 'gas-premises-fire' },
  { place: '自助充值机', planId: 'gas-recharge-terminal-failure' },
  // … and eight
  {
    place: '滨江市民中心西附楼地下二层B区停车场东侧通道水泵房三号',
    planId: 'gas-customer-fall-or-illness',
    then: (incidentId, ask) =>
      ask('incident/assess', {
        incidentId,
        casualties: { dead: 1, serious: 2, minor: 7, missing: 3, vulnerable: 4 },
      }),
  },
  {
    place: '全市',
    then: (incidentId, ask) => ask('incident/prealert', { incidentId, warning: 'orange' }),
  },
  { place: '城西网点', planId: 'bank-power-cut' },
  {
    place: '客服中心大堂',
    planId: 'gas-recharge-terminal-failure',
    then: (incidentId, ask) =>
      ask('incident/move', { incidentId, to: 'contained', reason: '示例' }),
  },
  { place: '调压站', planId: 'gas-explosion', drill: true },
  // … and twenty
  { place: '一号营业厅', planId: 'gas-counter-system-failure' },
  { place: '二号营业厅', planId: 'gas-hall-power-cut' },
  {
    place: 'Riverside Civic Centre west annexe basement B2 pump room 3 E',
    planId: 'gas-fire-alarm-programme',
  },
  { place: '三号营业厅', planId: 'gas-agitated-customer' },
  { place: '四号营业厅', planId: 'gas-recharge-terminal-failure' },
  { place: '五号营业厅', planId: 'gas-property-loss-customer' },
  { place: '六号营业厅', planId: 'gas-recharge-terminal-failure' },
  { place: '七号营业厅', planId: 'gas-counter-system-failure' },
  { place: '政务大厅一楼', planId: 'government-hall-disturbance' },
  { place: '政务大厅三楼', planId: 'government-hall-power-cut' },
  { place: '八号营业厅' },
  { place: '九号营业厅', planId: 'gas-hall-power-cut' },
  // … and fifty: a storm over the whole city
  ...Array.from({ length: 30 }, (_, index) => ({
    place: `${STREETS[index % STREETS.length]}${10 + index}号网点`,
    planId: STORM[index % STORM.length]!,
    drill: index % 10 === 9,
  })),
]

/** Of a wall, in that language and theme, with `more` settings. */
export function addressOf(
  { served }: Walls,
  lang: string,
  theme = 'dark',
  more: Record<string, string> = {},
): string {
  const url = new URL(served.http.wallUrl)
  for (const [key, value] of Object.entries({ lang, theme, ...more }))
    url.searchParams.set(key, value)
  return url.href
}

/** Those that stand on its walls, drills included. */
export const openOn = async ({ station }: Served): Promise<readonly BoardIncident[]> =>
  onWall((await station.board()).incidents)

/** Reports incidents until `count` are open. */
export async function fillTo(served: Served, count: number): Promise<void> {
  const { length: open } = await openOn(served)
  for (const { place, planId, drill = false, then } of SCENES.slice(open, count)) {
    const { incidentId } = await served.ask('incident/report', { narrative: place, place, drill })
    if (planId) await served.ask('incident/activate', { incidentId, planId })
    await then?.(incidentId, served.ask)
  }
}

/** Closes a wall as a person does: it says good-bye, and nobody misses it. */
export async function leave({ served }: Walls, { page, close }: WatchedPage): Promise<void> {
  const signs = async (): Promise<number> => (await served.station.board()).walls.length
  const before = await signs()
  await page.close({ runBeforeUnload: true })
  await expect.poll(signs).toBeLessThan(Math.max(1, before))
  await close()
}

export type Look = {
  size: Size
  lang: string
  theme?: string
  more?: Record<string, string>
  waits: string
}

/**
 * The texts of a wall of that size once it shows what `waits` selects, and their faults; drawn as
 * `name`. `rule`: where its rows begin, in units.
 */
export async function lookAt(
  walls: Walls,
  name: string,
  { size: [width, height], lang, theme = 'dark', more = {}, waits }: Look,
): Promise<{ lines: DrawnLine[]; faults: string[]; rule: number }> {
  const watched = await newPage(walls.browser, { width, height })
  const { page, expectQuiet } = watched
  await page.goto(addressOf(walls, lang, theme, more))
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
  await leave(walls, watched)
  return { lines, faults: faultsOf(lines, width / unit, height / unit), rule }
}

export const textOf = (lines: readonly DrawnLine[]): string =>
  lines.map(({ text }) => text).join(' ')
