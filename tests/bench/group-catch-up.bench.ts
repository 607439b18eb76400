/**
 * Sites that come back after days without a line, all at once, over HTTP as their relays send it:
 * how fast HQ takes in what they have, until when all of it is on its board, and what an event
 * takes on the line, on disk and of the write-ahead log. The record is one that a real station has
 * written, handed up by each of the sites; the figures for five thousand are worked out from them.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { hqVault } from '#main/adapters/hq-vault.ts'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { HAND_UP_PATHS, PUSH_EVENTS, type PushInput } from '#shared/contract/hand-up.ts'
import { NOWHERE } from '#shared/domain/hand-up/point.ts'
import { openMemoryJournal } from '../kit/memory-journal.ts'
import { ask, report, withdraw } from './lib/at-the-desk.ts'
import { finish, printNote, within } from './lib/figures.ts'
import { openBenchKit, postgresOnDisk, programAfter } from './lib/hq-program.ts'
import { startWholeStation } from './lib/place.ts'

const [SITES, EVENTS, OF_ALL] = [64, 1_900, 5_000]

/** What a station has recorded, in pushes as its relay makes them. */
async function recorded(): Promise<PushInput[]> {
  const journal = openMemoryJournal()
  const station = await startWholeStation(journal, systemClock, {})
  while ((await journal.links(EVENTS - 1, 1)).length === 0) {
    const { incidentId } = await report(station, '热线中心')
    await ask(station, 'incident/activate', { incidentId, planId: 'gas-hotline-failure' })
    await withdraw(station, incidentId)
  }
  const links = await journal.links(0, EVENTS)
  await station.stop()
  return Array.from({ length: Math.ceil(EVENTS / PUSH_EVENTS) }, (_, index) => {
    const from = index * PUSH_EVENTS
    const { seq, hash } = links[from - 1] ?? NOWHERE
    const events = [...links.slice(from, from + PUSH_EVENTS)]
    return { epoch: 1, after: { seq, hash }, events, tallies: [], at: Date.now() }
  })
}

const pushes = await recorded()
const onLine = pushes.reduce((sum, push) => sum + gzipSync(JSON.stringify(push)).length, 0)
const postgres = await postgresOnDisk()
const kit = await openBenchKit(postgres)
const sites: { site: string; token: string }[] = []
for (let index = 0; index < SITES; index++) {
  const paired = await kit.hq.pair({
    ...{ code: await kit.hq.code('', ''), first: hqVault.sha256(`${index}`), kinds: [] },
    ...{ name: { zh: '站', en: 'Site' }, zone: 'Asia/Shanghai', program: '' },
  })
  if (!paired.ok) throw new Error(paired.code)
  sites.push(paired)
}
const program = await programAfter(kit)
const sql = openPostgres({ url: program.database, connections: 1 })

async function sizes(): Promise<{ bytes: number; wal: number }> {
  await sql.query('checkpoint')
  const [row] = await sql.query<{ bytes: number; wal: number }>(
    `select pg_database_size(current_database()) as bytes,
       pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as wal`,
  )
  return row ?? { bytes: NaN, wal: NaN }
}
async function isFolded(): Promise<boolean> {
  const [row] = await sql.query<{ through: number }>(
    `select count(*) as through from folded where seq = $1`,
    [EVENTS],
  )
  return row?.through === SITES
}

const before = await sizes()
const line = createHqLine()
const from = performance.now()
await Promise.all(
  sites.map(async ({ site, token }) => {
    for (const push of pushes) {
      const answer = await line.ask(
        { url: program.url, fingerprint: null },
        HAND_UP_PATHS.events(site),
        push,
        token,
      )
      if (!answer.ok) throw new Error(answer.refused?.code ?? 'not answered')
    }
  }),
)
const taken = (performance.now() - from) / 1000
while (!(await isFolded())) await pause(100)
const shown = (performance.now() - from) / 1000
const after = await sizes()
const memory = program.mostHeld()

await sql.end()
line.stop()
await program.stop()
await postgres.stop()

const events = SITES * EVENTS
const minutes = (seconds: number): number => ((seconds / SITES) * OF_ALL) / 60
printNote(
  `${events} events taken in after ${taken.toFixed(1)} s, on the board after ${shown.toFixed(1)} s`,
)
finish([
  within(
    `catch-up of ${SITES} sites, ${EVENTS} events each, taken in`,
    events / taken,
    null,
    'events/s',
    null,
    0,
  ),
  within('… until all is on the board', events / shown, null, 'events/s', null, 0),
  within(`… worked out for ${OF_ALL} sites: taken in`, minutes(taken), null, 'min', null, 1),
  within('… and on the board', minutes(shown), null, 'min', null, 1),
  within('an event on the line', onLine / EVENTS, null, 'bytes', null, 0),
  within('… in the database', (after.bytes - before.bytes) / events, null, 'bytes', null, 0),
  within('… of WAL', (after.wal - before.wal) / events, null, 'bytes', null, 0),
  within('most memory that the program of HQ has held', memory, null, 'MiB', null, 0),
])
