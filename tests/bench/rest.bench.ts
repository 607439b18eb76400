/**
 * A wall with fifty running incidents in which nothing happens: the bytes that it costs on the line
 * to its station, and the frames that its browser draws while something moves by itself.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { SIGN_EVERY_MS } from '#shared/domain/board/wall-sign.ts'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import { countedLine, type Bytes } from './lib/counted-line.ts'
import { atLeast, finish, median, percentile, printNote, within } from './lib/figures.ts'
import { inNewFolder } from './lib/place.ts'
import { pushesOf } from './lib/pushes.ts'
import { hotlineDown, serve } from './lib/serve.ts'

const INCIDENTS = 50
const PART_MS = SIGN_EVERY_MS // a wall gives a sign of life in each
const PARTS = 18
const FRAME_SECONDS = 32 // four turns of the pages

/** Frames a second, as a page sees them that asks for each. */
const framesIn = (page: Page, seconds: number): Promise<readonly number[]> =>
  page.evaluate(
    (seconds) =>
      new Promise<number[]>((done) => {
        const counts: number[] = []
        let since = 0
        let frames = 0
        const count = (now: number): void => {
          if (since === 0) since = now
          if (now - since >= 1_000) {
            counts.push((frames * 1_000) / (now - since))
            since = now
            frames = 0
          }
          frames += 1
          if (counts.length < seconds) requestAnimationFrame(count)
          else done(counts)
        }
        requestAnimationFrame(count)
      }),
    seconds,
  )

await inNewFolder(async (dir) => {
  const served = await serve(dir)
  for (let n = 1; n <= INCIDENTS; n++) await hotlineDown(served, n)
  const line = await countedLine()
  const browser = await launchBrowser()
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    proxy: { server: line.url, bypass: '<-loopback>' },
  })
  const page = await context.newPage()
  await page.goto(served.wallUrl)
  await page.waitForSelector('[data-incident]')
  await pause(PART_MS)
  const pushed = await pushesOf(served)
  await pause(PART_MS)

  const quiet: Bytes[] = []
  let [before, happened] = [line.bytes(), pushed()]
  for (let part = 0; part < PARTS; part++) {
    await pause(PART_MS)
    const after = line.bytes()
    if (pushed() === happened)
      quiet.push({ stream: after.stream - before.stream, rest: after.rest - before.rest })
    ;[before, happened] = [after, pushed()]
  }
  const aMinute = (of: (part: Bytes) => number): number =>
    ((quiet.reduce((sum, part) => sum + of(part), 0) / quiet.length) * (60_000 / PART_MS)) / 1_000
  printNote(`${quiet.length} of ${PARTS} parts were quiet`)

  const frames = await framesIn(page, FRAME_SECONDS)
  printNote(`frames a second: ${frames.map((count) => count.toFixed(0)).join(' ')}`)
  await browser.close()
  line.stop()
  await served.stop()
  finish([
    within(
      'a wall at rest with 50 incidents: bytes of a minute on its stream, with frames and headers',
      aMinute(({ stream }) => stream),
      null,
      'kB',
      10,
    ),
    within(
      '… with its signs of life, both directions',
      aMinute(({ stream, rest }) => stream + rest),
      null,
      'kB',
      10,
    ),
    atLeast('frames a second of a wall whose pages turn, p50', median(frames), 55),
    atLeast('… p5', percentile(frames, 0.05), 55),
  ])
})
