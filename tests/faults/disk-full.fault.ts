/**
 * The disk fills while a station works on it. Commands are refused and say why, reading
 * and alarms go on, nothing acknowledged is lost; when there is room again, saving resumes by
 * itself, without a restart. A station that is killed in the meantime starts again and does all
 * that.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answered } from '#shared/contract/contract.ts'
import { faultsOf } from '../kit/invariants.ts'
import type { Sent } from '../kit/driver.ts'
import { check, mustFail, printNote, runChecks, skip } from './lib/checks.ts'
import { seed } from './lib/seed.ts'
import { REAL, inNewFolder, pause, planted, serve, until } from './lib/station.ts'

const MINUTE = 60_000
const SIZE = 12 // MiB

/** A folder on a small file system of its own. */
async function onSmallDisk<T>(work: (dir: string) => Promise<T>): Promise<T> {
  return inNewFolder(async (above) => {
    const disk = join(above, 'disk')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}m`, 'tmpfs', disk], {
        stdio: 'ignore',
      })
    } catch {
      skip('this machine does not allow to mount a small file system (needs root)')
    }
    try {
      return await work(disk)
    } finally {
      execFileSync('umount', ['-l', disk])
    }
  })
}

/** Takes what room there is, down to the last block. */
function fill(disk: string): void {
  for (const size of [1 << 20, 1 << 16, 1 << 12])
    for (let n = 0; ; n++) {
      try {
        writeFileSync(join(disk, `ballast-${size}-${n}`), Buffer.alloc(size))
      } catch {
        break
      }
    }
}
const free = (disk: string): void => {
  execFileSync('find', [disk, '-name', 'ballast-*', '-delete'])
}

async function filled(entry: string): Promise<string[]> {
  return onSmallDisk(async (disk) => {
    const dir = join(disk, 'data')
    mkdirSync(dir)
    // its first limit is twenty seconds away
    const [id = ''] = await seed(dir, Date.now() - 3 * MINUTE + 20_000, 1)
    const station = await serve(dir, { entry })
    const sent: Sent[] = []
    const say = async (words: string): Promise<Answered> => {
      const call: Sent = {
        id: crypto.randomUUID(),
        name: 'incident/note',
        input: { incidentId: id, words },
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

    see('a note is not taken while there is room', (await say('正常')).ok)
    fill(disk)
    let refused: Answered | null = null
    for (let n = 0; n < 60 && refused === null; n++) {
      const answer = await say('火'.repeat(9_000))
      if (!answer.ok) refused = answer
      await pause(25)
    }
    see('a full disk refuses nothing', refused !== null)
    const refusal = refused !== null && !refused.ok ? refused : null
    see(
      `refused with ${JSON.stringify(refusal)}`,
      refusal?.code === 'storage-failed' &&
        refusal.message.zh.includes('存盘') &&
        refusal.message.en.includes('disk'),
    )
    const board = await station.board()
    see('the board does not say that nothing is saved', board.storageFailed)
    see('the incident is gone from the board', board.incidents.length === 1)
    const alarmed = await until(
      30_000,
      () => station.board(),
      ({ incidents }) => (incidents[0]?.alerts.length ?? 0) > 0,
    )
    see('no alarm while the disk is full', (alarmed.incidents[0]?.alerts.length ?? 0) > 0)

    free(disk)
    const back = await until(
      15_000,
      () => station.board(),
      ({ storageFailed }) => !storageFailed,
    )
    see('saving does not resume within 15 s of there being room again', !back.storageFailed)
    see('a note is not taken afterwards', (await say('又能记了')).ok)
    await station.stop()
    if (faults.length === 0)
      printNote(
        `${sent.filter(({ answer }) => answer?.ok).length} notes taken, ${sent.filter(({ answer }) => !answer?.ok).length} refused`,
      )
    faults.push(...(await faultsOf(join(dir, 'journal.db'), sent)))
    rmSync(dir, { recursive: true, force: true })
    return faults
  })
}

/** Killed while nothing can be saved, and started again before there is room. */
async function restarted(entry: string): Promise<string[]> {
  return onSmallDisk(async (disk) => {
    const dir = join(disk, 'data')
    mkdirSync(dir)
    const [id = ''] = await seed(dir, Date.now() - 3 * MINUTE + 20_000, 1)
    const before = await serve(dir, { entry })
    fill(disk)
    const sent: Sent[] = []
    const say = async ({ ask }: typeof before, words: string): Promise<Answered> => {
      const call: Sent = {
        id: crypto.randomUUID(),
        name: 'incident/note',
        input: { incidentId: id, words },
        answer: null,
      }
      sent.push(call)
      call.answer = await ask(call)
      return call.answer
    }
    for (let n = 0; n < 100 && sent.at(-1)?.answer?.ok !== false; n++)
      await say(before, '火'.repeat(9_000))
    const faults: string[] = []
    const see = (what: string, holds: boolean): void => {
      if (!holds) faults.push(what)
    }
    see('a full disk refuses nothing', sent.at(-1)?.answer?.ok === false)
    await before.kill()
    fill(disk) // whatever the dead process gave back

    let station
    try {
      station = await serve(dir, { entry })
    } catch (error) {
      return [`it does not start again: ${String(error).slice(0, 200)}`]
    }
    const board = await station.board()
    see('the incident is gone from the board', board.incidents.length === 1)
    see(
      'the desk is not told that files could not be written',
      board.notes.some(({ zh, en }) => zh.includes('磁盘') && en.includes('disk')),
    )
    const alarmed = await until(
      30_000,
      () => station.board(),
      ({ incidents }) => (incidents[0]?.alerts.length ?? 0) > 0,
    )
    see('no alarm while the disk is full', (alarmed.incidents[0]?.alerts.length ?? 0) > 0)
    const refused = await say(station, '火'.repeat(9_000))
    see(
      `a note is answered with ${JSON.stringify(refused)}`,
      !refused.ok && refused.code === 'storage-failed',
    )
    see('the board does not say that nothing is saved', (await station.board()).storageFailed)
    free(disk)
    const back = await until(
      15_000,
      () => station.board(),
      ({ storageFailed }) => !storageFailed,
    )
    see('saving does not resume within 15 s of there being room again', !back.storageFailed)
    see('a note is not taken afterwards', (await say(station, '又能记了')).ok)
    await station.stop()
    faults.push(...(await faultsOf(join(dir, 'journal.db'), sent)))
    return faults
  })
}

await runChecks(async () => {
  check('a station that was killed on a full disk starts again on it', await restarted(REAL))
  mustFail('a start that needs to write', await restarted(planted('writes-first')))
  check('the disk fills and is emptied again', await filled(REAL))
  mustFail(
    'a command that is answered although it was not saved',
    await filled(planted('answers-anyway')),
  )
})
