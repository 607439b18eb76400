/**
 * One second of a wall with fifty running incidents, in processor time of the page's main thread as
 * the kernel counts it, so that other work of the machine is not in it, against a still copy of the
 * same page in which a bare script writes the same texts into the same places at the same moments.
 * Both pages are measured over the same seconds, of which those are left out in which something was
 * pushed: the still copy knows nothing of it.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { launchBrowser } from '../e2e/browser.ts'
import { finish, interleaved, median, percentile, printNote, within } from './lib/figures.ts'
import { inNewFolder } from './lib/place.ts'
import { pushesOf } from './lib/pushes.ts'
import { hotlineDown, serve } from './lib/serve.ts'

const INCIDENTS = 50
const ROUNDS = 24
const SECONDS = 8 // a turn of the pages, which is set apart by taking the median second
const RECORDED = 2 // seconds, between two turns: a page of a single row stays four

/** What is written: the element by its place in the body, and either its text or its style. */
type Write = { element: number; of: string; text?: string; style?: string } // `of`: its classes
/**
 * What is written together, `at` ms after the recording began: at the tick, and when the station's
 * beat has come.
 */
type Moment = { at: number; writes: Write[] }
type Recorded = { moments: Moment[]; html: string }

/** The writes of some seconds between two turns of the page, and the page as it then stands. */
const record = (page: Page, seconds: number): Promise<Recorded | null> =>
  page.evaluate(
    (seconds) =>
      new Promise<Recorded | null>((done) => {
        const order = [...document.body.querySelectorAll('*')]
        const html = document.documentElement.outerHTML
        const moments: Moment[] = []
        const begun = performance.now()
        const watch = new MutationObserver((records) => {
          const tick = new Map<string, Write>()
          for (const { type, target } of records) {
            const node = target instanceof Element ? target : target.parentElement
            const element = node ? order.indexOf(node) : -1
            if (!node || element < 0) continue
            const of = node.getAttribute('class') ?? ''
            if (type === 'attributes')
              tick.set(`${element} style`, { element, of, style: node.getAttribute('style') ?? '' })
            else if (node.childElementCount === 0)
              tick.set(`${element} text`, { element, of, text: node.textContent ?? '' })
            else if (type === 'childList') {
              // the page turned: this is no plain tick
              watch.disconnect()
              done(null)
            }
          }
          moments.push({ at: performance.now() - begun, writes: [...tick.values()] })
        })
        watch.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
          attributeFilter: ['style'],
        })
        setTimeout(() => {
          watch.disconnect()
          done({ moments, html })
        }, seconds * 1000)
      }),
    seconds,
  )

/**
 * The same page, still, with a script that writes what was recorded in `seconds`, over and over.
 */
