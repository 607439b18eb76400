/**
 * A damaged record of 100,000 events: the station is up on an emergency record within ten seconds,
 * with every byte left, and shows what ran. A full disk puts that record into the folder of the
 * backups, and leaves no half one behind.
 */
import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { eventsEach, fill } from '../kit/years/years.ts'
import { live } from '../kit/years/live.ts'
import { check, mustFail, printNote, runChecks, skip } from './lib/checks.ts'
import { seed } from './lib/seed.ts'
import { REAL, inNewFolder, planted, serve } from './lib/station.ts'

const EVENTS = 100_000
const WITHIN_MS = 10_000
const RUNNING = 6

const sumOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex')

const emergencyIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('emergency-'))

/** As somebody does who knows how; the chain no longer holds from the first event on. */
function damage(file: string): void {
  const db = new DatabaseSync(file)
  for (const { name } of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all())
    db.exec(`DROP TRIGGER ${String(name)}`)
  db.exec("DELETE FROM anchor; UPDATE event SET body = body || ' ' WHERE seq = 2")
  db.close()
}

/** As a disk that has lost the end of the file: the page of the newest events goes first. */
function cutOff(file: string): void {
  const db = new DatabaseSync(file)
  const newest = db
    .prepare(
      "SELECT pgoffset AS at FROM dbstat WHERE name = 'event' AND pagetype = 'leaf' ORDER BY path DESC LIMIT 1",
    )
    .get()
  db.close()
  truncateSync(file, Number(newest?.['at']))
}

/** How long the start took (ms), and what is wrong with what stands then. */
async function started(dir: string, entry: string): Promise<{ ms: number; faults: string[] }> {
  const file = join(dir, 'journal.db')
  const before = sumOf(file)
  const station = await serve(dir, { entry }).catch((error: unknown) => String(error).slice(0, 200))
  if (typeof station === 'string') return { ms: 0, faults: [`no start: ${station}`] }
  const { emergency } = await station.board()
  const taken = await station.ask({
    id: crypto.randomUUID(),
    name: 'incident/report',
    input: { narrative: '漏水', place: '地下一层' },
  })
  await station.stop()
  return {
    ms: station.readyMs,
    faults: [
      ...(emergency ? [] : ['it is no emergency record']),
      ...((emergency?.incidents.length ?? 0) > 0 ? [] : ['nothing of what ran is shown']),
      ...(taken.ok ? [] : [`a report is answered with ${taken.code}`]),
      ...(sumOf(file) === before ? [] : ['the damaged record was written']),
    ],
  }
}

/** On a disk without room, with a place for backups on another one. */
async function onFullDisk(entry: string): Promise<string[]> {
  return inNewFolder(async (above) => {
    const [disk, place] = [join(above, 'disk'), join(above, 'place')]
    for (const folder of [disk, place]) mkdirSync(folder)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      skip('this machine does not allow to mount a small file system (needs root)')
    }
    try {
      const dir = join(disk, 'data')
      mkdirSync(dir)
      await seed(dir, Date.now() - 3_600_000, 2)
      const first = await serve(dir)
      await first.request('backup/place-set', { folder: place })
      await first.stop()
      damage(join(dir, 'journal.db'))
      for (const size of [1 << 20, 1 << 12, 1])
        for (let n = 0; n < 5_000; n++) {
          try {
            writeFileSync(join(disk, `ballast-${size}-${n}`), Buffer.alloc(size))
          } catch {
            break
          }
        }
      const { faults } = await started(dir, entry)
      const names = [emergencyIn(dir).length, emergencyIn(place).length]
      return [
        ...faults,
        ...(names.join() === '0,1' ? [] : [`${names.join(' and ')} emergency folders`]),
      ]
    } finally {
      execFileSync('umount', ['-l', disk])
    }
  })
}

await runChecks(async () => {
  const lived = await live({ every: 4 })
  await inNewFolder(async (dir) => {
    const incidents = Math.ceil(EVENTS / eventsEach(lived))
    const file = join(dir, 'journal.db')
    const events = await fill(file, lived, { incidents, now: Date.now(), running: RUNNING })
    damage(file)
    const { ms, faults } = await started(dir, REAL)
    check(`${events} events, damaged: an emergency record stands in, every byte is left`, faults)
    const size = (statSync(file).size / (1 << 20)).toFixed(0)
    printNote(`${size} MB: ready after ${(ms / 1_000).toFixed(1)} s`)
    check('it is ready within 10 s', ms > 0 && ms < WITHIN_MS ? [] : [`${ms.toFixed(0)} ms`])
    mustFail(
      'a station that refuses a damaged record',
      (await started(dir, planted('refuses-damage'))).faults,
    )
    cutOff(file)
    const cut = await started(dir, REAL)
    check('the same record, cut off: what ran before the cut is shown', cut.faults)
    printNote(`ready after ${(cut.ms / 1_000).toFixed(1)} s`)
    check('it is ready within 10 s, too', cut.ms < WITHIN_MS ? [] : [`${cut.ms.toFixed(0)} ms`])
  })
  check('a full disk: the record lies with the backups', await onFullDisk(REAL))
  mustFail('it may lie in the folder only', await onFullDisk(planted('no-other-place')))
})
