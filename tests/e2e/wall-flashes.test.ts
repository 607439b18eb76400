/**
 * Nothing on a wall flashes more than three times a second (WCAG 2.3.1), however busy it is:
 * counted from what a browser draws every twentieth of a second, on a clock that the test moves.
 * That a wall which flashes too fast is noticed is shown with planted ones.
 */
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newPage } from './browser.ts'
import { flashesIn, type Frame } from './flashes.ts'
import { openPixels, type Pixels } from './pixels.ts'
import { addressOf, fillTo, openOn, openWalls, type Walls } from './wall-scenes.ts'

const STEP = 50 // ms from picture to picture
const CELL = 20 // px
const MOST = 3

describe('a flash', () => {
  const shown = (...lights: number[]): Frame[] =>
    lights.map((light, i) => ({ at: i * 100, cells: [light, 0] }))

  it('is a pair of opposing changes; what goes on is none, nor is what hardly changes', () => {
    expect(flashesIn(shown(0, 1, 0, 1, 0))).toEqual({ most: 2, share: 0 })
    expect(flashesIn(shown(0, 0.3, 0.6, 1)).most).toBe(0.5)
    expect(flashesIn(shown(0.5, 0.55, 0.5, 0.55)).most).toBe(0)
    expect(flashesIn(shown(1, 0.85, 1, 0.85)).most).toBe(0) // both are light
  })

  it('counts within any second, and how much of the picture has too many', () => {
    expect(flashesIn(shown(0, 1, 0, 1, 0, 1, 0, 1, 0))).toEqual({ most: 4, share: 0.5 })
    const slow = shown(0, 1, 0, 1, 0, 1, 0, 1, 0).map((frame) => ({ ...frame, at: 4 * frame.at }))
    expect(flashesIn(slow).most).toBeLessThan(MOST)
  })
})

describe('a wall on which everything happens at once', () => {
  let walls: Walls
  let pixels: Pixels

  beforeAll(async () => {
    walls = await openWalls()
    pixels = await openPixels(walls.browser)
    await fillTo(walls.served, 8)
    await walls.served.pass('2 min') // what nobody has taken is late, and its rows blink
  })
  afterAll(() => walls?.close())

  /** Pictures of so many seconds; station and page go on together, a twentieth of a second each. */
  async function filmed(
    page: Page,
    seconds: number,
    happens: (second: number) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Frame[]> {
    const devtools: CDPSession = await page.context().newCDPSession(page)
    const frames: Frame[] = []
    for (let at = 0; at < seconds * 1_000; at += STEP) {
      if (at % 1_000 === 0) {
        await happens(at / 1_000)
        await walls.served.pass('1 s')
      }
      await page.clock.runFor(STEP)
      // what is animated stands where it would stand then
      await page.evaluate((now) => {
        for (const animation of document.getAnimations()) {
          animation.pause()
          animation.currentTime = now
        }
      }, at)
      const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' })
      const cells = await pixels.luminances(Buffer.from(data, 'base64'), CELL)
      frames.push({ at, cells })
    }
    return frames
  }

  /** A wall whose clock stands still, as the station's does, until it is filmed. */
  async function stillWall(theme: string): Promise<{ page: Page; end: () => Promise<void> }> {
    const { page, close } = await newPage(walls.browser, { width: 960, height: 540, motion: true })
    await page.clock.install()
    await page.goto(addressOf(walls, 'zh-CN', theme))
    await page.locator('.row.blinking').first().waitFor()
    const resume = walls.served.hang()
    await page.clock.pauseAt(Date.now() + 1_000)
    return {
      page,
      async end() {
        resume()
        await close()
      },
    }
  }

  it.each([
    ['dark', 10], // a page turns
    ['light', 3],
  ])(
    'flashes at most three times in any second, wherever one looks: %s, for %i seconds',
    async (theme, seconds) => {
      const { page, end } = await stillWall(theme)
      const { length: open } = await openOn(walls.served)
      const frames = await filmed(page, seconds, (second) =>
        second === 1 ? fillTo(walls.served, open + 3) : Promise.resolve(),
      )
      await end()
      const { most, share } = flashesIn(frames)
      expect(most).toBeGreaterThan(0) // its late rows do blink
      expect(most).toBeLessThanOrEqual(MOST)
      expect(share).toBe(0)
    },
    240_000,
  )

  it.each([
    [
      'a beat that runs wild',
      () => {
        const { dataset } = document.documentElement
        setInterval(() => {
          dataset['beat'] = dataset['beat'] === 'on' ? 'off' : 'on'
        }, 60)
      },
    ],
    [
      'an animation that lets the cells flicker',
      () => {
        for (const cell of document.querySelectorAll('.limit'))
          cell.animate([{ opacity: 1 }, { opacity: 0 }], {
            duration: 200,
            iterations: Infinity,
            easing: 'steps(2, start)',
          })
      },
    ],
  ])('%s is noticed', async (_, plant) => {
    const { page, end } = await stillWall('dark')
    await page.evaluate(plant)
    const frames = await filmed(page, 2)
    await end()
    const { most, share } = flashesIn(frames)
    expect(most).toBeGreaterThan(MOST)
    expect(share).toBeGreaterThan(0)
  })

  it('bears no saturated red, for which the rule is stricter', async () => {
    const { page, close } = await newPage(walls.browser, { width: 960, height: 540 })
    for (const theme of ['dark', 'light']) {
      await page.goto(addressOf(walls, 'zh-CN', theme))
      await page.locator('.row').first().waitFor()
      const red = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--level-1').trim(),
      )
      const channels = [1, 3, 5].map((at) => parseInt(red.slice(at, at + 2), 16))
      const [r = 0] = channels
      expect(r / channels.reduce((sum, each) => sum + each, 0)).toBeLessThan(0.8)
    }
    await close()
  })
})
