/**
 * The disk fails while a station works on it, and comes back: every write and read ends in an
 * error. Commands are refused and say why, reading and alarms go on, nothing that was answered is
 * lost; when the disk is back, saving resumes by itself, without a restart.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Answered } from '#shared/contract/contract.ts'
import type { Sent } from '../kit/driver.ts'
import { faultsOf } from '../kit/invariants.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import { onOwnDisk } from './lib/own-disk.ts'
import { seed } from './lib/seed.ts'
import { REAL, planted, serve, until } from './lib/station.ts'

const MINUTE = 60_000
const HEALS_WITHIN = 60_000 // it is tried again after 5, 10, 20 s

async function failed(entry: string): Promise<string[]> {
  return onOwnDisk(async (disk) => {
    const dir = join(disk.dir, 'data')
    mkdirSync(dir)
    // its first limit is some twenty seconds away
    const [incidentId = ''] = await seed(dir, Date.now() - 3 * MINUTE + 20_000, 1)
    const station = await serve(dir, { entry })
    const sent: Sent[] = []
    const say = async (words: string): Promise<Answered> => {
      const call: Sent = {
        id: crypto.randomUUID(),
        name: 'incident/note',
        input: { incidentId, words },
        answer: null,
      }
      sent.push(call)
      call.answer = await station.ask(call)
      return call.answer
    }
    const faults: string[] = []
    const see = (what: string, holds: boolean): void => {
      if (!holds) faults.push(what)
    }

    for (let n = 0; n < 10; n++) see('a note is not taken', (await say(`第${n}条`)).ok)
    disk.cut()
    const refused = await say('盘坏了')
    see(
      `a note on a dead disk is answered with ${JSON.stringify(refused)}`,
      !refused.ok && refused.code === 'storage-failed',
    )
    const board = await station.board()
    see('the board does not say that nothing is saved', board.storageFailed)
    see(
      'no fault says it',
      board.alerts.some(({ kind }) => kind === 'fault'),
    )
    see('the incident is gone from the board', board.incidents.length === 1)
    const alarmed = await until(
      40_000,
      () => station.board(),
      ({ incidents }) => (incidents[0]?.alerts.length ?? 0) > 0,
    )
    see('no alarm while the disk is dead', (alarmed.incidents[0]?.alerts.length ?? 0) > 0)
    disk.back()
    const from = performance.now()
    const back = await until(
      HEALS_WITHIN,
      () => station.board(),
      ({ storageFailed }) => !storageFailed,
    )
    see('saving does not resume within 60 s of the disk being back', !back.storageFailed)
    const took = performance.now() - from
    see('a note is not taken afterwards', (await say('又能记了')).ok)
    await station.stop()
    faults.push(...(await faultsOf(join(dir, 'journal.db'), sent)))
    if (faults.length === 0)
      printNote(`saving resumed ${(took / 1_000).toFixed(1)} s after the disk`)
    return faults
  })
}

await runChecks(async () => {
  check('the disk fails, and comes back', await failed(REAL))
  mustFail(
    'a command that is answered although it was not saved',
    await failed(planted('answers-anyway')),
  )
})
