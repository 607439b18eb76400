/**
 * One flipped bit anywhere in a closed record, 165 times. The station always starts. Either it
 * shows what it showed before, or tells of the damage, or stands on an emergency record with every
 * byte of the damaged one left. Where the bit lies in what was folded from the events, it is the
 * first; a station that has started does not end by itself.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Board, BoardIncident } from '#shared/domain/board/types.ts'
import { flip, flipsIn, flipsOf, type Flip } from '../kit/flips.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
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
  emergency: boolean
  untouched: boolean // the file has the bytes that it had before the start
  why: string
}

const sumOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex')

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
function firstDifference(text: string, other: string): string {
  const at = [...text].findIndex((sign, index) => sign !== other[index])
  return at < 0 ? '' : text.slice(Math.max(0, at - 80), at + 80)
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
  bit: Flip,
  right: string,
  entry: string,
): Promise<Seen> {
  const dir = join(above, `${bit.offset}-${bit.bit}`)
  mkdirSync(dir)
  copyFileSync(whole, join(dir, 'journal.db'))
  const file = join(dir, 'journal.db')
  flip(file, bit)
  const before = sumOf(file)
  const seen: Seen = {
    flip: bit,
    started: false,
    alive: false,
    same: false,
    told: false,
    emergency: false,
    untouched: true,
    why: '',
  }
  let station
  try {
    station = await serve(dir, { entry })
  } catch (error) {
    return { ...seen, why: String(error).slice(0, 200) }
  }
  try {
    const firstBoard = await station.board()
    const emergency = firstBoard.emergency !== null
    const board = await settled(station, entry === REAL && !emergency)
    const isReported = board.alerts.some(({ kind }) => kind === 'fault') || board.notes.length > 0
    const { code } = await station.stop()
    const shown = substance(board)
    return {
      ...seen,
      started: true,
      alive: code === 0,
      same: shown === right,
      told: isReported,
      emergency,
      untouched: sumOf(file) === before,
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
      for (const bit of flipsOfRecord(whole))
        seen.push(await flipped(above, whole, bit, right, entry))
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
    ...derived
      .filter(({ started, emergency }) => !started || emergency)
      .map((entry) => `does not start on its record: ${at(entry)}`),
    ...derived
      .filter(({ started, emergency, same }) => started && !emergency && !same)
      .map((entry) => `shows something else: ${at(entry)}`),
  ]
}

/** Of all of them: nobody is told, and the picture is another one. */
const silent = (seen: readonly Seen[]): string[] =>
  seen
    .filter(({ started, emergency, same, told }) => started && !emergency && !same && !told)
    .map((entry) => `silently something else: ${at(entry)}`)

await runChecks(async () => {
  const seen = await all((file) => flipsIn(file, 165, FLIPS), REAL)
  check(`${FLIPS} flips: where it was folded, it starts and shows what it showed`, faultsIn(seen))
  check('wherever it is, the station starts', seen.filter(({ started }) => !started).map(at))
  check('wherever it is, nothing else is shown without a word', silent(seen))
  check(
    'what an emergency record stands in for keeps every byte',
    seen.filter(({ emergency, untouched }) => emergency && !untouched).map(at),
  )
  check(
    'no station that has started ends by itself',
    seen.filter(({ started, alive }) => started && !alive).map(at),
  )
  const count = (of: (one: Seen) => boolean): number => seen.filter(of).length
  printNote(
    `${count(({ flip: { derived } }) => derived)} in what was folded; ${count(({ same }) => same)} harmless or healed, ` +
      `${count(({ told, emergency }) => told && !emergency)} told, ${count(({ emergency }) => emergency)} on an emergency record, ` +
      `${silent(seen).length} silently short`,
  )
  mustFail(
    'rows are believed',
    faultsIn(await all((file) => flipsOf(file, '"steps":{').slice(0, 3), planted('rows-believed'))),
  )
})
