/**
 * A report at a station until the last of ever more readers of HQ's board has it, each with a
 * session of its own, as people have. Readers, database, program and station share this machine, so
 * that from some number on it is the readers that are slow.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Pairing } from '#main/core/ports.ts'
import { openMemoryJournal } from '../kit/memory-journal.ts'
import { ask, report, withdraw } from './lib/at-the-desk.ts'
import { startReaders } from './lib/board-readers.ts'
import { finish, median, within, type Row } from './lib/figures.ts'
import { cookiesFor, openBenchKit, postgresOnDisk, programAfter } from './lib/hq-program.ts'
import { startWholeStation } from './lib/place.ts'

const [COUNTS, REPORTS] = [[500, 1_000, 2_000, 5_000], 20]
const PATIENCE_MS = 15_000

const postgres = await postgresOnDisk()
const kit = await openBenchKit(postgres)
const cookies = await cookiesFor(kit, '赵敏', null, Math.max(...COUNTS))
let pairing: Pairing | null = null
const file = {
  read: () => pairing,
  set: (next: Pairing | null) => Promise.resolve(void (pairing = next)),
}
const station = await startWholeStation(openMemoryJournal(), systemClock, {
  handUp: { line: createHqLine(), file, program: '0.1.0' },
})
await ask(station, 'hq/pair', { pairing: `${kit.server.url}#${await kit.hq.code('', '')}` })
const program = await programAfter(kit)
const readers = startReaders()

/** Ms until the last has it; null: somebody never had it. */
async function untilLast(): Promise<number | null> {
  await pause(500 + Math.random() * 1_000) // at any point of HQ's clocks
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
  const what = `report at a station → the last of ${count} readers of HQ`
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
await station.stop()
await program.stop()
await postgres.stop()
finish(rows)
