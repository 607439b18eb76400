/**
 * The station that import-kill.test.ts kills: whatever happened before, it imports the whole list
 * from its beginning, or withdraws all that was imported. After each line it waits for one, so that
 * it is never further than its killer knows.
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
import { pastRows, type Part } from '../kit/past.ts'
import { dispatcher, notifier, noTexts, smallLibrary } from '../kit/station.ts'

const [dir = '', part = 'import'] = process.argv.slice(2) as [string, Part]
const goAheads = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
async function say(line: string): Promise<void> {
  console.log(line)
  await goAheads.next()
}
const journal = openSqliteJournal(join(dir, 'journal.db'))
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
  library: smallLibrary([]),
  planSources: noTexts,
  planFiles: planFilesAtOnce,
  notifier: notifier(),
  vault: systemVault,
  romaniser: { syllables: () => [] },
  log,
  site,
})
const ask = async (name: string, input: object): Promise<unknown> => {
  const answer = await station.request({ id: crypto.randomUUID(), name, input }, dispatcher)
  if (!answer.ok) throw new Error(answer.code)
  return answer.reply
}

if (part === 'import')
  for (const rows of pastRows()) {
    await ask('import/rows', { importId: `life-${process.pid}`, fileName: '台账.csv', rows })
    await say(`imported ${rows.length}`)
  }
else {
  const { imports } = (await ask('import/list', {})) as {
    imports: { importId: string; withdrawn: object | null }[]
  }
  for (const { importId, withdrawn } of imports)
    if (!withdrawn) await ask('import/withdraw', { importId, reason: '重来' })
  for (;;) {
    const now = (await ask('import/list', {})) as {
      imports: { withdrawn: { left: number } | null }[]
    }
    await say(`left ${now.imports.reduce((sum, entry) => sum + (entry.withdrawn?.left ?? 0), 0)}`)
    if (now.imports.every(({ withdrawn }) => withdrawn?.left === 0)) break
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
await station.stop()
await journal.close()
process.stdin.destroy()
