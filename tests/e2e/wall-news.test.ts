/**
 * The wall of a busy day in a real browser: twenty incidents are open, and what is new or worse is
 * on the screen at once, marked, and stays until it could be read.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Board } from '#shared/domain/board/types.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'
import { pictureNamed } from './demo.ts'

const OPEN = 20
/** What a row is shown for at the least, with what a look a second may miss of it (ms). */
const HELD = 7_000

let served: Served
let browser: Browser
let room: WatchedPage

/** Notes when each row comes and goes, and counts the tones that really start. */
const watchRows = (): void => {
  const watched = {
    tones: 0,
    since: {} as Record<string, number>,
    stood: {} as Record<string, number>,
  }
  Object.assign(globalThis, { watched })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (this: OscillatorNode, ...when: [number?]) {
    watched.tones += 1
    start.apply(this, when)
  }
  new MutationObserver(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-incident]')]
    const ids = rows.map((row) => row.dataset['incident'] ?? '')
    for (const id of ids) watched.since[id] ??= performance.now()
    for (const [id, since] of Object.entries(watched.since))
      if (!ids.includes(id)) {
        watched.stood[id] = performance.now() - since
        delete watched.since[id]
      }
  }).observe(document, { subtree: true, childList: true, attributes: true })
}
type Watched = { tones: number; stood: Record<string, number> }
const watched = (): Promise<Watched> =>
  room.page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched)

const rows = (): Promise<string[]> =>
  room.page.$$eval('[data-incident]', (all) => all.map((row) => row.getAttribute('data-incident')!))
const row = (id: string) => room.page.locator(`[data-incident="${id}"]`)
const board = (): Promise<Board> => served.station.board()

async function begin(place: string, planId: string, drill = false): Promise<string> {
  const { incidentId } = await served.ask('incident/report', { narrative: place, place, drill })
  await served.ask('incident/activate', { incidentId, planId })
  return incidentId
}

/** One that is on no page that stands now, nor on every page. */
async function hidden(): Promise<string> {
  const shown = await rows()
  const id = (await board()).incidents.findLast(
    (each) => !each.drill && each.state === 'responding' && !shown.includes(each.id),
  )?.id
  if (id === undefined) throw new Error('every incident stands on the wall')
  return id
}

