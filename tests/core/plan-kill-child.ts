/**
 * The station that plan-kill.test.ts kills while plans are written and approved: core, plans of the
 * product and SQLite record in a process of its own.
 */
import { join } from 'node:path'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { planFilesAtOnce } from '#main/adapters/plans/plan-file-task.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { systemVault } from '#main/adapters/vault.ts'
import { openSite } from '#main/core/features/site/founding.ts'
import { startStation } from '#main/core/station/station.ts'
import { localized } from '#shared/domain/text.ts'
import { GAS, HOTLINE, withStep, type Written } from '../kit/plans.ts'
import { dispatcher, notifier } from '../kit/station.ts'

const [dir = ''] = process.argv.slice(2)
const journal = openSqliteJournal(join(dir, 'journal.db'))
const library = loadLibrary(join(import.meta.dirname, '../../resources'), { siteKinds: [GAS] })
const log = {
  info: () => undefined,
  error: (event: string, error: unknown) => console.error(event, error),
}
const site = await openSite(journal, systemClock, {
  name: localized('站', 'Site'),
  zone: 'Asia/Shanghai',
  kinds: [GAS],
  demo: false,
  setUp: true,
})
const station = await startStation({
  journal,
  clock: systemClock,
  library,
  planSources: library.sources,
  planFiles: planFilesAtOnce,
  notifier: notifier(),
  vault: systemVault,
  romaniser: { syllables: () => [] },
  log,
  site,
})
const ask = async (name: 'plans/draft-save' | 'plans/approve', input: object): Promise<unknown> => {
  const answer = await station.request({ id: crypto.randomUUID(), name, input }, dispatcher)
  if (!answer.ok) throw new Error(answer.code)
  return answer.reply
}

/** Each text has a limit of its own, so that none is the one before. */
const source = library.sources.source(HOTLINE) as Written
for (let minutes = (Date.now() % 10_000) + 10; ; minutes++) {
  const draft = withStep(source, 'hl-19', { due: { within: `${minutes}m`, from: 'reported' } })
  await ask('plans/draft-save', { planId: HOTLINE, draft })
  console.log(`saved ${minutes}`)
  const { revision } = (await ask('plans/approve', {
    planId: HOTLINE,
    why: '演练',
    approvedBy: '李强',
  })) as { revision: string }
  console.log(`approved ${revision}`)
}
