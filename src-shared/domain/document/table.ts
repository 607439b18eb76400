/**
 * The makings of a report's tables: columns, and cells that know which incidents stand behind them.
 */
import { compare, NO_DATA } from '../statistics/compare.ts'
import type { Filter, PeriodStatistics } from '../statistics/figures.ts'
import type { Metric } from '../statistics/metrics.ts'
import { isRecorded, type Period } from '../statistics/period.ts'
import { localized, type LocalizedText } from '../text.ts'
import { monthText } from '../wording/period.ts'
import type { Bar, DrillDown, Cell, Column, ColumnKind, Table, Value } from './document.ts'
import type { ReportFigures } from '../monthly-report/data.ts'

export const column = (id: string, zh: string, en: string, kind: ColumnKind = 'count'): Column => ({
  id,
  title: localized(zh, en),
  kind,
})
export const plain = (value: Value): Cell => ({ value })
/** A name of a person is one text in both languages; of a post it is two. */
export const nameValue = (name: LocalizedText): LocalizedText | string =>
  name.zh === name.en ? name.zh : name
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

/** A period beside those that it is compared with; `now` and `previous` are named by its length. */
export const comparedColumns = (now: Column, previous: Column): readonly Column[] => [
  now,
  previous,
  column('mom', '环比增减', 'Change', 'difference'),
  column('momShare', '环比', 'In %', 'share'),
  column('lastYear', '去年同期', 'Last year'),
  column('yoy', '同比增减', 'Change', 'difference'),
  column('yoyShare', '同比', 'In %', 'share'),
  column('yearToDate', '本年累计', 'Year to date'),
]

/** `sameDays`: the month still runs, so the days before are those of the same dates. */
export const comparingColumns = ({
  sameDays,
}: Pick<ReportFigures, 'sameDays'>): readonly Column[] =>
  comparedColumns(
    column('now', '本月', 'This month'),
    sameDays
      ? column('previous', '上月同期', 'Same days of the previous month')
      : column('previous', '上月', 'Previous month'),
  )

/**
 * 本月、上月、环比、去年同期、同比、本年累计: on a base of zero there is no share, and the difference stands before it
 * always. Of what lies before the record began nothing is said ({@link beforeRecord}).
 */
export function comparing(
  { metric, key, of }: Omit<Compared, 'title'>,
  { now, previous, lastYear, yearToDate, recordSince }: ComparedFigures,
): readonly Cell[] {
  const cell = (figures: PeriodStatistics): Cell =>
    counted(of(figures), drillDown(figures, metric, key))
  const against = (base: PeriodStatistics): readonly Cell[] => {
    if (!isRecorded(base, recordSince)) return [plain(null), plain(null), plain(null)]
    const { difference, percent } = compare(of(now), of(base))
    return [
      cell(base),
      plain(difference),
      plain(percent === null ? null : Math.round(percent * 10) / 1000),
    ]
  }
  return [cell(now), ...against(previous), ...against(lastYear), cell(yearToDate)]
}

type ComparedFigures = Pick<
  ReportFigures,
  'now' | 'previous' | 'lastYear' | 'yearToDate' | 'recordSince'
>

/** What a table that compares says of its dashes; nothing where the record goes back far enough. */
export const beforeRecord = ({
  previous,
  lastYear,
  recordSince,
}: Pick<ComparedFigures, 'previous' | 'lastYear' | 'recordSince'>): { note?: LocalizedText } =>
  [previous, lastYear].every((base) => isRecorded(base, recordSince))
    ? {}
    : {
        note: localized(
          `“—”：记录自${monthText(recordSince).zh}开始，此前${NO_DATA.zh}`,
          `"—": the record begins in ${monthText(recordSince).en}; ${NO_DATA.en} before it`,
        ),
      }

/** A month in the chart of thirteen; before the record began it is empty, not nought. */
export const monthBar = (
  month: string,
  value: number,
  name: LocalizedText,
  recordSince: string,
): Bar => ({ name, value, ...(month < recordSince ? { none: true } : {}) })

export const table = (
  id: string,
  title: LocalizedText,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  more: { empty: LocalizedText; total?: readonly Cell[]; note?: LocalizedText },
): Table => ({ id, title, columns, rows, ...more })
