/**
 * The self-test in real browsers: a wall that is well goes through all of it unseen, and each of
 * four walls with a planted fault is named with the stage in which it fails.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { accessibilityIssues, pictureNamed } from './demo.ts'

let served: Served
let browser: Browser

beforeAll(async () => {
  served = await serveStation('2026-11-24T14:00:00+08:00')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const name = async (wall: string): Promise<string> => {
  const job = { name: wall, view: 'incidents', language: 'zh', theme: 'dark' } as const
  return (await served.ask('walls/set', job)).id
}
/**
 * A wall of this name; `plant` runs in its page before anything else does. `more`: of its address;
 * `waits`: what stands there then.
 */
async function open(
  wall: string,
  plant?: () => void,
  { more = '', waits = '.head' } = {},
): Promise<WatchedPage> {
  const id = await name(wall)
  const watched = await newPage(browser, { width: 1920, height: 1080 })
  if (plant) await watched.page.addInitScript(plant)
  await watched.page.goto(served.http.wallUrl.replace('#', `?wall=${id}${more}#`))
  await watched.page.locator(waits).waitFor({ timeout: 40_000 })
  const signs = async () => (await served.station.board()).walls.map(({ named }) => named)
  await expect.poll(signs, { timeout: 15_000 }).toContain(id)
  return watched
}
const last = async () => (await served.ask('walls/self-test-read', {})).last
/** Begins one and waits for its end; gives each wall by its name with the stages that it failed. */
async function outcome(): Promise<Record<string, readonly string[]>> {
  const before = (await last())?.testId
  await served.ask('walls/self-test', {})
  await expect.poll(async () => (await last())?.testId, { timeout: 40_000 }).not.toBe(before)
  const { walls } = await served.ask('walls/read', {})
  const nameOf = (id: string | null) => walls.find((wall) => wall.id === id)?.name ?? ''
  return Object.fromEntries(
    ((await last())?.screens ?? []).map(({ named, failed }) => [nameOf(named), failed]),
  )
}

/** The greatest step of a channel from one pixel of the mark to another, of 255. */
const contrast = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const picture = document.querySelector<HTMLImageElement>('img.self-test')!
    await picture.decode()
    const context = document.createElement('canvas').getContext('2d')!
    context.drawImage(picture, 0, 0)
    const { data } = context.getImageData(0, 0, 8, 8)
    const reds = Array.from({ length: 64 }, (_, field) => data[field * 4] ?? 0)
    return Math.max(...reds) - Math.min(...reds)
  })

it('a wall that is well goes through every stage, its tone is measured and not heard, its mark not seen', async () => {
  const { page, expectQuiet, close } = await open('好屏')
  const seen = page
    .locator('img.self-test')
    .waitFor({ timeout: 30_000 })
    .then(() => contrast(page))
  expect(await outcome()).toEqual({ 好屏: [] })
  expect(await seen).toBe(8)
  const result = await last()
  expect(result).toMatchObject({ passed: true, aloud: false, engineInTime: true, absent: [] })
  expect(result?.screens[0]?.level).toBeGreaterThan(-10)
  await page.locator('img.self-test').waitFor({ state: 'detached' })
  expectQuiet()
  await page.goto('about:blank') // its good-bye
  await close()
}, 60_000)

/** The console ticks every wall by its name; the administrator's guide shows it. */
async function seenAtTheDesk(): Promise<void> {
  const { page, expectQuiet, close } = await newPage(browser, { width: 1440, height: 1100 })
  await page.goto(served.http.consoleUrl)
  await page.locator('header .site').waitFor()
  await page.goto(`${served.http.url}/?lang=zh&theme=dark#/site?at=walls`)
  const part = page.locator('.self-test')
  const ticks = async (wall: string) =>
    (await part.locator('tbody tr', { hasText: wall }).locator('td').allInnerTexts()).slice(0, 6)
  await expect.poll(() => ticks('盖住的屏')).toEqual(['✓', '✓', '✓', '✗', '–', expect.any(String)])
  expect(await ticks('断线的屏')).toEqual(['✓', '✓', '✗', '–', '–', '–'])
  expect(await accessibilityIssues(page), 'axe').toEqual([])
  await part.scrollIntoViewIfNeeded()
  await page.screenshot({ path: pictureNamed('administering-self-test.png') })
  expectQuiet()
  await close()
}

it('a wall whose shared worker hangs has a line of its own, and passes; one on its plain page fails by name; one that is measured is left out', async () => {
  const walls = [
    await open('工作线程卡住的屏', () => {
      // a hub that takes every word and answers none
      const hung = class {
        port = new MessageChannel().port1
      }
      Object.assign(globalThis, { SharedWorker: hung })
    }),
    await open('简易的屏', undefined, { more: '&safe=1', waits: '.safe-head' }),
    await open('在量的屏', undefined, { more: '&calibrate=1', waits: '.calibration' }),
  ]
  expect(await outcome()).toEqual({ 工作线程卡住的屏: [], 简易的屏: ['dom', 'tone'] })
  const { walls: named } = await served.ask('walls/read', {})
  const measured = named.find((wall) => wall.name === '在量的屏')!.id
  expect(await last()).toMatchObject({
    ...{ aside: [{ named: measured, why: 'calibration' }] },
    screens: expect.arrayContaining([expect.objectContaining({ safe: true })]),
  })
  for (const { page, close } of walls) {
    await page.goto('about:blank') // its good-bye
    await close()
  }
}, 120_000)

it('planted faults: covered, faded, muted and cut off, each is caught and named, and the others pass', async () => {
  const walls = [
    await open('亮着的屏'),
    await open('盖住的屏', () => {
      addEventListener('load', () => {
        const cover = document.createElement('div')
        cover.style.cssText = 'position:fixed;inset:0;z-index:9;background:#000'
        document.documentElement.append(cover)
      })
    }),
    await open('褪色的屏', () => {
      addEventListener('load', () => {
        document.body.style.filter = 'opacity(0)'
      })
    }),
    await open('没声的屏', () => {
      AudioParam.prototype.linearRampToValueAtTime = function (this: AudioParam) {
        return this
      }
      AudioParam.prototype.setValueAtTime = function (this: AudioParam) {
        this.value = 0
        return this
      }
    }),
  ]
  const cut = await open('断线的屏', () => {
    Reflect.deleteProperty(globalThis, 'SharedWorker') // a line of its own
    const read = ReadableStreamDefaultReader.prototype.read
    ReadableStreamDefaultReader.prototype.read = function (this: ReadableStreamDefaultReader) {
      // what was on its way when the line was cut is lost, too
      return read
        .call(this)
        .then((chunk) => ('isCut' in globalThis ? new Promise<never>(() => undefined) : chunk))
    }
  })
  await cut.page.evaluate(() => Object.assign(globalThis, { isCut: true }))
  expect(await outcome()).toEqual({
    ...{ 亮着的屏: [], 盖住的屏: ['dom'], 褪色的屏: ['picture'], 没声的屏: ['tone'] },
    ...{ 断线的屏: ['stream'] },
  })
  const [fault] = (await served.station.board()).alerts.filter(({ id }) =>
    id.startsWith('fault.self-test.'),
  )
  expect(fault?.cause.zh).toBe(
    '自检未通过：盖住的屏页面没显示；褪色的屏画面没画出；没声的屏没有声音；断线的屏没有回应。',
  )
  await seenAtTheDesk()
  for (const { expectQuiet } of walls) expectQuiet()
  for (const { close } of [...walls, cut]) await close()
}, 120_000)
