/**
 * Tests the faces while the station is not well: the engine hangs while HTTP still answers, the
 * page loses its sound, the station comes back. In a real Chromium, over real beats.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage } from './browser.ts'
import { accessibilityIssues } from './demo.ts'

let served: Served
let browser: Browser

beforeAll(async () => {
  served = await serveStation('2026-11-24T14:00:00+08:00')
  browser = await launchBrowser()
  const { incidentId } = await served.ask('incident/report', {
    narrative: '热线打不进来，来电人张三',
    place: '热线中心',
    reporter: '张三',
  })
  await served.ask('incident/activate', { incidentId, planId: 'gas-hotline-failure' })
  await served.ask('incident/answer', { incidentId, fact: 'fault_kind', value: 'no-calls' })
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

it('A02: a hung engine is seen on the wall by its missing beat, although HTTP still answers, and healed without a click', async () => {
  const wall = await newPage(browser, { width: 1920, height: 1080 })
  await wall.page.goto(served.http.wallUrl)
  await wall.page.getByText('热线故障').first().waitFor()
  const resume = served.hang()
  await wall.page.getByText('失去联系').first().waitFor({ timeout: 15_000 })
  await wall.page.getByText('到期时刻').first().waitFor() // countdowns turned to times of day
  expect((await fetch(`${served.http.url}/wall`)).status).toBe(200)
  resume()
  await wall.page.getByText('失去联系').first().waitFor({ state: 'detached', timeout: 15_000 })
  wall.expectQuiet()
  await wall.close()
})

it('A02: a hung engine is seen on both faces also while people go on entering and every entry is pushed', async () => {
  const wall = await newPage(browser, { width: 1920, height: 1080 })
  const desk = await newPage(browser)
  await wall.page.goto(served.http.wallUrl)
  await desk.page.goto((await link()).consoleUrl)
  for (const { page } of [wall, desk]) await page.getByText('热线故障').first().waitFor()
  const { incidentId } = await served.ask('incident/report', {
    narrative: '大厅漏水',
    place: '大厅',
  })
  const resume = served.hang()
  let entries = 0
  const entering = setInterval(
    () => void served.ask('incident/note', { incidentId, words: `第${++entries}条` }),
    300,
  )
  for (const { page } of [wall, desk])
    await page.getByText('失去联系').first().waitFor({ timeout: 15_000 })
  expect(entries).toBeGreaterThan(1)
  clearInterval(entering)
  resume()
  for (const { page } of [wall, desk])
    await page.getByText('失去联系').first().waitFor({ state: 'detached', timeout: 15_000 })
  for (const face of [wall, desk]) {
    face.expectQuiet()
    await face.close()
  }
})

it('hangs nothing personal on the wall, also not in what it was sent', async () => {
  const wall = await newPage(browser, { width: 1920, height: 1080 })
  const bodies: string[] = []
  wall.page.on(
    'response',
    (response) =>
      void response
        .text()
        .then((text) => bodies.push(text))
        .catch(() => undefined),
  )
  await wall.page.goto(served.http.wallUrl)
  await wall.page.getByText('热线故障').first().waitFor()
  expect(await wall.page.content()).not.toContain('张三')
  expect(bodies.join('\n')).not.toContain('张三')
  await wall.close()
})

it('speaks English on both faces, and every control of the console has the contrast and the names of WCAG AA', async () => {
  for (const colorScheme of ['dark', 'light'] as const) {
    const desk = await newPage(browser, { locale: 'en-US', colorScheme })
    const { consoleUrl } = await link()
    await desk.page.goto(consoleUrl.replace('/#', `/?lang=en&theme=${colorScheme}#`))
    await desk.page.getByText('Hotline failure').first().waitFor()
    const issues = await accessibilityIssues(desk.page)
    expect(issues, `axe, ${colorScheme}`).toEqual([])
    desk.expectQuiet()
    await desk.close()
  }
  const wall = await newPage(browser, { width: 1920, height: 1080, locale: 'en-US' })
  await wall.page.goto(served.http.wallUrl.replace('/wall#', '/wall?lang=en#'))
  await wall.page.getByText('Hotline fault').first().waitFor()
  wall.expectQuiet()
  await wall.close()
})

/** A fresh address that signs a console in: each works once. */
async function link(): Promise<{ consoleUrl: string }> {
  const response = await fetch(`${served.http.url}/api/link`, {
    method: 'POST',
    headers: { authorization: 'Bearer e2e-local-token', 'content-type': 'application/json' },
    body: '{}',
  })
  expect(response.status).toBe(200)
  return ((await response.json()) as { reply: { consoleUrl: string } }).reply
}
