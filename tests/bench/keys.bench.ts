/**
 * Measures how fast ten steps can be ticked: F4 is pressed in a real browser on the built console
 * as soon as the step after the last one is painted and 0.35 s are over (within 0.3 s it counts
 * once), and the record is asked afterwards whether each press has recorded the step that stood
 * there. Beside it stand ten requests, one after the other's answer, without a screen.
 */
import type { Page } from 'playwright-core'
import { launchBrowser, newPage } from '../e2e/browser.ts'
import { finish, median, printNote, within } from './lib/figures.ts'
import { inNewFolder } from './lib/place.ts'
import { serve, type Served } from './lib/serve.ts'

const TICKS = 10
const ROUNDS = 5
const PACE_MS = 350 // twice within 0.3 s is a hand that shakes
const READ_MS = 1_000 // what others have changed is read for 0.8 s before a key means it

/** A fire in the hall, every question answered, so that only steps are left. */
async function fire({ request }: Served, place: string): Promise<string> {
  const { incidentId } = await request('incident/report', { narrative: '二楼打印室冒烟', place })
  await request('incident/activate', { incidentId, planId: 'government-hall-fire', level: 2 })
  for (;;) {
    const { incidents } = await request('board/read', {})
    const open = incidents
      .find(({ id }) => id === incidentId)
      ?.facts.find(({ value, kind }) => value === null && kind !== 'calendar')
    if (!open) return incidentId
    const [first] = open.options
    const large = open.options.find(({ value }) => value === 'large')
    const value = (large ?? first)?.value ?? 0
    await request('incident/answer', {
      incidentId,
      fact: open.key,
      value: open.several ? [String(value)] : value,
    })
  }
}

const title = (page: Page): Promise<string> => page.locator('.next h2').innerText()

/** Until another step stands there and that frame is drawn. */
const changed = (page: Page, from: string): Promise<unknown> =>
  page.evaluate(
    (before) =>
      new Promise<void>((done) => {
        const look = (): void => {
          const now = document.querySelector<HTMLElement>('.next h2')?.innerText
          if (now === before) requestAnimationFrame(look)
          else requestAnimationFrame(() => setTimeout(done))
        }
        look()
      }),
    from,
  )

await inNewFolder(async (dir) => {
  const served = await serve(dir)
  await served.request('site/set-up', { name: '测试大厅', kinds: ['all'], zone: 'Asia/Shanghai' })
  const browser = await launchBrowser()
  const { page } = await newPage(browser)
  await page.goto(served.consoleUrl)
  const [byKey, byRequest]: [number[], number[]] = [[], []]
  let strangers = 0
  for (let round = 0; round < ROUNDS; round++) {
    const place = `测${round + 1}号厅`
    const id = await fire(served, place)
    await page.getByText(place).first().click()
    await page.getByRole('heading', { name: place }).first().waitFor()
    await page.waitForTimeout(READ_MS)
    const expected: string[] = []
    const from = performance.now()
    for (let tick = 0; tick < TICKS; tick++) {
      const before = await title(page)
      expected.push(before)
      const pressedAt = performance.now()
      await page.keyboard.press('F4')
      await changed(page, before)
      const early = PACE_MS - (performance.now() - pressedAt)
      if (early > 0 && tick < TICKS - 1) await page.waitForTimeout(early)
    }
    byKey.push(performance.now() - from)
    const { incidents } = await served.request('board/read', {})
    const done = incidents
      .find((incident) => incident.id === id)!
      .steps.filter(({ state }) => state === 'done')
      .map((step) => step.title.zh)
    strangers += done.filter((name) => !expected.some((seen) => seen.includes(name))).length
    strangers += Math.abs(done.length - TICKS)

    const plain = await fire(served, `对照${round + 1}号厅`)
    const begin = performance.now()
    for (let tick = 0; tick < TICKS; tick++) {
      const board = await served.request('board/read', {})
      const next = board.incidents.find((incident) => incident.id === plain)?.next ?? ''
      await served.request('incident/step', { incidentId: plain, stepId: next, outcome: 'done' })
    }
    byRequest.push(performance.now() - begin)
    for (const incidentId of [id, plain])
      await served.request('incident/move', { incidentId, to: 'false-report', reason: '测试' })
  }
  printNote(
    `ten ticks: ${byKey.map((ms) => (ms / 1000).toFixed(2)).join(', ')} s; ${strangers} others`,
  )
  await browser.close()
  await served.stop()
  finish([
    within(
      'ten steps ticked by F4 in Chromium, each once the next is painted',
      median(byKey) / 1000,
      median(byRequest) / 1000,
      's',
      10,
      2,
    ),
    within('of these presses, those that recorded another step or none', strangers, null, '', 0, 0),
  ])
})
