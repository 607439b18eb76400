/**
 * The first figures of a month at a site with 2,400 incidents: what the station takes for them from
 * the request to the text of its answer, for a year's and for ten years' worth of incidents, beside
 * a plain read of the same facts; and what the comparisons cost that come after.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Journal } from '#main/core/ports.ts'
import { localMonth } from '#shared/domain/calendar.ts'
import { periodOf } from '#shared/domain/statistics/period.ts'
import { dispatcher } from '../kit/station.ts'
import { live, type Lived } from '../kit/years/live.ts'
import { fill } from '../kit/years/years.ts'
import { TEN_YEARS_MS } from '../kit/years/when.ts'
import { finish, median, printNote, within, type Row } from './lib/figures.ts'
import { SITE, inNewFolder, startWholeStation } from './lib/place.ts'

const INCIDENTS = 2_400
const ROUNDS = 60
const MOST_MS = 15

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/**
 * The plain alternative: the facts of every incident by month in a table of their own, read and
 * parsed, and counted by category. Returns how many incidents a month has.
 */
async function plainTable(
  file: string,
  journal: Journal,
  months: readonly string[],
): Promise<(month: string) => number> {
  const db = new DatabaseSync(file)
  db.exec('CREATE TABLE facts (month TEXT, body TEXT); BEGIN')
  const add = db.prepare('INSERT INTO facts VALUES (?,?)')
  for (const month of months)
    for (const stats of await journal.incidentStats(month, month))
      add.run(month, JSON.stringify(stats))
  db.exec('COMMIT; CREATE INDEX by_month ON facts (month)')
  const query = db.prepare('SELECT body FROM facts WHERE month = ?')
  return (month) => {
    const counts = new Map<string, number>()
    for (const { body } of query.iterate(month)) {
      const { category } = JSON.parse(String(body)) as { category: string | null }
      counts.set(category ?? 'none', (counts.get(category ?? 'none') ?? 0) + 1)
    }
    return [...counts.values()].reduce((sum, count) => sum + count, 0)
  }
}

/** Two rows of one record: the first figures, and those with what they are compared with. */
async function rowsOf(
  dir: string,
  lived: Lived,
  span: { name: string; years: number },
): Promise<Row[]> {
  const file = join(dir, `${span.name}.db`)
  const now = Date.now()
  await fill(file, lived, { incidents: INCIDENTS, now, years: span.years })
  const journal = openSqliteJournal(file)
  const { months } = await journal.projectionNames()
  const thisMonth = localMonth(now, SITE.zone)
  const month =
    months
      .filter((name) => name < thisMonth)
      .toSorted()
      .at(-1) ?? ''
  const plain = await plainTable(join(dir, `${span.name}-plain.db`), journal, months)
  const running = await startWholeStation(journal, systemClock)
  const ask = async (name: string): Promise<string> => {
    const id = crypto.randomUUID()
    const input = { ...periodOf('month', month) }
    const answer = await running.request({ id, name, input }, dispatcher)
    if (!answer.ok) throw new Error(`${name}: ${answer.code}`)
    return JSON.stringify(answer.reply)
  }
  printNote(
    `${span.name}: ${months.length} months; ${month} has ${plain(month)} incidents, its first figures ${(await ask('statistics/figures')).length} characters`,
  )
  const took: Record<'first' | 'whole' | 'plain', number[]> = { first: [], whole: [], plain: [] }
  for (let round = 0; round < ROUNDS; round++) {
    took.plain.push(await timed(() => plain(month)))
    took.first.push(await timed(() => ask('statistics/figures')))
    took.whole.push(await timed(() => ask('statistics/period')))
  }
  await running.stop()
  await journal.close()
  const of = `of ${INCIDENTS} incidents in ${span.name}`
  return [
    within(
      `first figures of a month, ${of}`,
      median(took.first),
      median(took.plain),
      'ms',
      MOST_MS,
      1,
    ),
    within('… what they are compared with, after them', median(took.whole), null, 'ms', null, 1),
  ]
}

await inNewFolder(async (dir) => {
  const lived = await live()
  const rows = [
    ...(await rowsOf(dir, lived, { name: 'ten years', years: TEN_YEARS_MS })),
    ...(await rowsOf(dir, lived, { name: 'one year', years: TEN_YEARS_MS / 10 })),
  ]
  finish(rows)
})
