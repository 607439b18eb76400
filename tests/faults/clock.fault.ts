/**
 * Somebody sets the wall clock of a running station, two hours ahead or one hour back
 * (libfaketime, the monotonic clock stays true). A limit fires when either clock says so: at once
 * after the jump ahead, at its true time after the jump back; never early, never twice.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { allEvents } from '../kit/replay.ts'
import { faultsOf } from '../kit/invariants.ts'
import { check, mustFail, printNote, runChecks, skip } from './lib/checks.ts'
import { seed } from './lib/seed.ts'
import {
  NO_FAKETIME,
  REAL,
  faketime,
  inNewFolder,
  pause,
  planted,
  serve,
  until,
  type Process,
} from './lib/station.ts'

const MINUTE = 60_000
const moved = faketime() ?? skip(NO_FAKETIME)

const late = async (station: Process): Promise<string[]> =>
  (await station.board()).incidents.flatMap(({ steps }) =>
    steps.filter((step) => step.late).map(({ id }) => id),
  )
const recorded = async (dir: string): Promise<string[]> => {
  const journal = openSqliteJournal(join(dir, 'journal.db'))
  const events = await allEvents(journal)
  await journal.close()
  return events
    .filter(({ type }) => type === 'StepLate')
    .map(({ body }) => (body as { stepId: string }).stepId)
}
const alarms = async (station: Process): Promise<string[]> =>
  (await station.board()).incidents.flatMap(({ alerts }) =>
    alerts.filter(({ kind }) => kind === 'late').map(({ stepId }) => stepId ?? ''),
  )

type Scene = { dir: string; station: Process; set: (seconds: number) => void; armedAt: number }

/**
 * A station over one incident whose first limit (3 minutes) is `ms` away; its wall clock follows a
 * file.
 */
async function scene(
  entry: string,
  ms: number,
  play: (scene: Scene) => Promise<string[]>,
): Promise<string[]> {
  return inNewFolder(async (dir) => {
    const file = join(dir, 'clock')
    const set = (seconds: number): void => {
      // libfaketime never comes back from a file that it finds empty
      writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`)
      renameSync(`${file}.new`, file)
    }
    set(0)
    await seed(dir, Date.now() - 3 * MINUTE + ms, 1)
    const armedAt = performance.now()
    const station = await serve(dir, { entry, env: moved.following(file) })
    const faults = await play({ dir, station, set, armedAt })
    await station.stop()
    const twice = (await recorded(dir)).filter((step, index, all) => all.indexOf(step) !== index)
    return [
      ...faults,
      ...twice.map((step) => `${step} was recorded late twice`),
      ...(await faultsOf(join(dir, 'journal.db'), [])),
    ]
  })
}

const ahead = (entry: string): Promise<string[]> =>
  scene(entry, 2 * MINUTE, async ({ station, set }) => {
    await pause(1500)
    const before = await alarms(station)
    set(7200)
    const at = performance.now()
    const after = await until(
      3000,
      () => alarms(station),
      (seen) => seen.includes('hl-06'),
    )
    const [seen, marked] = [performance.now() - at, await late(station)]
    if (after.includes('hl-06')) printNote(`two hours ahead: alarm after ${seen.toFixed(0)} ms`)
    return [
      ...(before.length > 0 ? [`early: ${before.join(' ')}`] : []),
      ...(after.includes('hl-06') ? [] : ['no alarm 3 s after the clock was set two hours ahead']),
      ...(marked.includes('hl-14')
        ? []
        : ['the ten minutes that passed with the jump are not late']),
    ]
  })

const back = (entry: string): Promise<string[]> =>
  scene(entry, 12_000, async ({ station, set, armedAt }) => {
    await pause(1500)
    set(-3600)
    const early = await until(
      8000 - (performance.now() - armedAt),
      () => alarms(station),
      (seen) => seen.length > 0,
    )
    const seen = await until(
      16_000 - (performance.now() - armedAt),
      () => alarms(station),
      (now) => now.includes('hl-06'),
    )
    if (seen.includes('hl-06'))
      printNote(
        `one hour back: alarm ${(performance.now() - armedAt).toFixed(0)} ms after the start; 12,000 ms were left then`,
      )
    return [
      ...(early.length > 0 ? [`early: ${early.join(' ')}`] : []),
      ...(seen.includes('hl-06')
        ? []
        : ['no alarm at its true time after the clock was set an hour back']),
    ]
  })

/**
 * Five minutes back and forth, thirty times, while a limit is some seconds away; then whole days,
 * when it has long fired.
 */
const toAndFro = (entry: string): Promise<string[]> =>
  scene(entry, 12_000, async ({ station, set, armedAt }) => {
    for (let jump = 0; jump < 30; jump++) {
      set(jump % 2 === 0 ? -300 : 0)
      await pause(150)
    }
    const early = performance.now() - armedAt < 10_000 ? await alarms(station) : []
    const seen = await until(
      16_000 - (performance.now() - armedAt),
      () => alarms(station),
      (now) => now.includes('hl-06'),
    )
    for (const seconds of [86_400, -86_400, 86_400, 0]) {
      set(seconds)
      await pause(1200)
    }
    return [
      ...(early.length > 0 ? [`early: ${early.join(' ')}`] : []),
      ...(seen.includes('hl-06') ? [] : ['no alarm at its true time']),
    ]
  })

await runChecks(async () => {
  check('two hours ahead', await ahead(REAL))
  check('one hour back', await back(REAL))
  check('thirty jumps of five minutes, then a day ahead and back, twice', await toAndFro(REAL))
  mustFail('only the timer counts', await ahead(planted('timer-only')))
  mustFail('only the wall clock counts', await back(planted('wall-only')))
})
