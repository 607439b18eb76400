/**
 * The wall at night and with its header in the other place, in a real browser: in every form that
 * it has, no text is under 7:1, cut, off the panel or over another one, and header, clock and long
 * rules stand elsewhere than before, while no cell of the strip has moved.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeAt, type HeadPlace } from '#renderer/wall/head-place.ts'
import { newPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import { openPixels, type Pixels } from './pixels.ts'
import { cutInk } from './wall-ink.ts'
import {
  addressOf,
  fillTo,
  leave,
  lookAt,
  openWalls,
  PANELS,
  textOf,
  type Size,
  type Walls,
} from './wall-scenes.ts'
import { linesOn } from './wall-text.ts'

let walls: Walls
let pixels: Pixels
let names: Readonly<Record<string, string>>
const sizes: Readonly<Record<string, Size>> = PANELS

beforeAll(async () => {
  walls = await openWalls()
  pixels = await openPixels(walls.browser)
  const night = { from: '14:00', to: '13:59' } // all day, but for a minute
  const entries = (['zh', 'en'] as const).flatMap((language) =>
    (['dark', 'light'] as const).map((theme) => ({ language, theme })),
  )
  names = Object.fromEntries(
    await Promise.all(
      entries.map(async ({ language, theme }) => {
        const wall = { name: `${language}-${theme}`, view: 'incidents', language, theme } as const
        const { id } = await walls.served.ask('walls/set', { ...wall, night })
        return [`${language}-${theme}`, id]
      }),
    ),
  )
})
afterAll(() => walls?.close())

/** Moves the station's clock to where that place is due, and for half an hour yet. */
async function until(place: HeadPlace): Promise<void> {
  const QUARTER = 15 * 60_000
  const now = walls.served.clock.wall()
  let at = now
  while (placeAt(at) !== place || placeAt(at + 2 * QUARTER) !== place) at += QUARTER
  if (at > now) await walls.served.pass(`${Math.ceil((at - now) / 1_000)} s`)
}

type Box = { left: number; top: number; right: number; bottom: number }
/** Where header, clock, the heads' rule and the cells are, by name, in CSS px. */
const boxesOn = (page: Page): Promise<Record<string, Box>> =>
  page.evaluate(() => {
    const boxOf = (element: Element | null): [Box] | [] => {
      if (!element) return []
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return [{ left, top, right, bottom }]
    }
    const [counts] = boxOf(document.querySelector('.head .counts'))
    const [clock] = boxOf(document.querySelector('.head .clock'))
    const [line] = boxOf(document.querySelector('.wall > .columns, .wall > .line'))
    const isLow = document.querySelector('.wall')!.classList.contains('moved')
    const rule =
      line && (isLow ? { ...line, bottom: line.top + 4 } : { ...line, top: line.bottom - 4 })
    const cells = [...document.querySelectorAll('.strip .cell')].flatMap((cell, i) =>
      boxOf(cell).map((box) => [`cell ${i}`, box] as const),
    )
    return Object.fromEntries([
      ...Object.entries({ counts, clock, rule }).filter(([, box]) => box),
      ...cells,
    ]) as Record<string, Box>
  })
const meet = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) > Math.max(a.left, b.left) &&
  Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top)

const FACES = Object.keys(PANELS).flatMap((panel) =>
  (['zh', 'en'] as const).flatMap((lang) =>
    (['dark', 'light'] as const).map((theme) => [panel, lang, theme] as const),
  ),
)
const FAR = [
  ['lying', 1210, 6],
  ['lying', 1210, 8],
  ['upright', 680, 5],
  ['wide', 2420, 6],
] as const

