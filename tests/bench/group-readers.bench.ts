/**
 * A report at one of two hundred stations, twenty of which have an incident that runs, until the
 * last of ever more readers of HQ's board has it, each with a session of its own, as people have.
 * Readers, database, program and stations share this machine, so that from some number on it is the
 * readers that are slow.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { report, withdraw } from './lib/at-the-desk.ts'
import { startReaders } from './lib/board-readers.ts'
import { finish, median, within, type Row } from './lib/figures.ts'
import { cookiesFor, openBenchKit, postgresOnDisk, programAfter } from './lib/hq-program.ts'
import { openStations, startIncidents } from './lib/paired-stations.ts'

const [SITES, RUNNING] = [200, 20]
const [COUNTS, REPORTS] = [[500, 1_000, 2_000, 5_000], 20]
const PATIENCE_MS = 15_000

const postgres = await postgresOnDisk()
const kit = await openBenchKit(postgres)
const cookies = await cookiesFor(kit, '赵敏', null, Math.max(...COUNTS))
const stations = await openStations(kit, SITES)
const program = await programAfter(kit)
await startIncidents(stations.slice(0, RUNNING))
const readers = startReaders()

/** Ms until the last has it; null: somebody never had it. */
async function untilLast(): Promise<number | null> {
  await pause(500 + Math.random() * 1_000) // at any point of HQ's clocks
  const station = stations[Math.floor(Math.random() * SITES)]!
  const from = process.hrtime.bigint()
  const { incidentId } = await report(station, '测试厅')
  const seen = await Promise.race([
    readers.seen(`"id":"${incidentId}"`),
    pause(PATIENCE_MS, null, { ref: false }),
  ])
  await withdraw(station, incidentId)
  return seen && Number(seen.last - from) / 1e6
}

const rows: Row[] = []
let open = 0
for (const count of COUNTS) {
  await readers.open(program.port, count - open, cookies.slice(open, count))
  open = count
  for (let n = 0; n < 3; n++) await untilLast() // until all of them have their first board
  const times: (number | null)[] = []
  for (let n = 0; n < REPORTS; n++) times.push(await untilLast())
  const had = times.filter((ms) => ms !== null)
  const what = `report at one of ${SITES} stations → the last of ${count} readers of HQ`
  rows.push(
    within(`${what}, p50`, median(had), null, 'ms', null, 0),
    within('… most', Math.max(...had), null, 'ms', null, 0),
    within(
      '… never seen, and readers dropped so far',
      times.length - had.length + readers.closed(),
      null,
      '',
      null,
      0,
    ),
    within('… memory that the program has held', program.mostHeld(), null, 'MiB', null, 0),
  )
}

readers.stop()
for (const station of stations) await station.stop()
await program.stop()
await postgres.stop()
finish(rows)
