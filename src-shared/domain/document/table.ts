/**
 * The makings of a report's tables: columns, and cells that know which incidents stand behind them.
 */
import { compare } from '../statistics/compare.ts'
import type { Filter, PeriodStatistics } from '../statistics/figures.ts'
import type { Metric } from '../statistics/metrics.ts'
import type { Period } from '../statistics/period.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { DrillDown, Cell, Column, ColumnKind, Table, Value } from './document.ts'
import type { ReportFigures } from '../monthly-report/data.ts'

export const column = (id: string, zh: string, en: string, kind: ColumnKind = 'count'): Column => ({
  id,
  title: localized(zh, en),
  kind,
})
export const plain = (value: Value): Cell => ({ value })
export const counted = (value: number | null, behind: DrillDown): Cell => ({ value, behind })

/** What stands behind a figure of these dates. */
export const drillDown = (
  { from, to }: Period,
  metric: Metric,
  key?: string,
  filter?: Filter,
): DrillDown => ({
  from,
  to,
  ...(filter ? { filter } : {}),
  metric,
  ...(key === undefined ? {} : { key }),
})

/**
 * A line of a table that compares: one figure, taken of each period. `share`: it is one of a whole,
 * and only stands for itself.
 */
export type Compared = {
  title: LocalizedText
  metric: Metric
  key?: string
  of: (figures: PeriodStatistics) => number
  strong?: boolean
}

export const COMPARING: readonly Column[] = [
  column('now', '本月', 'This month'),
  column('previous', '上月', 'Previous month'),
  column('mom', '环比增减', 'Change', 'difference'),
  column('momShare', '环比', 'In %', 'share'),
  column('lastYear', '去年同期', 'Last year'),
  column('yoy', '同比增减', 'Change', 'difference'),
  column('yoyShare', '同比', 'In %', 'share'),
  column('yearToDate', '本年累计', 'Year to date'),
]

/**
 * 本月、上月、环比、去年同期、同比、本年累计: on a base of zero there is no share, and the difference stands before it
 * always.
 */
export function comparing(
  { metric, key, of }: Omit<Compared, 'title'>,
  {
    now,
    previous,
    lastYear,
    yearToDate,
  }: Pick<ReportFigures, 'now' | 'previous' | 'lastYear' | 'yearToDate'>,
): readonly Cell[] {
  const cell = (figures: PeriodStatistics): Cell =>
    counted(of(figures), drillDown(figures, metric, key))
  const change = (base: PeriodStatistics): readonly Cell[] => {
    const { difference, percent } = compare(of(now), of(base))
    return [plain(difference), plain(percent === null ? null : Math.round(percent * 10) / 1000)]
  }
  return [
    cell(now),
    cell(previous),
    ...change(previous),
    cell(lastYear),
    ...change(lastYear),
    cell(yearToDate),
  ]
}

export const table = (
  id: string,
  title: LocalizedText,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  more: { empty: LocalizedText; total?: readonly Cell[]; note?: LocalizedText },
): Table => ({ id, title, columns, rows, ...more })