describe.each([0, 1, 3, 8, 20])('a wall of %i', (count) => {
  beforeAll(() => fillTo(walls.served, count), 240_000)
  const waits = count === 0 ? '.calm-page' : '[data-incident]'

  describe.each(['usual', 'other'] as const)('with its header in the %s place', (place) => {
    beforeAll(() => until(place), 240_000)

    // where the header usually is the matrix has read everything by day (wall-matrix.test.ts)
    const faces = place === 'other' ? FACES : FACES.filter(([panel]) => panel === 'lying')
    it.each(faces)('at night, %s, %s, %s', async (panel, lang, theme) => {
      const more = { wall: names[`${lang}-${theme}`]! }
      const look = { size: sizes[panel]!, lang: lang === 'zh' ? 'zh-CN' : 'en', theme, more, waits }
      const { faults, lines } = await lookAt(walls, `night-${place}-${count}-${panel}`, look)
      expect(faults).toEqual([])
      expect(textOf(lines)).toMatch(lang === 'en' ? /Notice/ : /公告/)
    })

    it.each(place === 'other' ? FAR : [])(
      '%s, %i mm wide, for a reader at %i m',
      async (panel, w, d) => {
        const more = { d: String(d), w: String(w) }
        const look = { size: sizes[panel]!, lang: 'zh-CN', more, waits }
        const { faults } = await lookAt(walls, `night-${place}-${count}-${panel}-${d}m`, look)
        expect(faults).toEqual([])
      },
    )
  })

  it.each(FACES.filter(([panel]) => panel === 'lying'))(
    'dim though lives hang on it, %s, %s, %s: no text is under seven to one',
    async (panel, lang, theme) => {
      const [width, height] = sizes[panel]!
      const watched = await newPage(walls.browser, { width, height })
      const { page } = watched
      await page.addInitScript(() => {
        // before a chart takes its inks from it
        new MutationObserver(() => {
          const { dataset } = document.documentElement
          if (dataset.light !== 'night') dataset.light = 'night'
        }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-light'] })
      })
      await page.goto(addressOf(walls, lang === 'zh' ? 'zh-CN' : 'en', theme))
      await page.locator(waits).first().waitFor()
      expect(await page.locator('html[data-light=night]').count()).toBe(1)
      const lines = await linesOn(page)
      await page.screenshot({ path: pictureNamed(`wall-dim-${count}-${lang}-${theme}.png`) })
      expect(lines.filter(({ contrast }) => contrast < 7)).toEqual([])
      await leave(walls, watched)
    },
  )

  it.each(Object.keys(PANELS))(
    '%s: nothing that is long there stays where it was',
    async (panel) => {
      const [width, height] = sizes[panel]!
      const seen: Record<string, Box>[] = []
      for (const place of ['usual', 'other'] as const) {
        await until(place)
        const watched = await newPage(walls.browser, { width, height })
        const { page } = watched
        await page.goto(addressOf(walls, 'zh-CN'))
        await page.locator(waits).first().waitFor()
        await page.evaluate(() => document.fonts.ready)
        expect(await page.locator('.wall.moved').count()).toBe(place === 'other' ? 1 : 0)
        seen.push(await boxesOn(page))
        await page.screenshot() // whatever its texts still lack of the font is asked for
        await page.evaluate(() => document.fonts.ready)
        expect(await pixels.coloursAtEdges(await page.screenshot())).toBeLessThan(4)
        const unit = await page.evaluate(() =>
          parseFloat(document.documentElement.style.getPropertyValue('--wall-unit')),
        )
        expect(await cutInk(page, pixels, unit)).toEqual([])
        await leave(walls, watched)
      }
      const [before = {}, after = {}] = seen
      for (const part of ['counts', 'clock', 'rule'])
        if (before[part] && after[part])
          expect(meet(before[part], after[part]), `${part} in both places`).toBe(false)
      const cells = Object.keys(before).filter((part) => part.startsWith('cell'))
      if (count >= 8) expect(cells.length).toBeGreaterThan(4)
      for (const cell of cells) {
        // the shift against burn-in moves everything by a few pixels
        const most = (9 * width) / 1_000
        expect(Math.abs(before[cell]!.left - after[cell]!.left), cell).toBeLessThan(most)
        expect(Math.abs(before[cell]!.top - after[cell]!.top), cell).toBeLessThan(most)
      }
    },
  )
})
