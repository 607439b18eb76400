/**
 * From a report at one of two hundred real stations, each with its relay, until the last of five
 * hundred readers of HQ's board has it, and until it is painted in a browser that shows the board.
 * HQ's program, its database that syncs to disk, the readers and all stations share this machine.
 * The moments of the reports are drawn by chance, so that they meet every clock at any point of it.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Station } from '#main/core/api.ts'
import { launchBrowser, newPage } from '../e2e/browser.ts'
import { report, withdraw } from './lib/at-the-desk.ts'
import { finish, median, percentile, printNote, within } from './lib/figures.ts'
import { startReaders } from './lib/board-readers.ts'
import { cookiesFor, openBenchKit, postgresOnDisk, programAfter } from './lib/hq-program.ts'
import { openStations, startIncidents } from './lib/paired-stations.ts'
import { watchFor } from './lib/watched-page.ts'

const [SITES, READERS, RUNNING, REPORTS] = [200, 500, 20, 300]
const MEAN_PAUSE_MS = 400
const PATIENCE_MS = 15_000

const postgres = await postgresOnDisk()
const kit = await openBenchKit(postgres)
const cookies = await cookiesFor(kit, '赵敏', null, READERS + 1)
const stations = await openStations(kit, SITES)
const program = await programAfter(kit)
await startIncidents(stations.slice(0, RUNNING))
const readers = startReaders()
await readers.open(program.port, READERS, cookies)
const browser = await launchBrowser()
const { page } = await newPage(browser)
const [cookieName = '', value = ''] = cookies[READERS]!.split('=')
await page.context().addCookies([{ name: cookieName, value, url: program.url }])
const screen = await watchFor(page, 'data-incident', program.url)
await page
  .locator('[data-incident]')
  .nth(RUNNING - 1)
  .waitFor()
await pause(12_000) // every station has said that it is there

type Way = { answered: number; first: number; last: number; painted: number }
const ways: Way[] = []
let lost = 0
const patience = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([work, pause(PATIENCE_MS, null, { ref: false })])

/** Ms from the order to report until answer, readers and screen have it. */
async function measured(station: Station): Promise<void> {
  const [from, fromWall] = [process.hrtime.bigint(), performance.timeOrigin + performance.now()]
  const { incidentId } = await report(station, '测试厅')
  const answered = Number(process.hrtime.bigint() - from) / 1e6
  const [seen, at] = await Promise.all([
    patience(readers.seen(`"id":"${incidentId}"`)),
    patience(screen.painted(incidentId)),
  ])
  if (!seen || at === null) lost += 1
  else
    ways.push({
      answered,
      first: Number(seen.first - from) / 1e6,
      last: Number(seen.last - from) / 1e6,
      painted: at - fromWall,
    })
  await withdraw(station, incidentId)
}

const underWay: Promise<void>[] = []
for (let n = 0; n < REPORTS; n++) {
  await pause(-Math.log(1 - Math.random()) * MEAN_PAUSE_MS)
  underWay.push(measured(stations[Math.floor(Math.random() * SITES)]!))
}
await Promise.all(underWay)

for (const part of ['answered', 'first', 'last', 'painted'] as const) {
  const values = ways.map((way) => way[part])
  printNote(
    `${part}: p50 ${median(values).toFixed(0)}, p95 ${percentile(values, 0.95).toFixed(0)}, p99 ${percentile(values, 0.99).toFixed(0)}, most ${Math.max(...values).toFixed(0)} ms`,
  )
}
if (lost + readers.closed() > 0)
  printNote(`never seen: ${lost}; readers that were dropped: ${readers.closed()}`)
readers.stop()
await browser.close()
for (const station of stations) await station.stop()
await program.stop()
await postgres.stop()
const of = (part: keyof Way, p: number): number =>
  percentile(
    ways.map((way) => way[part]),
    p,
  )
const what = `report at one of ${SITES} stations → the last of ${READERS} readers of HQ`
finish([
  within(`${what}, p50`, of('last', 0.5), null, 'ms', null, 0),
  within(`${what}, p99 of ${ways.length}`, of('last', 0.99), null, 'ms', 2_000, 0),
  within(
    'the same → painted on a board in Chromium, p99',
    of('painted', 0.99),
    null,
    'ms',
    2_000,
    0,
  ),
  within(
    'reports that somebody never saw, and readers that were dropped',
    lost + readers.closed(),
    0,
    '',
    0,
    0,
  ),
])
