/** The main figures of any period beside those that they are compared with, as a table. */
import { definitions } from '../statistics/definitions.ts'
import type { PeriodStatistics } from '../statistics/figures.ts'
import { localized } from '../text.ts'
import type { Column, Table } from './document.ts'
import { AFTERMATH, hasAftermathFigures } from './aftermath-figures.ts'
import { HARM } from './harm.ts'
import {
  beforeRecord,
  column,
  comparedColumns,
  comparing,
  plain,
  table,
  type Compared,
} from './table.ts'

export type PeriodFigures = {
  now: PeriodStatistics
  previous: PeriodStatistics
  lastYear: PeriodStatistics
  yearToDate: PeriodStatistics
  sameDays: boolean // it runs, and is compared with the same days before
  recordSince: string // the first month that the record speaks of
}

export const NOTHING = localized('本期没有', 'None in this period')

const periodColumns = ({ sameDays }: Pick<PeriodFigures, 'sameDays'>): readonly Column[] =>
  comparedColumns(
    column('now', '本期', 'This period'),
    sameDays
      ? column('previous', '上一期同期', 'Same days of the previous period')
      : column('previous', '上一期', 'Previous period'),
  )
const FIGURES: readonly Compared[] = [
  { title: localized('突发事件', 'Incidents'), metric: 'incidents', of: (item) => item.incidents },
  { title: localized('演练', 'Drills'), metric: 'drills', of: (item) => item.drills },
  {
    title: localized('误报', 'False reports'),
    metric: 'falseReports',
    of: (item) => item.falseReports,
  },
  {
    title: localized('到期时限', 'Limits that came due'),
    metric: 'limits.due',
    of: (item) => item.limits.due,
  },
  {
    title: localized('按时完成', 'Limits met'),
    metric: 'limits.met',
    of: (item) => item.limits.met,
  },
  {
    title: localized('超时', 'Limits late'),
    metric: 'limits.late',
    of: (item) => item.limits.late,
  },
  {
    title: localized('建议时限到期', 'Proposed limits due'),
    metric: 'limits.proposed.due',
    of: (item) => item.limits.proposed.due,
  },
  {
    title: localized('建议时限超时', 'Proposed limits late'),
    metric: 'limits.proposed.late',
    of: (item) => item.limits.proposed.late,
  },
  {
    title: localized('首报到期', 'First reports due'),
    metric: 'reports.first.due',
    of: (item) => item.reports.first.due,
  },
  {
    title: localized('首报按时', 'First reports on time'),
    metric: 'reports.first.onTime',
    of: (item) => item.reports.first.onTime,
  },
  {
    title: localized('告警', 'Alerts raised'),
    metric: 'alerts.raised',
    of: (item) => item.alerts.raised,
  },
  {
    title: localized('已确认告警', 'Alerts acknowledged'),
    metric: 'alerts.acknowledged',
    of: (item) => item.alerts.acknowledged,
  },
  ...HARM,
  {
    title: localized('法定首报到期', 'First reports due by law'),
    metric: 'reports.law.first.due',
    of: (item) => item.reports.law.first.due,
  },
  {
    title: localized('法定首报迟报', 'First reports by law late'),
    metric: 'reports.law.first.late',
    of: (item) => item.reports.law.first.late,
  },
  ...AFTERMATH,
]

/** What no plan proposed, no law wanted and nobody recorded, now or before, has no line. */
const isShown = (line: Compared, { now, previous, lastYear }: PeriodFigures): boolean => {
  const any = [now, previous, lastYear]
  if (line.metric.startsWith('limits.proposed.'))
    return any.some((item) => item.limits.proposed.due > 0)
  if (AFTERMATH.includes(line)) return any.some(hasAftermathFigures)
  return (
    !line.metric.startsWith('reports.law.') || any.some((item) => item.reports.law.first.due > 0)
  )
}

export function figuresTable(data: PeriodFigures): Table {
  return table(
    'figures',
    localized('主要数字', 'Main figures'),
    [
      column('what', '项目', 'Figure', 'text'),
      ...periodColumns(data),
      column('says', '口径', 'Definition', 'text'),
    ],
    FIGURES.filter((line) => isShown(line, data)).map((line) => [
      plain(line.title),
      ...comparing(line, data),
      plain(definitions[line.metric]),
    ]),
    { empty: NOTHING, ...beforeRecord(data) },
  )
}