beforeAll(async () => {
  served = await serveStation('2026-11-24T14:32:00+08:00')
  for (let i = 1; i <= OPEN; i++) await begin(`${i}号营业厅`, 'gas-recharge-terminal-failure')
  browser = await launchBrowser()
  room = await newPage(browser, { width: 1920, height: 1080 })
  await room.page.addInitScript(watchRows)
  await room.page.goto(served.http.wallUrl)
  await row((await board()).incidents[0]!.id).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

it('what a wall finds when it is opened is no news', async () => {
  expect(await room.page.locator('[data-news]').count()).toBe(0)
  expect((await watched()).tones).toBe(0)
})

it('two dead in an incident on a hidden page: it is on the screen, marked, and leads', async () => {
  const id = await hidden()
  await served.ask('incident/assess', { incidentId: id, casualties: { dead: 2 } })
  await row(id).waitFor({ timeout: 2_000 })
  expect(await row(id).getAttribute('data-news')).toBe('casualties')
  expect(await row(id).textContent()).toContain('死2')
  expect((await board()).incidents[0]?.id).toBe(id)
  await expect.poll(async () => (await rows())[0]).toBe(id)
  await expect.poll(async () => (await watched()).tones).toBe(2)
  await room.page.screenshot({ path: pictureNamed('wall-worse.png'), animations: 'disabled' })
})

it('a report whose plan has a limit is on the screen at once, and until it could be read', async () => {
  const id = await begin('城北营业厅', 'gas-hotline-failure')
  await row(id).waitFor({ timeout: 2_000 })
  expect(await row(id).getAttribute('data-news')).toBe('new')
  // then it goes with its page
  await expect
    .poll(async () => (await watched()).stood[id] ?? 0, { timeout: 60_000 })
    .toBeGreaterThan(HELD)
})

it('an explosion stands first', async () => {
  const [dead] = (await board()).incidents
  await served.ask('incident/move', { incidentId: dead!.id, to: 'false-report', reason: '示例' })
  const id = await begin('调压站', 'gas-explosion')
  await expect.poll(async () => (await rows())[0], { timeout: 5_000 }).toBe(id)
  // what was found false is told of before it goes
  await expect.poll(() => row(dead!.id).count(), { timeout: 60_000 }).toBe(0)
})

it('a drill takes the wall from nobody, and has no tone', async () => {
  await expect.poll(() => room.page.locator('[data-news]').count(), { timeout: 60_000 }).toBe(0)
  const before = await watched()
  const id = await begin('城南营业厅', 'gas-explosion', true)
  await expect.poll(async () => (await board()).incidents.at(-1)?.id).toBe(id)
  await served.pass('2 s')
  expect((await watched()).tones).toBe(before.tones)
  // everybody sees that there is one; its row waits for its turn
  await room.page.locator(`.cell.drill.told[data-cell="${id}"]`).waitFor({ timeout: 2_000 })
  expect(await rows()).not.toContain(id)
  room.expectQuiet()
})

/** Its row stands there, marked as what has changed. */
const seenOf = async (id: string, kind: string): Promise<void> => {
  await row(id).waitFor({ timeout: 2_000 })
  expect(await row(id).getAttribute('data-news')).toBe(kind)
}

/** So many run, and none of them is news. */
async function fillTo(count: number): Promise<void> {
  for (let open = (await board()).incidents.length; open < count; open++)
    await begin(`${open}号窗口`, 'gas-recharge-terminal-failure')
  await room.page.reload() // what it finds is no news
  await room.page.locator('[data-cell]').first().waitFor()
  expect(await room.page.locator('[data-cell]').count()).toBeGreaterThanOrEqual(20)
}

it.each([20, 50])(
  'with %i open each change on a hidden page is there within two seconds',
  async (count) => {
    await fillTo(count)
    const contained = await hidden()
    await served.ask('incident/move', { incidentId: contained, to: 'contained', reason: '示例' })
    await seenOf(contained, 'contained')
    await room.page.locator(`.change[data-of="${contained}"]`).waitFor({ timeout: 2_000 })
    const hurt = await hidden()
    await served.ask('incident/assess', { incidentId: hurt, casualties: { missing: 1 } })
    await seenOf(hurt, 'casualties')
    // the line of the one is not taken away by the other
    expect(await room.page.locator('.change').getAttribute('data-of')).toBe(contained)
    const wrong = await hidden()
    await served.ask('incident/move', { incidentId: wrong, to: 'false-report', reason: '示例' })
    await room.page.locator(`.change[data-of="${hurt}"]`).waitFor({ timeout: 20_000 })
    await room.page.locator(`.change[data-of="${wrong}"]`).waitFor({ timeout: 20_000 })
    room.expectQuiet()
  },
  180_000,
)

/** What has changed before has been seen, and the page with it has gone. */
async function gone(id: string): Promise<void> {
  await expect.poll(() => room.page.locator('[data-news]').count(), { timeout: 90_000 }).toBe(0)
  await expect.poll(async () => (await rows()).includes(id), { timeout: 120_000 }).toBe(false)
}

it('with fifty open so are a level that is raised, a limit that passes, and whoever acknowledges it', async () => {
  await fillTo(50)
  const raised = await hidden()
  await served.ask('incident/level', { incidentId: raised, level: 2, reason: '示例' })
  await seenOf(raised, 'raised')
  await gone(raised)
  // its limit passes shortly before, and what it brings forward would stand its eight seconds first
  const earlier = (await board()).incidents.find(({ place }) => place === '城北营业厅')
  await served.ask('incident/move', { incidentId: earlier!.id, to: 'false-report', reason: '示例' })
  await gone(earlier!.id)
  const late = await begin('热线中心', 'gas-hotline-failure')
  await seenOf(late, 'new')
  const limit = async () => {
    const incident = (await board()).incidents.find(({ id }) => id === late)
    const dueAt = incident?.steps.find(({ id }) => id === incident.nearest)?.dueAt ?? Infinity
    return {
      seconds: Math.ceil((dueAt - served.clock.wall()) / 1_000),
      alert: incident?.alerts.find(({ kind }) => kind === 'late'),
    }
  }
  const BEFORE = 180 // what comes due on the way is seen by then
  await served.pass(`${(await limit()).seconds - BEFORE} s`)
  await gone(late)
  await served.pass(`${(await limit()).seconds} s`)
  await seenOf(late, 'late')
  await gone(late)
  const { alert } = await limit()
  await served.ask('alert/acknowledge', { alertId: alert!.id })
  await seenOf(late, 'known')
  room.expectQuiet()
}, 360_000)
