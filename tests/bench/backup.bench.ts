/**
 * Commands while a backup of the same record is made by its thread, against the same commands
 * without one: by how much the slowest and the one in the middle are held
 * up.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createBackups } from '#main/adapters/backup/backups.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { chance, createCommandDriver } from '../kit/driver.ts'
import { dispatcher } from '../kit/station.ts'
import { finish, median, printNote, within } from './lib/figures.ts'
import { inNewFolder, log, PLANS, SITE, startWholeStation } from './lib/place.ts'

const ROUNDS = 7
const BEFORE = 4_000 // commands in the record before
const PAUSE_MS = 5 // between two commands
const ENOUGH = 'enough'

await inNewFolder(async (dir) => {
  const data = join(dir, 'data')
  const folder = join(dir, 'backups')
  for (const path of [data, folder]) mkdirSync(path)
  const journal = openSqliteJournal(join(data, 'journal.db'))
  const station = await startWholeStation(journal, systemClock)
  const backups = createBackups({ data, program: '0', plans: join(dir, 'no-plans') }, log)
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  let seed = 0

  /** Until it says so; ms of each. */
  async function commands(isOver: (sent: number) => boolean, between = pause): Promise<number[]> {
    const times: number[] = []
    await createCommandDriver(PLANS, chance(++seed))
      .work(
        async (call) => {
          if (isOver(times.length)) throw new Error(ENOUGH)
          await between()
          const from = performance.now()
          const answer = await station.request(call, dispatcher)
          times.push(performance.now() - from)
          return answer
        },
        1,
        0,
      )
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== ENOUGH) throw error
      })
    return times
  }

  let sent = 0
  while (sent < BEFORE) {
    const left = BEFORE - sent
    sent += (
      await commands(
        (count) => count >= left,
        async () => undefined,
      )
    ).length
  }
  const rounds: { slowest: number; middle: number; plainSlowest: number; plainMiddle: number }[] =
    []
  for (let n = 1; n <= ROUNDS; n++) {
    let isDone = false
    const making = backups.make(folder, SITE, systemClock.wall() + n * 1_000).then((result) => {
      isDone = true
      return result
    })
    const beside: number[] = []
    while (!isDone) beside.push(...(await commands(() => isDone)))
    const backup = await making
    if (!backup.ok) throw new Error(backup.code)
    const plain: number[] = []
    while (plain.length < beside.length) {
      const left = beside.length - plain.length
      plain.push(...(await commands((count) => count >= left)))
    }
    const figures = {
      slowest: Math.max(...beside),
      middle: median(beside),
      plainSlowest: Math.max(...plain),
      plainMiddle: median(plain),
    }
    rounds.push(figures)
    printNote(
      `round ${n}: ${beside.length} commands beside a backup of ${backup.position} events, slowest ${figures.slowest.toFixed(1)} ms (without ${figures.plainSlowest.toFixed(1)}), p50 ${figures.middle.toFixed(1)} (${figures.plainMiddle.toFixed(1)})`,
    )
  }
  await station.stop()
  await backups.stop()
  await journal.close()
  const delayOf = (of: (typeof rounds)[number]): number => of.slowest - of.plainSlowest
  finish([
    within(
      'a command while a backup is made, held up by (slowest of a round)',
      median(rounds.map(delayOf)),
      null,
      'ms',
      50,
    ),
    within(
      '… the same, p50',
      median(rounds.map((of) => of.middle - of.plainMiddle)),
      null,
      'ms',
      50,
    ),
  ])
})
