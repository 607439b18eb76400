/**
 * Where the texts of a wall stand, in a real browser: none is too small, cut, off the panel or over
 * another one, on a calm wall with a roster and with three incidents, lying and upright, in both
 * languages.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newPage } from './browser.ts'
import {
  addressOf,
  fillTo,
  lookAt,
  openWalls,
  PANELS as ALL,
  textOf,
  type Walls,
} from './wall-scenes.ts'
import { faultsOf, linesOn } from './wall-text.ts'

const PANELS = [
  ['lying', ...ALL.lying],
  ['upright', ...ALL.upright],
] as const
const FACES = [
  ['zh-CN', 'dark'],
  ['en', 'dark'],
  ['zh-CN', 'light'],
] as const

let walls: Walls

/** So many turns of eight seconds into the six after which calm and month begin anew. */
async function atTurn({ served }: Walls, turn: number): Promise<void> {
  const turns = 6
  const now = Math.floor(served.clock.wall() / 8_000) % turns
  const ahead = (turn - now + turns) % turns
  if (ahead > 0) await served.pass(`${8 * ahead} s`)
}

beforeAll(async () => {
  walls = await openWalls()
})
afterAll(() => walls?.close())

/** The turn of the month passes in real time, too: a slow look is made again. */
async function inMonthTurn(look: () => ReturnType<typeof lookAt>): ReturnType<typeof lookAt> {
  for (let tries = 1; ; tries++) {
    await atTurn(walls, 4)
    const result = await look()
    if (/13个月|13 months/.test(textOf(result.lines)) || tries === 4) return result
  }
}

describe.each(FACES)('a calm wall in %s, %s', (lang, theme) => {
  it.each(PANELS)('%s shows its roster and its month whole', async (panel, ...size) => {
    await atTurn(walls, 0)
    const look = { size, lang, theme, waits: '.calm-page .month svg' }
    const { lines, faults } = await lookAt(walls, `calm-${panel}`, look)
    expect(faults).toEqual([])
    expect(textOf(lines)).toContain(lang === 'en' ? 'All clear' : '无事件')
    expect(textOf(lines)).toMatch(lang === 'en' ? /\d missing/ : /缺\d项/)
    expect(textOf(lines)).toContain('周敏')
    expect(textOf(lines)).toContain(lang === 'en' ? 'Nobody' : '空岗')
    expect(textOf(lines)).not.toContain('云大己') // whoever finds it is no post
    const figure = lines.find(({ of }) => of === 'days')
    expect(figure?.right).toBeGreaterThan(panel === 'lying' ? 1_650 : 800) // at the right edge
    const [answer, post] = ['h2', 'post'].map((part) => lines.find(({ of }) => of === part))
    expect(post?.left).toBeCloseTo(answer?.left ?? NaN, -1)
  })

  it.each(PANELS)(
    '%s shows the month in its turn, compared and day by day',
    async (panel, ...size) => {
      const look = { size, lang, theme, waits: '.month.page svg' }
      const { lines, faults } = await inMonthTurn(() => lookAt(walls, `calm-month-${panel}`, look))
      expect(faults).toEqual([])
      const text = textOf(lines)
      expect(text).toMatch(
        lang === 'en' ? /4 incidents; no data to compare with/ : /4起：.*无可比数据/,
      )
      expect(text).toContain(lang === 'en' ? '13 months by day' : '13个月逐日')
      expect(text).toMatch(lang === 'en' ? /\d missing/ : /缺\d项/) // the answer stays
    },
  )
})

describe.each(FACES)('a wall of three incidents in %s, %s', (lang, theme) => {
  it.each(PANELS)('%s', async (panel, ...size) => {
    await fillTo(walls.served, 3)
    const look = { size, lang, theme, waits: '[data-incident]' }
    const { lines, faults, rule } = await lookAt(walls, `three-${panel}`, look)
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
      await fillTo(walls.served, 3)
      if (!(await walls.served.station.board()).incidents.some(({ alerts }) => alerts.length > 0))
        await walls.served.pass('11 min')
      const look = { size: [width, height] as const, lang, more: { d, w }, waits: '.row.late' }
      const { faults } = await lookAt(walls, `far-${panel}`, look)
      expect(faults).toEqual([])
    })
  },
)

it('an announcement of two lines keeps the tails of its letters on the panel', async () => {
  const { page, close } = await newPage(walls.browser, { width: 1920, height: 1080 })
  await page.goto(addressOf(walls, 'en', 'dark', { d: '15', w: '1210' }))
  await page.locator('.foot .notice.two').waitFor({ timeout: 30_000 })
  const lines = (await linesOn(page)).filter(({ of }) => of === 'span')
  const notice = await page.locator('.foot .notice').textContent()
  const shown = lines.filter(({ text }) => notice?.includes(text))
  expect(shown.map(({ text }) => text).join(' ')).toMatch(/[gpy]/)
  expect(faultsOf(shown, Infinity, 1_080 / 2.06)).toEqual([])
  await close()
})
