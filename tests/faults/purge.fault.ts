/**
 * A station is killed 40 times while one person's values are being purged, within 12 ms of the
 * order in its list. After the next start either all of it is gone, from record, search and every
 * byte of the folder, or nothing was ordered; the words of others in that incident are found.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { chance } from '../kit/driver.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import {
  command,
  inNewFolder,
  pause,
  planted,
  REAL,
  serve,
  until,
  type Process,
} from './lib/station.ts'

const KILLS = 40
const PLANTED_KILLS = 4
const silent = { info: () => undefined, error: () => undefined }
const tally = { done: 0, unordered: 0, midway: 0 }

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
const undone = (dir: string): number => openPurgeLedger(dir, silent).undone().length
/** Files below the folder in which the words stand. */
const tells = (dir: string, words: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(words))

/** `other`: who said what the caller `name` only reported; null: that was the caller. */
type Round = { name: string; other: string | null; incidentId: string; seals: readonly string[] }

/** An incident that is over, in every second round with the words of somebody else in it. */
async function prepared(station: Process, round: number): Promise<Round> {
  const [name, other] = [`金雀儿${round}`, round % 2 === 0 ? `云雀儿${round}` : null]
  const { incidentId } = await station.request('incident/report', {
    ...{ narrative: `${other ?? name}说大厅有烟`, reporter: name, place: '大厅' },
  })
  await station.request('incident/move', { incidentId, to: 'false-report', reason: '是水汽' })
  const { found } = await station.request('retention/find', { name })
  return { name, other, incidentId, seals: found.map(({ sealed }) => sealed) }
}

/** What does not hold after the next start. */
async function leftBy(station: Process, dir: string, round: Round): Promise<string[]> {
  const { name, other, incidentId, seals } = round
  await until(
    15_000,
    async () => undone(dir),
    (count) => count === 0,
  )
  const { purged } = await station.request('retention/of', { incidentId })
  const { found } = await station.request('retention/find', { name })
  const search = async (words: string): Promise<number> =>
    (await station.request('history/search', { words })).total
  if (purged.length === 0) {
    tally.unordered += 1
    return found.length === seals.length ? [] : [`${name}: gone, and the record does not say so`]
  }
  tally.done += 1
  const others = async (): Promise<number> => (other === null ? 1 : search(other))
  const counted = await until(5_000, others, (total) => total === 1)
  return [
    ...(found.length === 0 ? [] : [`${name}: ${found.length} left that the record says are gone`]),
    ...((await search(name)) === 0 ? [] : [`${name}: still in the words for searching`]),
    ...tells(dir, name).map((file) => `${name}: still in ${file}`),
    ...(counted === 1 ? [] : [`${other ?? ''}: not found any more`]),
  ]
}

async function killed(times: number, entry = REAL): Promise<string[]> {
  const random = chance(47)
  const faults: string[] = []
  await inNewFolder(async (dir) => {
    const list = join(dir, 'purges.jsonl')
    let station = await serve(dir, { entry })
    for (let n = 0; n < times; n++) {
      const round = await prepared(station, n)
      const before = sizeOf(list)
      const { seals } = round
      void station
        .request('retention/purge', { seals: [...seals], reason: '本人要求' })
        .catch(() => undefined) // the answer dies with the station
      await until(
        2_000,
        async () => sizeOf(list),
        (size) => size > before,
      )
      await pause(random() * 12)
      await station.kill()
      if (undone(dir) > 0) tally.midway += 1
      station = await serve(dir, { entry })
      faults.push(...(await leftBy(station, dir, round)))
    }
    await station.stop()
    const verified = await command(['verify', '--data', dir])
    if (verified.code !== 0) faults.push(`verify: exit ${verified.code}: ${verified.out}`)
  })
  return faults
}

await runChecks(async () => {
  check(`${KILLS} kills in the midst of a purge: all of it goes, or nothing`, await killed(KILLS))
  printNote(
    `${tally.done} carried out, of which ${tally.midway} were left half done; ${tally.unordered} were never ordered`,
  )
  mustFail('a list that nothing is written into', await killed(PLANTED_KILLS, planted('unlisted')))
})
