/**
 * A wall that somebody closes says good-bye and is missed by nobody; one whose browser is killed is
 * told; eight in one browser hear over one line. In a real Chromium, over the real command line.
 */
import { expect, it, onTestFinished } from 'vitest'
import type { Board } from '#shared/domain/board/types.ts'
import { newFolder, served, type Served } from '../hosts/cli.ts'
import { launchBrowser, launchToKill, newPage } from './browser.ts'

const boardOf = async (station: Served): Promise<Board> =>
  (await station.board()) as unknown as Board
const wallsOf = async (station: Served): Promise<number> => (await boardOf(station)).walls.length
const lostScreens = async (station: Served): Promise<string[]> =>
  (await boardOf(station)).alerts
    .map(({ cause }) => cause.en)
    .filter((en) => /not been heard since/.test(en))

it('closing the page is a good-bye, killing the browser is an alert', async () => {
  const station = await served(newFolder(), ['--port', '0', '--site', 'mall'])
  const { browser, kill } = await launchToKill()
  const closed = await newPage(browser, { width: 1920, height: 1080 })
  await closed.page.goto(station.wallUrl)
  await expect.poll(() => wallsOf(station), { timeout: 30_000 }).toBe(1)
  await closed.page.close({ runBeforeUnload: true })
  await expect.poll(() => wallsOf(station), { timeout: 30_000 }).toBe(0)

  const lost = await newPage(browser, { width: 1920, height: 1080 })
  await lost.page.goto(station.wallUrl)
  await expect.poll(() => wallsOf(station), { timeout: 30_000 }).toBe(1)
  await kill()
  await expect.poll(() => lostScreens(station), { timeout: 50_000 }).toHaveLength(1)
  expect(await wallsOf(station)).toBe(1)
  await station.signal('SIGTERM')
})

it('eight walls in one browser live and paint over one line, and go on when the first is closed', async () => {
  const station = await served(newFolder(), ['--port', '0', '--site', 'mall'])
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } })
  const streams: string[] = []
  const walls = await Promise.all(Array.from({ length: 8 }, () => context.newPage()))
  for (const page of walls) {
    page.on('request', (request) => {
      if (request.url().endsWith('/api/stream')) streams.push(request.url())
    })
    await page.goto(station.wallUrl)
  }
  await expect.poll(() => wallsOf(station), { timeout: 60_000 }).toBe(8)
  const report = (place: string) =>
    station.ask('incident/report', { narrative: '停电', place }, crypto.randomUUID())
  await report('一号机房')
  for (const page of walls) await page.locator('.row', { hasText: '一号机房' }).waitFor()
  expect(streams, 'streams of their own').toEqual([])

  const [first, ...others] = walls
  await first!.close({ runBeforeUnload: true })
  await expect.poll(() => wallsOf(station), { timeout: 30_000 }).toBe(7)
  await report('二号机房')
  for (const page of others) await page.locator('.row', { hasText: '二号机房' }).waitFor()
  for (const page of others) expect(await page.locator('main.stale').count()).toBe(0)
  await station.signal('SIGTERM')
})
