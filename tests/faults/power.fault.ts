/**
 * The power is cut 60 times in the middle of a busy desk's work: what was not on the disk is gone.
 * What was answered is there, once, with the same answer; a start needs no repair, and finds the
 * record no shorter than its witness says.
 */
import { join } from 'node:path'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import { live, median, type Lived } from './lib/lives.ts'
import { onOwnDisk } from './lib/own-disk.ts'
import { REAL, inNewFolder, planted } from './lib/station.ts'

const CUTS = 60

const cut = (times: number, entry: string): Promise<Lived> =>
  inNewFolder((outside) =>
    onOwnDisk(async (disk) => {
      const dir = join(disk.dir, 'data')
      const lived = await live({
        dir,
        log: join(outside, 'acknowledged'),
        times,
        entry,
        async end(station) {
          // with the power it stands still, too: it hears of no failure and answers nothing more
          process.kill(station.pid, 'SIGSTOP')
          disk.cut()
          await station.kill()
          disk.back()
        },
      })
      const journal = openSqliteJournal(join(dir, 'journal.db'))
      const shortenings = (await journal.events('station')).filter(
        ({ type }) => type === 'RecordShortened',
      )
      await journal.close()
      return {
        ...lived,
        faults: [
          ...lived.faults,
          ...shortenings.map(({ body }) => `shorter: ${JSON.stringify(body)}`),
        ],
      }
    }),
  )

await runChecks(async () => {
  const { faults, sent, toReady } = await cut(CUTS, REAL)
  check(`${CUTS} power cuts: nothing that was answered is lost, verify exits 0`, faults)
  const acknowledged = sent.filter(({ answer }) => answer?.ok).length
  check(
    'ten commands a life or more were acknowledged',
    acknowledged < CUTS * 10 ? [`only ${acknowledged}`] : [],
  )
  printNote(
    `${acknowledged} acknowledged; restart to ready: median ${median(toReady).toFixed(0)} ms`,
  )
  const { faults: seen } = await cut(4, planted('not-synced')).catch((error: unknown) => ({
    faults: [String(error).slice(0, 200)],
  }))
  mustFail('answered before the disk has it', seen)
})
