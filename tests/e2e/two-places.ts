/** A mall with two places, for specs of what a wall or a console shows of one of them. */
import type { Browser } from 'playwright-core'
import { newFolder, served, type Served } from '../hosts/cli.ts'
import { newPage, type WatchedPage } from './browser.ts'

/** A station with two places and an incident at each, and its console. */
export async function openTwoPlaces(
  browser: Browser,
): Promise<{ station: Served; desk: WatchedPage }> {
  const station = await served(newFolder(), ['--port', '0', '--site', 'mall'])
  for (const place of ['一楼大厅', '地下车库']) {
    const entry = { name: place, kind: 'hall' }
    await station.ask('places/set', entry, crypto.randomUUID())
    const report = { narrative: `${place}停电`, place }
    await station.ask('incident/report', report, crypto.randomUUID())
  }
  const desk = await newPage(browser, { width: 1440, height: 900 })
  await desk.page.goto(station.consoleUrl)
  await desk.page.locator('header .site').waitFor()
  return { station, desk }
}
