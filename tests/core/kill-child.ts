/**
 * The station that kill.test.ts kills: core and SQLite record in a process of its own, asked line
 * by line. Its arguments are the folder and, to see that the test can fail, `planted`.
 */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { systemVault } from '#main/adapters/vault.ts'
import { planFilesAtOnce } from '#main/adapters/plans/plan-file-task.ts'
import { openSite } from '#main/core/features/site/founding.ts'
import { startStation } from '#main/core/station/station.ts'
import { localized } from '#shared/domain/text.ts'
import { answersEarly } from '../faults/planted/answers-early.ts'
import type { Call } from '../kit/driver.ts'
import { plan, step, yesNo } from '../kit/plan.ts'
import { dispatcher, notifier, noTexts, smallLibrary } from '../kit/station.ts'

/** Limits of a tenth of a second: there are always alerts to raise and to acknowledge. */
const hurried = ['one', 'two'].map((id) =>
  plan(
    id,
    [
      step(`${id}-a`, { due: { within: 100, from: 'activated' } }),
      step(`${id}-b`, { after: [`${id}-a`], due: { within: 200, from: 'activated' } }),
      step(`${id}-c`, { when: { fact: 'big', is: 'yes' } }),
      step(`${id}-d`),
    ],
    { facts: [yesNo('big')] },
  ),
)

const [dir = '', planted] = process.argv.slice(2)
const opened = openSqliteJournal(join(dir, 'journal.db'))
const journal = planted ? answersEarly(opened) : opened
const log = {
  info: () => undefined,
  error: (event: string, error: unknown) => console.error(event, error),
}
const site = await openSite(journal, systemClock, {
  name: localized('站', 'Site'),
  zone: 'Asia/Shanghai',
  kinds: ['mall'],
  demo: false,
  setUp: true,
})
const station = await startStation({
  journal,
  clock: systemClock,
  library: smallLibrary(hurried),
  planSources: noTexts,
  planFiles: planFilesAtOnce,
  notifier: notifier(),
  vault: systemVault,
  romaniser: { syllables: () => [] },
  log,
  site,
})

console.log('ready')
createInterface({ input: process.stdin }).on('line', (line) => {
  const call = JSON.parse(line) as Call
  void station
    .request(call, dispatcher)
    .then((answer) => console.log(JSON.stringify({ id: call.id, answer })))
})
