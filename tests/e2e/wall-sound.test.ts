/**
 * Whether a wall in a browser can be heard after it was opened and after a reload: by itself where
 * the browser lets it, else after one touch, and it says so.
 */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { serveStation, type Served } from '../kit/served.ts'
import { launchBrowser, newPage, type WatchedPage } from './browser.ts'

let served: Served
// one each: a browser that ends is a wall that is missed, and that would be said first
beforeEach(async () => {
  served = await serveStation('2026-11-24T14:32:00+08:00')
})
afterEach(() => served?.stop())

const countTones = (): void => {
  Object.assign(globalThis, { tones: 0 })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (this: OscillatorNode, ...when: [number?]) {
    Object.assign(globalThis, { tones: (globalThis as unknown as { tones: number }).tones + 1 })
    start.apply(this, when)
  }
}
const WORDS = /点一下这块屏，或按任意键/

type Heard = { sound: string | null; badge: string | null; notice: string; tones: number }
type Wall = WatchedPage & { look: () => Promise<Heard> }

/**
 * A wall in a browser of its own, and its end. It is looked at past the driver, for which every
 * look counts as a touch of the page.
 */
async function wallIn(isSoundAllowed: boolean): Promise<Wall> {
  const browser = await launchBrowser(isSoundAllowed)
  const watched = await newPage(browser, { width: 1920, height: 1080 })
  const devtools = await watched.page.context().newCDPSession(watched.page)
  await watched.page.addInitScript(countTones)
  await watched.page.goto(served.http.wallUrl)
  return {
    ...watched,
    async look() {
      const { result } = await devtools.send('Runtime.evaluate', {
        returnByValue: true,
        userGesture: false,
        expression: `({
          sound: document.querySelector('.wall')?.dataset.sound ?? null,
          badge: document.querySelector('.foot .badge')?.textContent ?? null,
          notice: document.querySelector('.foot .notice')?.textContent ?? '',
          tones: globalThis.tones,
        })`,
      })
      return result.value as Heard
    },
    close: () => browser.close(),
  }
}

async function report(place: string): Promise<void> {
  const { incidentId } = await served.ask('incident/report', { narrative: place, place })
  await served.ask('incident/activate', { incidentId, planId: 'gas-hotline-failure' })
}

it('where the browser lets it, it is heard at once, and after a reload that nobody touched', async () => {
  const { page, look, expectQuiet, close } = await wallIn(true)
  await expect.poll(look).toMatchObject({ sound: 'on', badge: null })
  await page.reload()
  await expect.poll(look).toMatchObject({ sound: 'on', badge: null })
  await report('热线中心')
  await expect.poll(async () => (await look()).tones).toBeGreaterThan(0)
  expect((await look()).notice).not.toMatch(WORDS)
  expectQuiet()
  await close()
})

it('where it does not, the wall says what to do; one touch is enough, and after a reload it says so again', async () => {
  const { page, look, expectQuiet, close } = await wallIn(false)
  const silent = { sound: 'blocked', badge: '声音被阻止', notice: expect.stringMatching(WORDS) }
  await expect.poll(look).toMatchObject(silent)
  await page.mouse.click(400, 400)
  await expect.poll(look).toMatchObject({ sound: 'on', badge: null })
  await expect.poll(async () => (await look()).notice).not.toMatch(WORDS)
  await report('二号热线')
  await expect.poll(async () => (await look()).tones).toBeGreaterThan(0)
  await page.reload()
  await expect.poll(look).toMatchObject(silent)
  await page.keyboard.press('Space')
  await expect.poll(look).toMatchObject({ sound: 'on', badge: null })
  expectQuiet()
  await close()
})
