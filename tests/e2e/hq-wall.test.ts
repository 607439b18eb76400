/**
 * The wall of HQ over two hundred sites in a real browser: with none to fifty incidents, lying,
 * upright and wide, in both languages and themes nothing is cut, faint, small or over another.
 * Every incident stands there or is counted; a picture that has stopped, never came or is not
 * allowed says so and is no empty board.
 */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HQ_PAGES, readPages } from '#main/adapters/http/built-pages.ts'
import { frameOf } from '#main/hq/board-frames.ts'
import { boardIncidents, boardSites } from '../kit/group.ts'
import { launchBrowser, newPage, type View, type WatchedPage } from './browser.ts'
import { pictureNamed } from './demo.ts'
import { faultsOf, linesOn } from './wall-text.ts'

const NOW = Date.parse('2026-11-24T14:32:00+08:00')
const SITES = 200
const PANELS = {
  lying: [1920, 1080],
  upright: [1080, 1920],
  wide: [3840, 1080],
} as const
type Panel = keyof typeof PANELS

/** What the wall is told: HQ as its routes answer, with the scene in the test's hand. */
const scene = { incidents: 20, copies: 2 as 1 | 2, isSent: true, status: 200 }
let server: Server
let url: string
let browser: Browser
const readers = new Set<ServerResponse>()
let begun = 0
let ticking: ReturnType<typeof setInterval>

function send(response: ServerResponse): void {
  const at = NOW + performance.now() - begun
  const seen = {
    ...{ at, copies: scene.copies, sites: boardSites(SITES, at) },
    incidents: boardIncidents(scene.incidents, NOW),
  }
  response.write(`data: ${JSON.stringify(frameOf(seen).frame)}\n\n`)
}

beforeAll(async () => {
  const pages = readPages(resolve(import.meta.dirname, '../../out/renderer'), HQ_PAGES)
  server = createServer(({ url: path = '' }, response) => {
    const page = pages.get(path.replace(/\?.*/, ''))
    if (page) return response.writeHead(200, { 'content-type': page.type }).end(page.bytes)
    if (path === '/api/wall/me' || scene.status !== 200)
      return response.writeHead(scene.status).end('{}')
    if (path !== '/api/wall/board') return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.on('close', () => readers.delete(response))
    readers.add(response)
    if (scene.isSent) send(response)
    else response.write(':\n\n')
    return response
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/wall`
  begun = performance.now()
  ticking = setInterval(() => scene.isSent && readers.forEach(send), 1000)
  browser = await launchBrowser()
})
afterAll(async () => {
  clearInterval(ticking)
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
})

async function opened(panel: Panel, query: string, view: View = {}): Promise<WatchedPage> {
  const [width, height] = PANELS[panel]
  const watched = await newPage(browser, { ...view, width, height })
  await watched.page.goto(`${url}?${query}`)
  return watched
}
async function look({ page }: WatchedPage, panel: Panel, name: string) {
  const [width, height] = PANELS[panel]
  await page.evaluate(() => document.fonts.ready)
  const lines = await linesOn(page)
  const unit = await page.evaluate(() =>
    parseFloat(document.documentElement.style.getPropertyValue('--wall-unit')),
  )
  await page.screenshot({ path: pictureNamed(`hq-wall-${name}.png`), animations: 'disabled' })
  const text = lines.map((line) => line.text).join(' ')
  return { text, faults: faultsOf(lines, width / unit, height / unit) }
}

const FACES = (Object.keys(PANELS) as Panel[]).flatMap((panel) =>
  (['zh', 'en'] as const).flatMap((lang) =>
    (['dark', 'light'] as const).map((theme) => [panel, lang, theme] as const),
  ),
)

describe.each([0, 1, 5, 20, 50])('a wall of %i incidents', (count) => {
  it.each(FACES)('%s, %s, %s', async (panel, lang, theme) => {
    Object.assign(scene, { incidents: count, copies: count === 5 ? 1 : 2, isSent: true })
    const watched = await opened(panel, `lang=${lang}&theme=${theme}`)
    const { page } = watched
    await page.locator(count === 0 ? '.calm' : '.row.lead').waitFor()
    const { text, faults } = await look(watched, panel, `${count}-${panel}-${lang}-${theme}`)
    expect(faults).toEqual([])
    expect(text).toContain('196/200')
    expect(text).toMatch(lang === 'zh' ? /失联 4/ : /Lost 4/)
    expect(text).toMatch(lang === 'zh' ? /分叉 1/ : /Forked 1/)
    const shown = await page.locator('[data-incident]').count()
    const left = /本页外(\d+)起|(\d+) not on this page/.exec(text)
    expect(shown + Number(left?.[1] ?? left?.[2] ?? 0)).toBe(count)
    if (count === 5) expect(text).toMatch(lang === 'zh' ? /只有一份/ : /One copy only/)
    watched.expectQuiet()
    await watched.close()
  })
})

it('shows every incident in turn, the worst on every page', async () => {
  Object.assign(scene, { incidents: 20, copies: 2, isSent: true })
  const watched = await opened('lying', 'lang=zh')
  const { page } = watched
  const seen = new Set<string>()
  await expect
    .poll(
      async () => {
        const ids = await page
          .locator('[data-incident]')
          .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-incident') ?? ''))
        expect(ids[0]).toBe('i0')
        for (const id of ids) seen.add(id)
        return seen.size
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(20)
  await watched.close()
})

it('stands still, hatched, and says since when; limits become times of day', async () => {
  Object.assign(scene, { incidents: 20, isSent: true })
  const watched = await opened('lying', 'lang=zh')
  const { page } = watched
  await page.locator('.row.lead').waitFor()
  scene.isSent = false
  await page.locator('.wall.stale').waitFor({ timeout: 15_000 })
  const { text, faults } = await look(watched, 'lying', 'stale')
  expect(faults).toEqual([])
  expect(text).toMatch(/重连中 .*画面停在14:3\d:\d\d/)
  expect(text).not.toMatch(/\+\d\d:\d\d/)
  expect(await page.locator('[data-incident]').count()).toBeGreaterThan(6)
  scene.isSent = true
  await page.locator('.wall:not(.stale)').waitFor()
  await watched.close()
})

it('is no empty board before the first picture, nor when it may not look', async () => {
  scene.isSent = false
  const watched = await opened('lying', 'lang=zh')
  await watched.page.getByText('重连中 · 还没有收到画面').waitFor()
  expect(await watched.page.locator('.calm').count()).toBe(0)
  Object.assign(scene, { isSent: true, status: 401 })
  await watched.page.reload()
  await watched.page.getByText('这块屏还没有通行码，或已被停用。').waitFor()
  await watched.page.screenshot({ path: pictureNamed('hq-wall-enter.png') })
  scene.status = 503
  await watched.page.reload()
  await watched.page.getByText('正在联系总部').waitFor()
  scene.status = 200
  await watched.page.locator('.row.lead').waitFor()
  await watched.close()
})
