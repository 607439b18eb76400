/**
 * The small files beside the record: one flipped bit in the witness of its head 18 times, and
 * in the settings 18 times. The station starts, shows what it showed, raises no false alarm about
 * the record, and the witness is made anew; settings that cannot be read are put back and told.
 */
import { cpSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readWitness } from '#main/adapters/journal/head-witness.ts'
import { chance } from '../kit/driver.ts'
import { flip } from '../kit/log-left.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import { seed } from './lib/seed.ts'
import { REAL, inNewFolder, planted, serve } from './lib/station.ts'

const FLIPS = 18
const INCIDENTS = 5
const tally = { told: 0 }

/** A folder that a station has left cleanly, with both files. */
async function left(dir: string): Promise<void> {
  await seed(dir, Date.now() - 10 * 3_600_000, INCIDENTS)
  const station = await serve(dir)
  await station.stop()
}

async function harmed(base: string, name: string, bit: number, entry: string): Promise<string[]> {
  return inNewFolder(async (above) => {
    const dir = join(above, 'data')
    cpSync(base, dir, { recursive: true })
    const file = join(dir, name)
    flip(file, bit)
    const what = `${name}, bit ${bit}`
    const station = await serve(dir, { entry }).catch((error: unknown) =>
      String(error).slice(0, 200),
    )
    if (typeof station === 'string') return [`${what}: no start: ${station}`]
    const board = await station.board()
    const alarms = board.alerts.filter(({ cause }) => cause.zh.includes('缺'))
    if (board.notes.length > 0) tally.told += 1
    const { code } = await station.stop()
    return [
      ...(code === 0 ? [] : [`${what}: ended with ${code}`]),
      ...(board.emergency ? [`${what}: an emergency record`] : []),
      ...(board.incidents.length === INCIDENTS ? [] : [`${what}: another board`]),
      ...(alarms.length === 0 ? [] : [`${what}: a false alarm: ${alarms[0]?.cause.en ?? ''}`]),
      ...(typeof readWitness(join(dir, 'head.json')) === 'string'
        ? [`${what}: the witness is not made anew`]
        : []),
    ]
  })
}

async function all(base: string, name: string, times: number, entry = REAL): Promise<string[]> {
  const bits = statSync(join(base, name)).size * 8
  const random = chance(23)
  const faults: string[] = []
  for (let n = 0; n < times; n++)
    faults.push(...(await harmed(base, name, Math.floor(random() * bits), entry)))
  return faults
}

/** The last event is gone, by whoever knows how: only the witness can tell. */
async function shortened(base: string, entry: string): Promise<string[]> {
  return inNewFolder(async (above) => {
    const dir = join(above, 'data')
    const older = join(above, 'older')
    cpSync(base, older, { recursive: true })
    cpSync(base, dir, { recursive: true })
    const station = await serve(dir)
    await station.request('incident/report', { narrative: '漏水', place: '地下一层' })
    await station.stop()
    cpSync(join(older, 'journal.db'), join(dir, 'journal.db'))
    const again = await serve(dir, { entry })
    const { alerts } = await again.board()
    await again.stop()
    return alerts.some(({ kind }) => kind === 'fault') ? [] : ['a shorter record is not told']
  })
}

await runChecks(async () => {
  await inNewFolder(async (base) => {
    await left(base)
    printNote(`head.json: ${readFileSync(join(base, 'head.json')).length} bytes`)
    check(`${FLIPS} flips in the witness: harmless`, await all(base, 'head.json', FLIPS))
    check(
      `${FLIPS} flips in the settings: harmless, or put back and told`,
      await all(base, 'settings.json', FLIPS),
    )
    printNote(`${tally.told} of ${2 * FLIPS} told`)
    check('a record put back to an older state is told', await shortened(base, REAL))
    mustFail('a witness that nobody reads', await shortened(base, planted('unwitnessed')))
    mustFail(
      'a witness that is believed however it reads',
      await all(base, 'head.json', 6, planted('witness-believed')),
    )
  })
})
