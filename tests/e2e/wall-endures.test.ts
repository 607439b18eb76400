/**
 * A wall lives through half an hour in which thirty times as much happens as in a busy one, in real
 * time, over a station in a process of its own: what it holds at the end (memory after the garbage
 * was collected, nodes of the page, listeners) is no more than after its first minutes. MINUTES=5
 * is a first look.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, CDPSession } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { MINUTE_MS } from '#shared/domain/units.ts'
import { serve, type Served } from '../bench/lib/serve.ts'
import { launchBrowser, newPage } from './browser.ts'

const MINUTES = Number(process.env['MINUTES'] ?? 30)
/**
 * An incident that people work on has some forty events an hour, and a busy room three of them at a
 * time: thirty times that is one event a second.
 */
const EVENT_EVERY = MINUTE_MS / ((40 * 3 * 30) / 60)
const OPEN = 30 // incidents at a time, so that there are strip and pages
/** After so many of the parts all is there that a wall ever has. */
const WARM = 1 / 5

type Act = (served: Served, incidentId: string, n: number) => Promise<unknown>
const amend: Act = ({ request }, incidentId, n) =>
  request('incident/amend', { incidentId, place: `客服中心${n % 90}号窗口`, reason: '更正' })
const write: Act = ({ request }, incidentId, n) =>
  request('incident/note', { incidentId, words: `第${n}条` })
/** What happens to one incident from its report on, one event after the other. */
const LIFE: readonly Act[] = [
  ({ request }, incidentId) =>
    request('incident/activate', { incidentId, planId: 'gas-hotline-failure' }),
  write,
  ({ request }, incidentId) => request('incident/level', { incidentId, level: 2 }),
  ({ request }, incidentId) =>
    request('incident/answer', { incidentId, fact: 'fault_kind', value: 'no-calls' }),
  amend,
  ({ request }, incidentId) =>
    request('incident/step', { incidentId, stepId: 'hl-05', outcome: 'done' }),
  ({ request }, incidentId) => request('incident/assess', { incidentId, casualties: { minor: 1 } }),
  write,
  ({ request }, incidentId) =>
    request('incident/step', { incidentId, stepId: 'hl-02', outcome: 'done' }),
  amend,
  write,
  ({ request }, incidentId) =>
    request('incident/move', { incidentId, to: 'false-report', reason: '误报' }),
]

/** One event: the oldest lives on; where it has ended, or few are open, another is reported. */
function events(served: Served): () => Promise<void> {
  const open: { id: string; age: number }[] = []
  let n = 0
  return async () => {
    n += 1
    const incident = open.length < OPEN ? undefined : open[n % open.length]
    if (!incident) {
      const place = `热线中心${n % 90}号席`
      const { incidentId } = await served.request('incident/report', {
        narrative: '热线打不进',
        place,
      })
      open.push({ id: incidentId, age: 0 })
      return
    }
    const act = LIFE[incident.age]
    incident.age += 1
    await act?.(served, incident.id, n)
    if (incident.age >= LIFE.length) open.splice(open.indexOf(incident), 1)
  }
}

type Held = { heap: number; nodes: number; listeners: number }

/** After the garbage was collected: MB, and numbers. */
async function holds(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN
  return {
    heap: of('JSHeapUsedSize') / 2 ** 20,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

async function opened(): Promise<{ served: Served; browser: Browser }> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-endures-'))
  const served = await serve(dir)
  const browser = await launchBrowser()
  onTestFinished(async () => {
    await browser.close()
    await served.stop()
    rmSync(dir, { recursive: true, force: true })
  })
  return { served, browser }
}

it(
  'holds no more memory, nodes and listeners after half an hour of thirty times the events',
  { timeout: (MINUTES + 10) * MINUTE_MS },
  async () => {
    const { served, browser } = await opened()
    const { page, expectQuiet } = await newPage(browser, {
      ...{ width: 1920, height: 1080, motion: true },
    })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const happen = events(served)
    for (let n = 0; n < OPEN; n++) await happen()
    await page.goto(served.wallUrl)
    await page.waitForSelector('[data-incident]')
    const samples: Held[] = []
    const begun = performance.now()
    for (let n = 1; performance.now() - begun < MINUTES * MINUTE_MS; n++) {
      await happen()
      await pause(Math.max(0, begun + n * EVENT_EVERY - performance.now()))
      if (performance.now() - begun < ((samples.length + 1) * MINUTE_MS) / 2) continue
      samples.push(await holds(session))
      const { heap, nodes, listeners } = samples.at(-1) ?? { heap: 0, nodes: 0, listeners: 0 }
      process.stderr.write(
        `${n} events: ${heap.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners\n`,
      )
    }
    const warm = samples.slice(Math.floor(samples.length * WARM))
    const third = Math.floor(warm.length / 3)
    const [first, last] = [warm.slice(0, third), warm.slice(-third)]
    const of = (part: readonly Held[], key: keyof Held): number =>
      median(part.map((sample) => sample[key]))
    expect(of(last, 'heap')).toBeLessThan(1.05 * of(first, 'heap'))
    expect(of(last, 'nodes')).toBeLessThan(1.1 * of(first, 'nodes'))
    expect(of(last, 'listeners')).toBeLessThan(1.1 * of(first, 'listeners'))
    expectQuiet()
  },
)
