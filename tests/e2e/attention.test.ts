/**
 * A fire that is left alone, in a real browser with moved time: what is seen and heard on both
 * faces until somebody acts.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'

let served: Served
let browser: Browser
let desk: WatchedPage
let room: WatchedPage
let fire: string

const countTones = (): void => {
  Object.assign(globalThis, { tones: 0 })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (this: OscillatorNode, ...when: [number?]) {
    ;(globalThis as unknown as { tones: number }).tones += 1
    start.apply(this, when)
  }
}
const tones = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { tones: number }).tones)

beforeAll(async () => {
  served = await serveStation('2026-11-26T14:00:00+08:00', ['government-hall'])
  await served.ask('roster/set', {
    posts: {
      'duty-officer': [{ person: '周敏', phone: '0000 1120' }],
      'duty-leader': [{ person: '何建国', phone: '0000 1002' }],
    },
  })
  browser = await launchBrowser()
  desk = await newPage(browser)
  room = await newPage(browser, { width: 1920, height: 1080 })
  for (const { page } of [desk, room]) await page.addInitScript(countTones)
  await desk.page.goto(served.http.consoleUrl)
  await room.page.goto(served.http.wallUrl)
  const { incidentId } = await served.ask('incident/report', {
    narrative: '二楼冒烟',
    place: '二楼',
  })
  fire = incidentId
  await served.ask('incident/activate', { incidentId, planId: 'government-hall-fire' })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

const incident = async (): Promise<BoardIncident> => {
  const entry = (await served.station.board()).incidents.find(({ id }) => id === fire)
  if (!entry) throw new Error('the fire is not on the board')
  return entry
}
const cell = () => room.page.locator(`[data-incident="${fire}"] .limit`)
const listed = () => desk.page.locator('.left .row .limit')

it('the question that life hangs on stands on the right edge of both faces, by its short name', async () => {
  for (const edge of [cell(), listed()]) {
    await edge.getByText('火势大不大？').waitFor()
    expect(await edge.textContent()).toContain('没人答')
  }
  await desk.page.getByRole('heading', { name: '火势能否靠自己扑灭？' }).waitFor()
})

it('left alone for a minute: one alert, inverse on both faces, heard on both, and it names who must act', async () => {
  await served.pass('62 s')
  expect((await incident()).alerts.map(({ kind }) => kind)).toEqual(['nudge'])
  await expect.poll(() => cell().getAttribute('data-standing')).toBe('late')
  await expect.poll(() => listed().getAttribute('class')).toContain('is-late')
  await expect.poll(() => tones(desk.page)).toBeGreaterThan(0)
  await expect.poll(() => tones(room.page)).toBeGreaterThan(0)
  await room.page.locator('.plate', { hasText: '何建国' }).first().waitFor()
  await desk.page.locator('.right .alert', { hasText: '何建国' }).waitFor()
})

it('stays in sight while the next report is typed', async () => {
  await desk.page.keyboard.press('F2')
  await desk.page.keyboard.type('一楼有人打架')
  await desk.page.locator('.proposals').waitFor()
  const onTop = await desk.page
    .locator('.right .alert h3')
    .first()
    .evaluate((head) => {
      const { left, top, width, height } = head.getBoundingClientRect()
      const there = document.elementFromPoint(left + width / 2, top + height / 2)
      return there !== null && (there === head || head.contains(there))
    })
  expect(onTop).toBe(true)
  for (let i = 0; i < 2; i++) await desk.page.keyboard.press('Escape')
})

it('answered and taken by the keys, what is left of it is calm again', async () => {
  // a key within 0.8 s of a change records nothing and says so: it is pressed again
  await expect
    .poll(async () => {
      await desk.page.keyboard.press('Alt+Shift+Digit2') // 火大
      return (await incident()).asks
    })
    .toBeNull()
  for (const { id } of (await incident()).steps.filter(({ state }) => state === 'open'))
    await served.ask('incident/step', { incidentId: fire, stepId: id, outcome: 'accepted' })
  await expect.poll(async () => (await incident()).alerts).toEqual([])
  await expect.poll(() => cell().getAttribute('data-standing')).not.toBe('late')
  await expect.poll(() => listed().getAttribute('class')).not.toContain('is-late')
})

it('showed no error on either face, and the station logged none', () => {
  desk.expectQuiet()
  room.expectQuiet()
  expect(served.errors).toEqual([])
})