async function stillCopy(
  page: Page,
  origin: string,
  { html, moments }: Recorded,
  seconds: number,
): Promise<void> {
  const body = html
    .replace(/<script[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link[^>]*modulepreload[^>]*>/g, '')
  await page.route(`${origin}/still`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html>${body}` }),
  )
  await page.goto(`${origin}/still`)
  await page.evaluate(
    ({ moments, period }) => {
      // scripts and what they have put into the head are not in the copy: places count in the body
      const order = [...document.body.querySelectorAll('*')] as HTMLElement[]
      for (const { element, of } of moments.flatMap(({ writes }) => writes))
        if ((order[element]?.getAttribute('class') ?? '') !== of)
          throw new Error('the still copy is another page')
      const begun = performance.now()
      let n = 0
      const dueAt = (): number =>
        begun + Math.floor(n / moments.length) * period + (moments[n % moments.length]?.at ?? 0)
      const next = (): void => {
        for (const { element, text, style } of moments[n % moments.length]?.writes ?? []) {
          const target = order[element]
          if (!target) continue
          // a node that stays costs a browser less than a new one
          if (text !== undefined && target.firstChild) target.firstChild.nodeValue = text
          if (style !== undefined) target.setAttribute('style', style)
        }
        n += 1
        setTimeout(next, dueAt() - performance.now())
      }
      setTimeout(next, dueAt() - performance.now())
    },
    { moments, period: seconds * 1000 },
  )
}

/** Processor time of the main thread of a process so far, ms. */
const busyMs = (pid: number): number => {
  const [nanoseconds = ''] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')
  return Number(nanoseconds) / 1e6
}

async function renderersOf(session: CDPSession): Promise<readonly number[]> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

await inNewFolder(async (dir) => {
  const served = await serve(dir)
  for (let n = 1; n <= INCIDENTS; n++) await hotlineDown(served, n)
  const browser = await launchBrowser()
  const ofBrowser = await browser.newBrowserCDPSession()
  const open = async (): Promise<{ page: Page; pid: number }> => {
    const before = await renderersOf(ofBrowser)
    // a context each: a process each
    const context = await browser.newContext({
      viewport: { width: 1920, height: 1080 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    // A new window tells its first page where the mouse is; from then on each layout has the
    // browser look what lies under it, and after its speed for half a second. That is no text: it
    // is left out of both pages.
    await page.goto(new URL('/icon.svg', served.wallUrl).href)
    await page.goto(served.wallUrl)
    const pid = (await renderersOf(ofBrowser)).find((id) => !before.includes(id))
    if (pid === undefined) throw new Error('the page has no process of its own')
    return { page, pid }
  }
  const [wall, still] = [await open(), await open()]
  await wall.page.waitForSelector('[data-incident]')
  await pause(3_000)
  let recorded: Awaited<ReturnType<typeof record>> = null
  for (let tries = 0; tries < 40 && (!recorded || recorded.moments.length < RECORDED - 1); tries++)
    recorded = await record(wall.page, RECORDED)
  if (!recorded) throw new Error('no quiet seconds between two pages')
  printNote(
    `what is written in ${RECORDED} s: ${recorded.moments.map(({ writes }) => writes.length).join(', ')} texts and styles; ${await wall.page.locator('[data-incident]').count()} of ${INCIDENTS} incidents are on the page`,
  )
  await stillCopy(still.page, new URL(served.wallUrl).origin, recorded, RECORDED)
  await pause(2_000)

  const pushed = await pushesOf(served)
  const rounds: { ours: number[]; plain: number[] }[] = []
  for (let round = 1; rounds.length < ROUNDS && round <= 2 * ROUNDS; round++) {
    const measured: { ours: number[]; plain: number[] } = { ours: [], plain: [] }
    await pause(1_000 - (Date.now() % 1_000) + 500) // halfway between two ticks
    let before = [busyMs(wall.pid), busyMs(still.pid)] as const
    let happened = pushed()
    for (let second = 0; second < SECONDS; second++) {
      await pause(1_000 - (Date.now() % 1_000) + 500)
      const after = [busyMs(wall.pid), busyMs(still.pid)] as const
      if (pushed() === happened) {
        measured.ours.push(after[0] - before[0])
        measured.plain.push(after[1] - before[1])
      }
      ;[before, happened] = [after, pushed()]
    }
    if (measured.ours.length < SECONDS / 2) continue
    rounds.push(measured)
    printNote(
      `round ${round}: wall p50 ${median(measured.ours).toFixed(2)}, p95 ${percentile(measured.ours, 0.95).toFixed(2)} (with the turn of a page); still copy p50 ${median(measured.plain).toFixed(2)}, p95 ${percentile(measured.plain, 0.95).toFixed(2)} ms`,
    )
  }
  await browser.close()
  await served.stop()
  finish([
    interleaved(
      'one second of a wall with 50 incidents, main thread, against bare writes of the same texts at the same moments',
      rounds.map(({ ours, plain }) => ({ ours: median(ours), plain: median(plain) })),
      'ms',
      2,
    ),
    within(
      'the same, by itself',
      median(rounds.flatMap(({ ours }) => ours)),
      median(rounds.flatMap(({ plain }) => plain)),
      'ms',
      2.6,
    ),
    within(
      'the second in which a page turns (p95)',
      median(rounds.map(({ ours }) => percentile(ours, 0.95))),
      null,
      'ms',
      null,
    ),
  ])
})
