/**
 * A site of ten years, 24,000 incidents and a million events: `verify` accepts the record, every
 * figure of every month, quarter and year, of odd ranges and filters, is what its raw events come
 * to, to the last unit, in three zones; and each planted bug is seen.
 */
import { join } from 'node:path'
import { QUERIES, differences, monthsFrom, openYears } from '../kit/years/check.ts'
import { live } from '../kit/years/live.ts'
import { BUGS, sourcesOf } from '../kit/years/planted.ts'
import { fill } from '../kit/years/years.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import { command, inNewFolder } from './lib/station.ts'

const NOW = Date.parse('2026-11-25T08:00:00+08:00')
const MONTHS = monthsFrom('2016-11', '2026-11')
const ALL = { from: '2016-11-01', to: '2026-11-25' }
const UNFILTERED = QUERIES.filter(({ filter }) => !filter)

await runChecks(async () => {
  const lived = await live()
  for (const [zone, incidents, queries] of [
    ['Asia/Shanghai', 24_000, QUERIES],
    ['Europe/Berlin', 6_000, UNFILTERED],
    ['America/New_York', 6_000, UNFILTERED],
  ] as const)
    await inNewFolder(async (dir) => {
      const file = join(dir, 'journal.db')
      const events = await fill(file, lived, { incidents, now: NOW, zone })
      const verified = await command(['verify', '--data', dir])
      check(
        `${zone}: ${incidents} incidents, ${events} events: a valid record`,
        verified.code === 0
          ? []
          : [`verify: exit ${verified.code}: ${verified.out}${verified.err}`],
      )
      const { source, record, close } = await openYears(file, NOW)
      printNote(
        `${MONTHS.length} months and ${queries.length} periods, each with the three that it is compared with`,
      )
      check(
        `${zone}: the figures are those of the raw events`,
        await differences({ source, record }, queries, MONTHS),
      )
      await close()
      if (zone !== 'Asia/Shanghai') return
      const withBug = await sourcesOf(file, record)
      for (const [what, bug] of Object.entries(BUGS))
        mustFail(
          what,
          await differences({ source: withBug(bug), record }, [ALL], MONTHS.slice(-13)),
        )
    })
})
