/**
 * Texts that mean harm, in every field that people fill: markup, marks that turn the direction of
 * what follows, letters that nobody sees, words from right to left, ten thousand characters.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import { overflowOf, sightOf } from './desk-view.ts'

const HOSTILE =
  '\u202eمكتب الطابق 3 \u200b<img src=x onerror="globalThis.harmed=1">\u2066<script>globalThis.harmed=1</script>"\'&\u0007'
const filled = (length: number): string =>
  HOSTILE.repeat(Math.ceil(length / HOSTILE.length)).slice(0, length)
const SHORT = filled(200)
const LONG = filled(10_000)

let served: Served
let browser: Browser
let desk: WatchedPage
let page: Page
let fire: string

const openStep = async (words: string) => {
  const { steps } = (await served.station.board()).incidents.find(({ id }) => id === fire)!
  return steps.find(({ state, title }) => state === 'open' && title.zh.includes(words))!
}

beforeAll(async () => {
  served = await serveStation('2026-11-26T14:00:00+08:00')
  const { ask } = served
  const holder = [{ person: SHORT, phone: filled(40) }]
  await ask('roster/set', {
    posts: { 'duty-officer': holder, guards: holder, 'general-section': holder },
  })
  await ask('site/places-set', { places: [{ name: SHORT }] })
  const { incidentId } = await ask('incident/report', {
    narrative: LONG,
    place: SHORT,
    area: SHORT,
    channel: SHORT,
    reporter: SHORT,
  })
  fire = incidentId
  await ask('incident/activate', {
    incidentId,
    planId: 'government-hall-fire',
    commander: SHORT,
  })
  await ask('incident/answer', { incidentId, fact: 'fire_size', value: 'large' })
  await ask('incident/note', { incidentId, words: LONG })
  const of = async (words: string) => (await openStep(words)).id
  const evacuation = await of('疏散群众')
  await ask('incident/list-add', {
    incidentId,
    stepId: evacuation,
    items: [{ name: SHORT, helper: SHORT }],
  })
  const { steps } = (await served.station.board()).incidents[0]!
  const [item] = steps.find(({ id }) => id === evacuation)!.listed!.items
  await ask('incident/list-mark', {
    incidentId,
    stepId: evacuation,
    item: item!.id,
    outcome: 'not-reached',
    reason: LONG,
  })
  await ask('incident/call', {
    incidentId,
    stepId: await of('119'),
    to: { who: SHORT, number: filled(60) },
    outcome: 'answered',
    words: LONG,
  })
  await ask('incident/step', {
    incidentId,
    stepId: await of('警报器'),
    outcome: 'done',
    onBehalfOf: { person: SHORT, channel: SHORT, words: LONG },
    words: LONG,
    evidence: [{ what: SHORT, kind: 'document', place: SHORT }],
  })
  await ask('incident/step', {
    incidentId,
    stepId: await of('灭火器'),
    outcome: 'skipped',
    reason: LONG,
  })
  await ask('incident/evidence-add', {
    incidentId,
    what: SHORT,
    kind: 'document',
    place: SHORT,
    keeper: SHORT,
  })
  await ask('incident/assess', { incidentId, casualties: { minor: 1 }, reason: LONG })
  await ask('incident/amend', { incidentId, narrative: `${filled(9_990)}二`, reason: LONG })
  const { incidentId: other } = await ask('incident/report', { narrative: LONG, place: SHORT })
  await ask('incident/move', { incidentId: other, to: 'false-report', reason: LONG })
  await served.pass('62 s')
  browser = await launchBrowser()
  desk = await newPage(browser)
  page = desk.page
  await page.goto(served.http.consoleUrl)
  await page.locator('.next h2').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

/** What is wrong with the page as it stands. */
const faults = (): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = []
    if ('harmed' in globalThis) wrong.push('a script of a text ran')
    if (document.querySelector('img[src="x"]')) wrong.push('markup of a text became an element')
    const words = document.body.textContent ?? ''
    // the two marks that isolate are our own
    if (/[\u200b\u202a-\u202e\u2066\u2067]/.test(words)) wrong.push('unseen characters are left')
    const RIGHT_TO_LEFT = /\p{Script=Arabic}/u
    const count = (words: string, mark: string): number => words.split(mark).length - 1
    /** Is it between two marks, of which the first may stand in an element before it? */
    const isMarked = (text: Text): boolean => {
      const before = document.createRange()
      before.setStart(text.parentElement!.closest('li, p, h2, h3, td, section') ?? document.body, 0)
      before.setEnd(text, 0)
      const words = before.toString()
      return text.data.includes('\u2068') || count(words, '\u2068') > count(words, '\u2069')
    }
    const isIsolated = (text: Text): boolean => {
      if (isMarked(text)) return true
      for (let box = text.parentElement; box; box = box.parentElement) {
        const { display, unicodeBidi } = getComputedStyle(box)
        if (/isolate|plaintext/.test(unicodeBidi)) return true
        // a block of its own: nothing stands beside the text
        if (!display.startsWith('inline') && display !== 'contents')
          return box.textContent?.trim() === text.data.trim()
      }
      return false
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      if (RIGHT_TO_LEFT.test(text.data) && !isIsolated(text))
        wrong.push(`not isolated in ${text.parentElement?.className}: ${text.data.slice(0, 40)}`)
    }
    return [...new Set(wrong)]
  })

describe('the desk', () => {
  it('shows hostile words as words, isolated, and reaches over no edge', async () => {
    await page.screenshot({ path: pictureNamed('desk-hostile.png'), animations: 'disabled' })
    expect(await faults()).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect((await sightOf(page, '.next h2, .next .main')).unseen).toEqual([])
  })

  it('folds ten thousand characters in the timeline and unfolds them at a press', async () => {
    const entry = page.locator('.log li', { has: page.locator('.unfold') }).first()
    expect((await entry.textContent())?.length).toBeLessThan(700)
    await entry.locator('.unfold').click()
    expect((await entry.textContent())?.length).toBeGreaterThan(7_000)
    await entry.locator('.unfold').click()
    expect((await entry.textContent())?.length).toBeLessThan(700)
  })

  it('with every stage unfolded and each step looked at', async () => {
    const folded = page.locator('.folds .fold[aria-expanded="false"]')
    while ((await folded.count()) > 0) await folded.first().click()
    const rows = page.locator('.steps [data-row]')
    for (let n = 0; n < (await rows.count()); n++) {
      await rows.nth(n).click()
      expect(await faults()).toEqual([])
      expect((await sightOf(page, '.next h2')).unseen).toEqual([])
    }
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })
})

describe.each(['history', 'history/{id}', 'site'])('the page %s', (path) => {
  it('shows hostile words as words, isolated', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/${path.replace('{id}', fire)}`)
    await page.locator('main').first().waitFor()
    await page.waitForFunction(() => /\p{Script=Arabic}/u.test(document.body.textContent ?? ''))
    expect(await faults()).toEqual([])
  })
})

it('no error was shown or logged', () => {
  desk.expectQuiet()
  expect(served.errors).toEqual([])
})
