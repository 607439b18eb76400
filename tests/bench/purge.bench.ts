/**
 * The first purge by rule at a site of ten years: until every incident that is over has lost its
 * personal values, and the longest block of the thread that limits run on meanwhile; beside one
 * statement that deletes as many.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { purgesStream } from '#shared/domain/purge/stream.ts'
import { dispatcher } from '../kit/station.ts'
import { live } from '../kit/years/live.ts'
import { fill } from '../kit/years/years.ts'
import { finish, printNote, within } from './lib/figures.ts'
import { inNewFolder, log, startWholeStation } from './lib/place.ts'

const INCIDENTS = Number(process.env['VIGIL_BENCH_INCIDENTS'] ?? 2_400)
const DAYS = 30
const QUIET_MS = 3_000 // so long nothing more is purged: it is over

const valuesIn = (file: string): number => {
  const db = new DatabaseSync(file, { readOnly: true })
  const { count } = db.prepare('SELECT count(*) AS count FROM personal').get() as { count: number }
  db.close()
  return count
}

await inNewFolder(async (dir) => {
  const data = join(dir, 'data')
  mkdirSync(data)
  const file = join(data, 'journal.db')
  const events = await fill(file, await live(), { incidents: INCIDENTS, now: Date.now() })
  const copy = join(dir, 'plain.db')
  copyFileSync(file, copy)
  const before = valuesIn(file)
  const journal = openSqliteJournal(file)
  const station = await startWholeStation(journal, systemClock, {
    purges: openPurgeLedger(data, log),
  })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const from = performance.now()
  delay.enable()
  const input = { days: DAYS, exceptions: [], reason: '评估后定' }
  const call = { id: crypto.randomUUID(), name: 'retention/set', input } as const
  await station.request(call, dispatcher)
  let [last, seen] = [from, 0]
  while (performance.now() - last < QUIET_MS) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    const purges = (await journal.events(purgesStream.nameOf(''))).length
    if (purges > seen) [last, seen] = [performance.now(), purges]
  }
  delay.disable()
  const ours = last - from
  await station.stop()
  await journal.close()
  const left = valuesIn(file)
  const plain = new DatabaseSync(copy)
  plain.exec('PRAGMA secure_delete = ON')
  const plainFrom = performance.now()
  plain
    .prepare('DELETE FROM personal WHERE rowid IN (SELECT rowid FROM personal LIMIT ?)')
    .run(before - left)
  plain.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  const alone = performance.now() - plainFrom
  plain.close()
  printNote(
    `${INCIDENTS} incidents, ${events} events: ${before - left} of ${before} values in ${seen} entries`,
  )
  finish([
    within(`first purge of ${INCIDENTS} incidents`, ours / 1_000, alone / 1_000, 's', null, 2),
    within('longest block of the main thread meanwhile', delay.max / 1e6, null, 'ms', null, 0),
  ])
})
