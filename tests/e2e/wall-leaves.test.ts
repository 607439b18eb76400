/**
 * A wall that somebody closes says good-bye and is missed by nobody; one whose browser is killed is
 * told. In a real Chromium, over the real command line.
 */
import { expect, it } from 'vitest'
import type { Board } from '#shared/domain/board/types.ts'
import { newFolder, served, type Served } from '../hosts/cli.ts'
import { launchToKill, newPage } from './browser.ts'

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
