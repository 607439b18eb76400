/**
 * Limits that pass while the station is down, after SIGKILL and after a clean stop. Started
 * half an hour later (libfaketime), it must raise all of them within 3 s, in due order, each once
 * and with how late it is, and none again after a further start; also if it is killed while it does
 * so.
 */
import { join } from 'node:path'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import type { StoredEvent } from '#main/core/ports.ts'
import { allEvents } from '../kit/replay.ts'
import { chance } from '../kit/driver.ts'
import { faultsOf } from '../kit/invariants.ts'
import { check, mustFail, printNote, runChecks, skip } from './lib/checks.ts'
import { hotlineDown } from './lib/seed.ts'
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

const INCIDENTS = 10 // with two or three limits each that pass within the half hour
const HALF_HOUR = 1800
const moved = faketime() ?? skip(NO_FAKETIME)

type Due = { incidentId: string; stepId: string; dueAt: number }

/** Everything that will be late by `at`. */
const dueBy = async (station: Process, at: number): Promise<Due[]> =>
  (await station.board()).incidents.flatMap(({ id, steps }) =>
    steps.flatMap(({ id: stepId, dueAt, state }) =>
      state === 'open' && dueAt !== null && dueAt < at ? [{ incidentId: id, stepId, dueAt }] : [],
    ),
  )

async function lateness(dir: string): Promise<StoredEvent[]> {
  const journal = openSqliteJournal(join(dir, 'journal.db'))
  const events = await allEvents(journal)
  await journal.close()
  return events.filter(({ type }) => type === 'StepLate')
}

const alerted = async (station: Process): Promise<number> =>
  (await station.board()).incidents.flatMap(({ alerts }) =>
    alerts.filter(({ kind }) => kind === 'late'),
  ).length

/** What is wrong with the record of these limits, raised at about `raisedAt`. */
function compare(
  expected: readonly Due[],
  events: readonly StoredEvent[],
  latestMs: number,
): string[] {
  const faults: string[] = []
  for (const { incidentId, stepId, dueAt } of expected) {
    const matching = events.filter(
      ({ stream, body }) =>
        stream === `incident.${incidentId}` && (body as { stepId: string }).stepId === stepId,
    )
    const [first] = matching
    const late = first?.body as { dueAt: number; lateByMs: number } | undefined
    if (matching.length !== 1)
      faults.push(`${stepId} of ${incidentId}: recorded late ${matching.length} times`)
    else if (
      first &&
      late &&
      (late.dueAt !== dueAt ||
        late.lateByMs !== first.at - dueAt ||
        late.lateByMs > latestMs ||
        late.lateByMs < 60_000)
    )
      faults.push(
        `${stepId} of ${incidentId}: due ${dueAt}, recorded ${JSON.stringify(late)} at ${first.at}`,
      )
  }
  const firsts = events
    .filter((event, index) => events.findIndex(({ stream }) => stream === event.stream) === index)
    .map(({ body }) => (body as Due).dueAt)
  if (firsts.some((dueAt, index) => dueAt < (firsts[index - 1] ?? 0)))
    faults.push('not in the order of the due instants')
  const withinOne = [...Map.groupBy(events, ({ stream }) => stream).values()].map((ofIncident) =>
    ofIncident.map(({ body }) => (body as Due).dueAt),
  )
  if (withinOne.some((dues) => dues.some((dueAt, index) => dueAt < (dues[index - 1] ?? 0))))
    faults.push('not in the order of the due instants within one incident')
  return faults
}

type Ending = 'SIGKILL' | 'SIGTERM'

async function passedWhileDown(
  dir: string,
  ending: Ending,
  entry: string,
  killedWhileRaising = 0,
): Promise<string[]> {
  const first = await serve(dir, { entry })
  for (let n = 1; n <= INCIDENTS; n++) await hotlineDown(first.request, n)
  const expected = await dueBy(first, Date.now() + HALF_HOUR * 1000)
  await (ending === 'SIGKILL' ? first.kill() : first.stop())
  const later = { entry, env: moved.shifted(HALF_HOUR) }

  const random = chance(7)
  for (let round = 0; round < killedWhileRaising; round++) {
    const dying = await serve(dir, later)
    await pause(random() * 60)
    await dying.kill()
  }
  const started = performance.now()
  const second = await serve(dir, later)
  const raised = await until(
    3000 - (performance.now() - started),
    () => alerted(second),
    (count) => count >= expected.length,
  )
  const tookMs = performance.now() - started
  await second.stop()
  const faults = [
    ...(expected.length < 20 ? [`only ${expected.length} limits: the test itself is wrong`] : []),
    ...(raised === expected.length
      ? []
      : [`${raised} of ${expected.length} alarms on the board 3 s after the start`]),
    ...compare(expected, await lateness(dir), HALF_HOUR * 1000),
  ]
  const third = await serve(dir, { entry, env: moved.shifted(HALF_HOUR + 60) })
  await pause(1500)
  await third.stop()
  faults.push(
    ...compare(expected, await lateness(dir), HALF_HOUR * 1000),
    ...(await faultsOf(join(dir, 'journal.db'), [])),
  )
  if (faults.length === 0)
    printNote(
      `${expected.length} limits, all raised ${tookMs.toFixed(0)} ms after the start was asked for`,
    )
  return faults
}

await runChecks(async () => {
  for (const ending of ['SIGKILL', 'SIGTERM'] as const)
    await inNewFolder(async (dir) =>
      check(
        `passed while down, ended by ${ending}, started 30 min later`,
        await passedWhileDown(dir, ending, REAL),
      ),
    )
  await inNewFolder(async (dir) =>
    check('killed 25 times while it raises them', await passedWhileDown(dir, 'SIGKILL', REAL, 25)),
  )
  await inNewFolder(async (dir) =>
    mustFail(
      'what passed while it was down is not raised',
      await passedWhileDown(dir, 'SIGKILL', planted('past-is-past')),
    ),
  )
})
