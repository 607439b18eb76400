/**
 * The log of writes: a station is killed, and bits of its log are flipped, or the log is cut,
 * zeroed or lost, before the next start. What was folded into the record is all there; what was not
 * is there, or the desk is told that it may be missing. Either way commands are taken.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import { strayProjection } from '#main/core/verify/projections.ts'
import { chance } from '../kit/driver.ts'
import { RUINED, asKilled, flip, lengthOf } from '../kit/log-left.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import { seed } from './lib/seed.ts'
import { REAL, inNewFolder, planted, serve } from './lib/station.ts'

const BEFORE = 6 // incidents that were folded in before the station was killed
const AFTER = 14 // and those that stood in the log alone
const ALL = BEFORE + AFTER

/** A folder as the kill left it. */
async function killed(dir: string): Promise<void> {
  mkdirSync(dir)
  await seed(dir, Date.now() - 3_600_000, BEFORE)
  const station = await serve(dir)
  await Promise.all(
    Array.from({ length: AFTER }, (_, n) =>
      station.request('incident/report', { narrative: '厨房冒烟', place: `${n + 1}号楼` }),
    ),
  )
  await station.kill()
}

/**
 * The same, with a log that was folded in and still lies there: as older programs left it, and as a
 * kill at the moment of folding does.
 */
function folded(live: string, dir: string): void {
  cpSync(live, dir, { recursive: true })
  const [file, copy] = [join(dir, 'journal.db'), join(dir, 'copy')]
  const db = new DatabaseSync(file)
  db.exec('PRAGMA wal_autocheckpoint = 0')
  db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
  asKilled(file, copy)
  db.close()
  asKilled(copy, file)
  for (const part of ['', '-wal', '-shm']) rmSync(copy + part)
}

type Harm = { what: string; mayLose: boolean; to: (file: string) => void }
const tally = { whole: 0, told: 0 }

async function harmed(base: string, { what, mayLose, to }: Harm, entry: string): Promise<string[]> {
  return inNewFolder(async (above) => {
    const dir = join(above, 'data')
    cpSync(base, dir, { recursive: true })
    const file = join(dir, 'journal.db')
    to(file)
    const station = await serve(dir, { entry }).catch((error: unknown) =>
      String(error).slice(0, 200),
    )
    if (typeof station === 'string') return [`${what}: no start: ${station}`]
    const { incidents, notes } = await station.board()
    const isReported = notes.some(
      ({ zh, en }) => zh.includes('可能缺失') && en.includes('may be missing'),
    )
    const answer = await station.ask({
      id: crypto.randomUUID(),
      name: 'incident/report',
      input: { narrative: '又一起', place: '大厅' },
    })
    await station.stop()
    const verified = await verifySqliteJournal(file, strayProjection).catch((error: unknown) => ({
      ok: false,
      why: String(error),
    }))
    tally[incidents.length === ALL ? 'whole' : 'told'] += 1
    return [
      ...(incidents.length < ALL && !mayLose
        ? [`${what}: ${ALL - incidents.length} of ${ALL} are gone`]
        : []),
      ...(incidents.length < ALL && !isReported
        ? [`${what}: ${ALL - incidents.length} of ${ALL} are gone, and nobody is told`]
        : []),
      ...(incidents.length < BEFORE ? [`${what}: also what was folded in before is gone`] : []),
      ...(answer.ok ? [] : [`${what}: a command is answered with ${answer.code}`]),
      ...(verified.ok ? [] : [`${what}: verify: ${JSON.stringify(verified)}`]),
    ]
  })
}

function flips(base: string, times: number, mayLose: boolean): Harm[] {
  const bits = lengthOf(join(base, 'journal.db')) * 8
  const random = chance(11)
  return Array.from({ length: times }, () => {
    const bit = Math.floor(random() * bits)
    return { what: `bit ${bit} of ${bits}`, mayLose, to: (file) => flip(`${file}-wal`, bit) }
  })
}

const ruins = (mayLose: boolean): Harm[] =>
  Object.entries(RUINED).map(([what, to]) => ({ what: `the log ${what}`, mayLose, to }))

async function all(base: string, harms: readonly Harm[], entry = REAL): Promise<string[]> {
  const faults: string[] = []
  for (const harm of harms) faults.push(...(await harmed(base, harm, entry)))
  return faults
}

await runChecks(async () => {
  await inNewFolder(async (above) => {
    const [live, obsolete] = [join(above, 'live'), join(above, 'obsolete')]
    await killed(live)
    folded(live, obsolete)
    check(
      'nothing happened to the log',
      await all(live, [{ what: 'untouched', mayLose: false, to: () => undefined }]),
    )
    check(
      '40 flips in a log that was folded in: nothing is lost',
      await all(obsolete, flips(obsolete, 40, false)),
    )
    check('such a log cut, zeroed or lost: nothing is lost', await all(obsolete, ruins(false)))
    printNote(`${tally.whole} starts with everything`)
    Object.assign(tally, { whole: 0, told: 0 })
    check(
      '99 flips in a log that was not: harmless, or told',
      await all(live, flips(live, 99, true)),
    )
    check('such a log cut, zeroed or lost: told', await all(live, ruins(true)))
    printNote(`${tally.whole} starts with everything, ${tally.told} with less`)
    mustFail(
      'a log that was folded in is read again',
      await all(obsolete, flips(obsolete, 3, false), planted('unsettled')),
    )
    mustFail(
      'what is lost is not told',
      await all(live, flips(live, 3, true), planted('unsettled')),
    )
  })
})
