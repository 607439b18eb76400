/**
 * Measures the way from a command sent over HTTP (a place heard wrongly is put right) until a wall
 * in a real browser has painted it: the real `serve` in a process of its own, the built wall,
 * measured in the page. Beside it stands the least that such a thing can be: a bare server that
 * syncs the same bytes and a page that writes one text.
 */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { launchBrowser, newPage } from '../e2e/browser.ts'
import { finish, median, printNote, percentile, within } from './lib/figures.ts'
import { inNewFolder } from './lib/place.ts'
import { hotlineDown, serve } from './lib/serve.ts'

const TIMES = 150
const BACKGROUND = 3 // incidents that run meanwhile
const BETWEEN_MS = 180

/** Resolves with the page's wall time (UTC ms) at the end of the first frame with the text. */
const painted = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    (text) =>
      new Promise<number>((done) => {
        const holds = (): boolean => (document.body.textContent ?? '').includes(text)
        const seen = (): void => {
          watch.disconnect()
          requestAnimationFrame(() => {
            // its task comes after the frame has been drawn
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => done(performance.timeOrigin + performance.now())
            port2.postMessage(null)
          })
        }
        const watch = new MutationObserver(() => {
          if (holds()) seen()
        })
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
        if (holds()) seen()
        else document.documentElement.dataset.watching = text
      }),
    text,
  )

/**
 * The page's clock against ours: both started from the wall clock once and have run on their own
 * since.
 */
async function skew(page: Page): Promise<number> {
  const offsets: number[] = []
  for (let n = 0; n < 15; n++) {
    const from = performance.timeOrigin + performance.now()
    const there = await page.evaluate(() => performance.timeOrigin + performance.now())
    offsets.push(there - (from + performance.timeOrigin + performance.now()) / 2)
  }
  return median(offsets)
}

/** Waits until the page watches for the text, sends, and gives the ms from sending to paint. */
async function timed(
  page: Page,
  text: string,
  ahead: number,
  send: () => Promise<unknown>,
): Promise<number> {
  const done = painted(page, text)
  await page.waitForFunction(
    (expected) => document.documentElement.dataset.watching === expected,
    text,
  )
  const from = performance.timeOrigin + performance.now()
  const [at] = await Promise.all([done, send()])
  await page.evaluate(() => {
    delete document.documentElement.dataset.watching
  })
  return at - ahead - from
}

/** The bare alternative: POST → pwrite + fdatasync → server-sent event → one text node. */
async function bareServer(file: string): Promise<{ url: string; stop: () => void }> {
  const fd = openSync(file, 'w')
  const bytes = Buffer.alloc(8_000, 'x') // about what a command saves
  const readers = new Set<ServerResponse>()
  let at = 0
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = ''
      request
        .on('data', (piece) => {
          body += String(piece)
        })
        .on('end', () => {
          writeSync(fd, bytes, 0, bytes.length, at)
          fdatasyncSync(fd)
          at += bytes.length
          response.end('{}')
          for (const reader of readers) reader.write(`data: ${body}\n\n`)
        })
    } else if (request.url === '/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
      readers.add(response)
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        '<!doctype html><body style="font-size:80px"><p></p><script>new EventSource("/stream").onmessage = ({ data }) => { document.querySelector("p").textContent = data }</script>',
      )
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close()
      server.closeAllConnections()
      closeSync(fd)
    },
  }
}

await inNewFolder(async (dir) => {
  const served = await serve(dir)
  for (let n = 1; n <= BACKGROUND; n++) await hotlineDown(served, n)
  const { incidentId } = await served.request('incident/report', {
    narrative: '有人受伤',
    place: '测000号厅',
  })
  const bare = await bareServer(join(dir, 'plain'))
  const browser = await launchBrowser()
  const [wall, plain] = [
    await newPage(browser, { width: 1920, height: 1080 }),
    await newPage(browser, { width: 1920, height: 1080 }),
  ]
  await wall.page.goto(served.wallUrl)
  await wall.page.waitForSelector('[data-incident]')
  await plain.page.goto(bare.url)
  await pause(1_000)

  const [moved, least]: [number[], number[]] = [[], []]
  const [wallAhead, plainAhead] = [await skew(wall.page), await skew(plain.page)]
  for (let n = -10; n < TIMES; n++) {
    const place = `测${n + 100}号厅`
    const shown = await timed(wall.page, place, wallAhead, () =>
      served.request('incident/amend', { incidentId, place, reason: '听错了' }),
    )
    await pause(BETWEEN_MS)
    const bareShown = await timed(plain.page, place, plainAhead, () =>
      fetch(bare.url, { method: 'POST', body: place }),
    )
    await pause(BETWEEN_MS + Math.random() * 50)
    if (n < 0) continue
    moved.push(shown)
    least.push(bareShown)
  }
  for (const [name, values] of Object.entries({ moved, least }))
    printNote(
      `${name}: p50 ${median(values).toFixed(1)}, p95 ${percentile(values, 0.95).toFixed(1)}, most ${Math.max(...values).toFixed(1)} ms`,
    )
  await browser.close()
  bare.stop()
  await served.stop()
  finish([
    within(
      'command over HTTP → painted on a wall in Chromium, p50',
      median(moved),
      median(least),
      'ms',
      null,
      1,
    ),
    within(
      'command over HTTP → painted on a wall, p95',
      percentile(moved, 0.95),
      percentile(least, 0.95),
      'ms',
      150,
      1,
    ),
  ])
})
