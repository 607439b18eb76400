/**
 * D05, in part: one flipped bit anywhere in a closed record, 165 times. Where it lies in what was
 * folded from the events, the station starts, shows what it showed before and goes on; and wherever
 * it lies, a station that has started does not end by itself.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Board, BoardIncident } from '#shared/domain/board/types.ts'
import { flip, flipsIn, flipsOf, type Flip } from '../kit/flips.ts'
import { check, mustFail, note, runChecks } from './lib/checks.ts'
import { seed } from './lib/seed.ts'
import { REAL, inNewFolder, planted, serve, until, type Process } from './lib/station.ts'

const FLIPS = 165
const CHECKED = /"event":"(record-whole|record-damaged|record-not-checked)"/

type Seen = {
  flip: Flip
  started: boolean
  alive: boolean
  same: boolean
  told: boolean
  why: string
}

/** What must not differ, whatever falls due in the meantime. */
function substance({ incidents, month, duty, site }: Board): string {
  const steps = (incident: BoardIncident): unknown =>
    incident.steps.map(({ id, title, state }) => [id, title, state])
  const shown = incidents.map((incident) => {
    const { id, place, kind, state, narrative } = incident
    return JSON.stringify([id, place, kind, state, narrative, steps(incident)])
  })
  return JSON.stringify([shown.sort(), month.incidents, month.byCategory, month.drills, duty, site])
}

/** From a little before where two texts part; empty if they do not. */
function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((sign, index) => sign !== other[index])
  return at < 0 ? '' : one.slice(Math.max(0, at - 80), at + 80)
}

/** The board when the check of the whole record is over. */
async function settled(station: Process, checked: boolean): Promise<Board> {
  if (checked)
    await until(
      20_000,
      async () => station.heard(),
      (heard) => CHECKED.test(heard),
    )
  return station.board()
}

async function flipped(
  above: string,
  whole: string,
  one: Flip,
  right: string,
  entry: string,
): Promise<Seen> {
  const dir = join(above, `${one.offset}-${one.bit}`)
  mkdirSync(dir)
  copyFileSync(whole, join(dir, 'journal.db'))
  flip(join(dir, 'journal.db'), one)
  const seen: Seen = { flip: one, started: false, alive: false, same: false, told: false, why: '' }
  let station
  try {
    station = await serve(dir, { entry })
  } catch (error) {
    return { ...seen, why: String(error).slice(0, 200) }
  }
  try {
    const board = await settled(station, entry === REAL)
    const told = board.alerts.length > 0
    const { code } = await station.stop()
    const shown = substance(board)
    return {
      ...seen,
      started: true,
      alive: code === 0,
      same: shown === right,
      told,
      why: firstDifference(shown, right),
    }
  } catch (error) {
    await station.stop()
    return { ...seen, started: true, why: String(error).slice(0, 200) }
  }
}

async function all(
  flipsOfRecord: (file: string) => readonly Flip[],
  entry: string,
): Promise<Seen[]> {
  return inNewFolder((above) =>
    inNewFolder(async (dir) => {
      const whole = join(dir, 'journal.db')
      // long late: nothing else falls due meanwhile
      await seed(dir, Date.now() - 10 * 3_600_000, 12)
      const control = join(above, 'control')
      mkdirSync(control)
      copyFileSync(whole, join(control, 'journal.db'))
      const station = await serve(control)
      const right = substance(await settled(station, true))
      await station.stop()
      const seen: Seen[] = []
      for (const one of flipsOfRecord(whole))
        seen.push(await flipped(above, whole, one, right, entry))
      return seen
    }),
  )
}

const at = ({ flip: { table, offset, bit }, why }: Seen): string =>
  `${table} at ${offset}, bit ${bit}: ${why}`

/** What is wrong with those whose bit lies in what was folded. */
const faultsIn = (seen: readonly Seen[]): string[] => {
  const derived = seen.filter(({ flip: { derived } }) => derived)
  return [
    ...derived.filter(({ started }) => !started).map((one) => `does not start: ${at(one)}`),
    ...derived
      .filter(({ started, same }) => started && !same)
      .map((one) => `shows something else: ${at(one)}`),
  ]
}

await runChecks(async () => {
  const seen = await all((file) => flipsIn(file, 165, FLIPS), REAL)
  check(`${FLIPS} flips: where it was folded, it starts and shows what it showed`, faultsIn(seen))
  check(
    'no station that has started ends by itself',
    seen.filter(({ started, alive }) => started && !alive).map(at),
  )
  const count = (of: (one: Seen) => boolean): number => seen.filter(of).length
  note(
    `${count(({ flip: { derived } }) => derived)} in what was folded, ${count(({ told }) => told)} told on the desk, ` +
      `${count(({ started }) => !started)} did not start, all of them for the events or the tables themselves`,
  )
  mustFail(
    'rows are believed',
    faultsIn(await all((file) => flipsOf(file, '"steps":{').slice(0, 3), planted('rows-believed'))),
  )
})
