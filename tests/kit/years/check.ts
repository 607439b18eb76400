/** Holds the product's figures against the plain count of the same record, to the last unit. */
import { isDeepStrictEqual } from 'node:util'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { movedClock } from '#main/hosts/node/demo/moved-clock.ts'
import { countPlainly, type PlainQuery } from '../plain-count/count.ts'
import type { PlainIncident } from '../plain-count/draft.ts'
import { readPlainly } from '../plain-count/read.ts'
import { dispatcher } from '../station.ts'
import { startWholeStation } from '../whole-station.ts'

/**
 * Anyone who gives figures: the station, or one with a bug. `period` may give further periods
 * beside the one that was asked for.
 */
export type Source = {
  period: (query: PlainQuery) => Promise<readonly object[]>
  month: (month: string) => Promise<object>
}
/** What lies in a record, read plainly, and the instant (UTC ms) at which it is looked at. */
export type Ledger = { incidents: readonly PlainIncident[]; zone: string; now: number }

/**
 * The station over this record at `now` (UTC ms), which stands still, and what lies in the record
 * then.
 */
export async function openYears(
  file: string,
  now: number,
): Promise<{ source: Source; record: Ledger; close: () => Promise<void> }> {
  const journal = openSqliteJournal(file)
  const clock = movedClock(now - 1)
  const running = await startWholeStation(journal, clock)
  await clock.leap(now) // what is due is recorded before anybody counts
  const ask = async (name: string, input: object): Promise<object> => {
    const answer = await running.request({ id: crypto.randomUUID(), name, input }, dispatcher)
    if (!answer.ok) throw new Error(`${name} ${JSON.stringify(input)}: ${answer.code}`)
    return answer.reply as object
  }
  return {
    source: {
      async period({ from, to, filter }) {
        const reply = (await ask('statistics/period', {
          from,
          to,
          ...(filter ? { filter } : {}),
        })) as Record<'now' | 'previous' | 'lastYear' | 'yearToDate', object>
        return [reply.now, reply.previous, reply.lastYear, reply.yearToDate]
      },
      month: (month) => ask('statistics/month', { month }),
    },
    record: { ...readPlainly(file), now },
    async close() {
      await running.stop()
      await journal.close()
    },
  }
}

/** Where two figures differ, as `limits.late: 4, should be 5`. */
function differing(value: unknown, right: unknown, at = ''): string[] {
  if (isDeepStrictEqual(value, right)) return []
  if (typeof value !== 'object' || typeof right !== 'object' || value === null || right === null)
    return [`${at}: ${JSON.stringify(value)}, should be ${JSON.stringify(right)}`]
  const [shown, expected] = [value, right] as Record<string, unknown>[]
  return [...new Set([...Object.keys(shown ?? {}), ...Object.keys(expected ?? {})])].flatMap(
    (key) => differing(shown?.[key], expected?.[key], at === '' ? key : `${at}.${key}`),
  )
}

/** The figures of `statistics/month`, from those of a period. */
function monthOf(month: string, figures: object): object {
  const { incidents, byCategory, byLegalCategory, byType, byLevel, limits, drills, falseReports } =
    figures as Record<string, unknown>
  const { due, met, late } = limits as Record<string, number>
  return {
    month,
    incidents,
    byCategory,
    byLegalCategory,
    byType,
    byLevel,
    limits: { due, met, late },
    drills,
    falseReports,
  }
}

const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0))
    .toISOString()
    .slice(0, 10)

/**
 * Every difference between what the source says and what the record holds. No line: they agree to
 * the last unit.
 */
export async function differences(
  { source, record: { incidents, zone, now } }: { source: Source; record: Ledger },
  queries: readonly PlainQuery[],
  months: readonly string[],
): Promise<string[]> {
  const faults: string[] = []
  for (const query of queries) {
    for (const figures of await source.period(query)) {
      const { from, to } = figures as { from: string; to: string }
      const right = countPlainly(incidents, { ...query, from, to }, now, zone)
      for (const line of differing(figures, right))
        faults.push(`${from} to ${to} ${JSON.stringify(query.filter ?? {})} ${line}`)
    }
  }
  for (const month of months) {
    const right = monthOf(
      month,
      countPlainly(incidents, { from: `${month}-01`, to: lastDay(month) }, now, zone),
    )
    for (const line of differing(await source.month(month), right)) faults.push(`${month}: ${line}`)
  }
  return faults
}

/** Every month from one to another. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = []
  for (
    let date = new Date(`${first}-15T00:00:00Z`);
    date.toISOString().slice(0, 7) <= last;
    date.setUTCMonth(date.getUTCMonth() + 1)
  )
    months.push(date.toISOString().slice(0, 7))
  return months
}

/**
 * Years, quarters, months, odd ranges over leap days and changes of the clock, and filters, over
 * the ten years before 2026-11-25.
 */
export const QUERIES: readonly PlainQuery[] = [
  ...Array.from({ length: 11 }, (_, n) => ({ from: `${2016 + n}-01-01`, to: `${2016 + n}-12-31` })),
  ...Array.from({ length: 8 }, (_, n) => ({ from: `${2018 + n}-04-01`, to: `${2018 + n}-06-30` })),
  ...['2020-02', '2021-02', '2024-02', '2025-02', '2026-10', '2026-11'].map((month) => ({
    from: `${month}-01`,
    to: lastDay(month),
  })),
  { from: '2020-02-29', to: '2020-02-29' },
  { from: '2024-02-28', to: '2024-03-01' },
  { from: '2023-12-31', to: '2024-01-01' },
  { from: '2025-10-20', to: '2025-11-09' },
  { from: '2016-11-01', to: '2026-11-25' },
  ...[
    { drill: true },
    { type: 'agitated-customer' },
    { type: 'none' },
    { category: 'system-failure' },
    { category: 'none' },
    { level: 2 },
    { level: 'none' as const },
    { place: '金街|3号门' },
    { place: '客服热线中心', drill: true, level: 1 },
  ].flatMap((filter) => [
    { from: '2016-11-01', to: '2026-11-25', filter },
    { from: '2025-01-01', to: '2025-12-31', filter },
  ]),
]
