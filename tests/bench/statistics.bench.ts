/**
 * Figures and searches over ten years, 24,000 incidents, a million events: a month from its tally
 * beside one GROUP BY over a covering index that holds nothing else, beside a read of the month's
 * facts; whole periods; and how long the event loop is kept from its alarms in the meantime.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Journal } from '#main/core/ports.ts'
import { localDate, localMonth } from '#shared/domain/calendar.ts'
import { monthOfTally, monthStatistics } from '#shared/domain/statistics/month.ts'
import { periodOf, thirteenMonths } from '#shared/domain/statistics/period.ts'
import { dispatcher } from '../kit/station.ts'
import { live } from '../kit/years/live.ts'
import { fill } from '../kit/years/years.ts'
import { against, finish, median, printNote, within } from './lib/figures.ts'
import { SITE, inNewFolder, startWholeStation } from './lib/place.ts'

const INCIDENTS = 24_000
const ROUNDS = 40
const GROUP_BY =
  'SELECT category, count(*) AS n FROM plain WHERE month = ? AND counted = 1 AND drill = 0 GROUP BY category'

/**
 * The plain alternative: the codes of every incident in a covering index, and one sentence of SQL.
 */
async function plainTable(
  file: string,
  journal: Journal,
  months: readonly string[],
): Promise<(month: string) => Record<string, number>> {
  const db = new DatabaseSync(file)
  db.exec('CREATE TABLE plain (month TEXT, counted INTEGER, drill INTEGER, category TEXT); BEGIN')
  const add = db.prepare('INSERT INTO plain VALUES (?,?,?,?)')
  for (const month of months)
    for (const stats of await journal.incidentStats(month, month))
      add.run(month, Number(stats.counted), Number(stats.drill), stats.category ?? 'none')
  db.exec('COMMIT; CREATE INDEX covering ON plain (month, counted, drill, category)')
  const query = db.prepare(GROUP_BY)
  return (month) =>
    Object.fromEntries(query.all(month).map(({ category, n }) => [String(category), Number(n)]))
}

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
async function timesOf(count: number, work: () => unknown): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < count; n++) took.push(await timed(work))
  return median(took)
}
/** The longest time for which nothing else could run while this did. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await pause(20) // it counts from its second look on
  await work()
  await pause(20) // so that it sees the end of the work, too
  delay.disable()
  return delay.max / 1e6
}

await inNewFolder(async (dir) => {
  const file = join(dir, 'long.db')
  const now = Date.now()
  const events = await fill(file, await live(), { incidents: INCIDENTS, now })
  const journal = openSqliteJournal(file)
  const { months } = await journal.projectionNames()
  printNote(
    `${events} events, ${months.length} months; ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB`,
  )
  const plain = await plainTable(join(dir, 'plain.db'), journal, months)
  const month = months[Math.floor(months.length / 2)] ?? ''
  const [allStats, tally] = [await journal.incidentStats(month, month), await journal.tally(month)]
  const figures = monthStatistics(month, allStats, now)
  if (JSON.stringify(monthOfTally(month, tally, now)) !== JSON.stringify(figures))
    throw new Error('tally and facts differ')
  if (
    JSON.stringify(Object.entries(plain(month)).sort()) !==
    JSON.stringify(Object.entries(figures.byCategory).sort())
  )
    throw new Error('GROUP BY differs')
  printNote(
    `${month}: ${figures.incidents} incidents; a fact has ${Math.round(JSON.stringify(allStats).length / allStats.length)} characters`,
  )

  const rounds = {
    tally: [] as { ours: number; plain: number }[],
    facts: [] as { ours: number; plain: number }[],
  }
  for (let round = 0; round < ROUNDS; round++) {
    const grouped = await timesOf(20, () => plain(month))
    rounds.tally.push({
      ours: await timesOf(20, async () => monthOfTally(month, await journal.tally(month), now)),
      plain: grouped,
    })
    rounds.facts.push({
      ours: await timesOf(5, async () =>
        monthStatistics(month, await journal.incidentStats(month, month), now),
      ),
      plain: grouped,
    })
  }

  const running = await startWholeStation(journal, systemClock)
  const ask = async (name: string, input: object): Promise<Record<string, unknown>> => {
    const answer = await running.request({ id: crypto.randomUUID(), name, input }, dispatcher)
    if (!answer.ok) throw new Error(`${name}: ${answer.code}`)
    return answer.reply as Record<string, unknown>
  }
  const today = localDate(now, SITE.zone)
  const spans = {
    month: periodOf('month', localMonth(now, SITE.zone)),
    year: periodOf('year', today.slice(0, 4)),
    ten: { from: `${Number(today.slice(0, 4)) - 10}-01-01`, to: thirteenMonths(today).to },
  }
  const took = {
    first: await timesOf(9, () => ask('statistics/figures', { ...spans.month })),
    month: await timesOf(9, () => ask('statistics/period', { ...spans.month })),
    year: await timesOf(5, () => ask('statistics/period', { ...spans.year })),
    ten: await timesOf(3, () => ask('statistics/period', spans.ten)),
    words: await timesOf(15, () => ask('history/search', { words: '热线' })),
    pinyin: await timesOf(15, () => ask('history/search', { words: 'rexian' })),
    rare: await timesOf(15, () => ask('history/search', { words: 'cwx 查无此事', drill: 'real' })),
  }
  printNote(
    `found: 热线 ${String((await ask('history/search', { words: '热线' })).total)}, rexian ${String((await ask('history/search', { words: 'rexian' })).total)}`,
  )
  const blocks = {
    month: await longestBlock(() => ask('statistics/period', { ...spans.month })),
    ten: await longestBlock(() => ask('statistics/period', spans.ten)),
    search: await longestBlock(() => ask('history/search', { words: 'rexian' })),
  }
  const all = await timed(async () =>
    printNote(JSON.stringify((await ask('history/search', {})).total)),
  )
  await running.stop()
  await journal.close()
  finish([
    against(
      'figures of a month from its tally, against GROUP BY over a covering index',
      rounds.tally,
      'ms',
      1.5,
      3,
    ),
    against("the same from a plain read of the month's facts", rounds.facts, 'ms', null, 3),
    within('statistics page: a month, what is shown first', took.first, null, 'ms', null, 0),
    within(
      'statistics page: a month with what it is compared with',
      took.month,
      null,
      'ms',
      1000,
      0,
    ),
    within('the same for a year', took.year, null, 'ms', null, 0),
    within('the same for ten years', took.ten, null, 'ms', null, 0),
    within('longest block of the event loop meanwhile: a month', blocks.month, null, 'ms', 50, 0),
    within('longest block: ten years', blocks.ten, null, 'ms', 50, 0),
    within('longest block: a search', blocks.search, null, 'ms', 50, 0),
    within('history: 24,000 incidents by Chinese words', took.words, null, 'ms', 100, 1),
    within('history: by pinyin', took.pinyin, null, 'ms', 100, 1),
    within('history: two words that are not there', took.rare, null, 'ms', 100, 1),
    within('history: all of it, first page', all, null, 'ms', 100, 1),
  ])
})
