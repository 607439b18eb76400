/**
 * Each part of readiness at 200 % (720 × 450 px of the page), in the longer of the two languages
 * and in light: no day stands on two lines, nothing reaches over the edge, the key of the help is
 * whole.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { settled } from './console-scenes.ts'
import { openConsole, pictureNamed, serveSample, type Demo } from './demo.ts'
import { boxOf, overflowOf } from './desk-view.ts'

let demo: Demo
let page: Page
beforeAll(async () => {
  demo = await openConsole(serveSample('2026-11-24T14:32:00+08:00'))
  page = demo.page
  await page.setViewportSize({ width: 720, height: 450 })
}, 120_000)
afterAll(() => demo?.close())

/** The words around each day that is broken between two lines. */
const brokenDays = (): Promise<string[]> =>
  page.evaluate(() => {
    const broken: string[] = []
    const words = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT)
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const text = node.textContent ?? ''
      for (const day of text.matchAll(/\d{4}-\d{2}(-\d{2})?/g)) {
        const range = document.createRange()
        range.setStart(node, day.index)
        range.setEnd(node, day.index + day[0].length)
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
        if (lines.size > 1) broken.push(text.trim())
      }
    }
    return broken
  })

it.each(['list', 'supplies', 'drills', 'training', 'checks', 'upkeep', 'policies'])(
  '%s',
  async (part) => {
    await page.goto(`${demo.served.http.url}/?lang=en&theme=light#/readiness/${part}`)
    await page.reload() // only what comes after # may have changed
    await settled(page)
    await page.screenshot({ path: pictureNamed(`readiness-narrow-${part}.png`) })
    expect(await brokenDays()).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect((await boxOf(page, 'footer .help kbd')).right).toBeLessThanOrEqual(720)
    // half of the screen is the page's, though an alert sounds
    expect((await boxOf(page, '.strip')).bottom).toBeGreaterThan(0)
    expect((await boxOf(page, 'main')).top).toBeLessThanOrEqual(225)
    demo.desk.expectQuiet()
  },
)
