/**
 * What every face says of reports to those above: figures, lists behind them, papers and files, and
 * of each incident what went out and what its clocks came to. The plain count goes by the rules of
 * the law alone.
 */
import type { DocumentOrder } from '#main/core/ports.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { Cell, Table } from '#shared/domain/document/document.ts'
import type { PeriodStatistics } from '#shared/domain/statistics/figures.ts'
import { METRICS } from '#shared/domain/statistics/metrics.ts'
import { exported } from './faces.ts'
import { countPlainly } from './plain-count/count.ts'
import type { PlainRule } from './plain-count/law-by-rules.ts'
import { readPlainly } from './plain-count/read.ts'
import type { Kit } from './station.ts'

type Numbers = Record<string, number>
type Reports = PeriodStatistics['reports']

/** By the names of the figures: `reports.law.first.late`. */
const numbersOf = ({ law, ...steps }: Reports): Numbers =>
  Object.fromEntries([
    ...Object.entries(steps).flatMap(([kind, counts]) =>
      Object.entries(counts).map(([what, count]) => [`reports.${kind}.${what}`, count]),
    ),
    ...Object.entries(law).flatMap(([kind, counts]) =>
      Object.entries(counts).map(([what, count]) => [`reports.law.${kind}.${what}`, count]),
    ),
  ])

const isOfReports = ({ value, behind }: Cell): boolean =>
  typeof value === 'number' && behind?.metric.startsWith('reports.') === true

/** The first number of each figure in a table, by the name that its cell has for it. */
const shownIn = (tables: readonly Table[], id: string): Numbers => {
  const cells = tables.find((table) => table.id === id)?.rows.flat() ?? []
  return Object.fromEntries(
    cells
      .filter(isOfReports)
      .map(({ value, behind }) => [behind!.metric, value as number] as const)
      .reverse(), // the first of a name holds
  )
}

/**
 * Of a month whose days the record is of: what each face says of all figures, or of those that
 * stand in it; and what is said of drills.
 */
export async function reportFaces(
  kit: Kit,
  orders: readonly DocumentOrder[],
  month: string,
  rules: readonly PlainRule[],
): Promise<{
  whole: Record<string, Numbers>
  part: Record<string, Numbers>
  drills: Numbers
}> {
  const period = { from: `${month}-01`, to: `${month}-30` }
  const { now } = await kit.ask('statistics/figures', period)
  const drills = await kit.ask('statistics/figures', { ...period, filter: { drill: true } })
  const whole = (await kit.ask('statistics/period', period)).now
  const { incidents, zone } = readPlainly(kit.file, rules)
  const plain = countPlainly(incidents, period, kit.clock.wall(), zone) as PeriodStatistics
  const listed: Numbers = {}
  for (const metric of METRICS.filter((name) => name.startsWith('reports.'))) {
    const { rows } = await kit.ask('statistics/incidents', { ...period, metric })
    listed[metric] = rows.reduce((sum, { times }) => sum + times, 0)
  }
  const document = (await kit.ask('report/read', { month })).paper.sections
  const file = await exported(kit, orders, period)
  return {
    whole: {
      figures: numbersOf(now.reports),
      period: numbersOf(whole.reports),
      plain: numbersOf(plain.reports),
      lists: listed,
    },
    part: {
      report: shownIn(
        document.flatMap(({ tables }) => tables),
        'reports',
      ),
      file: shownIn(file, 'figures'),
    },
    drills: numbersOf(drills.now.reports),
  }
}

/** What went out of an incident, and by when each report that the law wants is due, on a face. */
type Told = { sent: readonly string[]; clocks: readonly string[] }
type Due = { kind: string; due: number; done: number | null; ended: number | null }

const clocksOf = (clocks: readonly Due[]): readonly string[] =>
  clocks
    .filter(({ ended }) => ended === null)
    .map(({ kind, due, done }) => `${kind} ${due} ${done ?? 'open'}`)
    .sort()

const drawn = ({
  bulletins = [],
  reportClocks = [],
}: Pick<BoardIncident, 'bulletins' | 'reportClocks'>): Told => ({
  sent: bulletins.map(({ kind, number }) => `${kind} ${number}`),
  clocks: clocksOf(
    reportClocks.map(({ kind, dueAt, doneAt, endedAt }) => ({
      ...{ kind, due: dueAt, done: doneAt, ended: endedAt },
    })),
  ),
})

/** Of each incident, by the name of the face; `lines`: of the record, that something went out. */
export async function bulletinFaces(
  kit: Kit,
  ids: readonly string[],
  rules: readonly PlainRule[],
): Promise<{ told: Record<string, Told>; lines: number }[]> {
  const plain = readPlainly(kit.file, rules).incidents
  const board = (await kit.ask('board/read', null)).incidents
  return Promise.all(
    ids.map(async (id) => {
      const { incident, entries } = await kit.ask('history/read', { incidentId: id })
      const shown = board.find((entry) => entry.id === id)
      const { bulletins, lawReports } = plain.find((entry) => entry.id === id)!
      return {
        told: {
          record: drawn(incident),
          ...(shown ? { board: drawn(shown) } : {}),
          plain: { sent: bulletins, clocks: clocksOf(lawReports) },
        },
        lines: entries.filter(({ type, undone }) => type === 'BulletinSent' && !undone).length,
      }
    }),
  )
}
