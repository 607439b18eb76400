/**
 * The figures of any period as a document: those of the statistics page as tables and charts, and
 * the register of its incidents.
 */
import { SEVERITY_NAMES, type Severity } from '../incident/record/scales.ts'
import type { Filter, PeriodStatistics } from '../statistics/figures.ts'
import { NONE, TIMES, type TimeName } from '../statistics/metrics.ts'
import type { ReadinessFigures } from '../readiness/figures.ts'
import type { ActionFigures } from '../statistics/actions.ts'
import type { WarningFigures } from '../statistics/warnings.ts'
import { definitions } from '../statistics/definitions.ts'
import { periodOf } from '../statistics/period.ts'
import type { EmergencySpan } from '../station/adoptions.ts'
import { withLanguageTags } from '../language-tags.ts'
import { localized, type LocalizedText } from '../text.ts'
import { ranked } from '../monthly-report/section-2-3-classes.ts'
import { readinessTables } from './readiness-figures.ts'
import { actionFiguresTable } from './actions-document.ts'
import { warningFiguresTable } from './warning-table.ts'
import type { Bar, ReportDocument, Section, Table } from './document.ts'
import { chapterOf, joined, levelOf, nameOf, same, shareOf } from './wording.ts'
import type { Names } from './period-names.ts'
import { emergencyText } from '../wording/emergency.ts'
import { monthText } from '../wording/period.ts'
import { stateOf } from '../monthly-report/section-7-10-readiness.ts'
import { figuresTable, NOTHING, type PeriodFigures } from './period-figures.ts'
import { column, counted, drillDown, monthBar, plain, table } from './table.ts'

/** A line of the register. `at` in UTC ms; `late`: how many of its limits were late. */
export type Registered = {
  incidentId: string
  number: string | null
  at: number
  place: string
  typeName: LocalizedText | null
  level: number | null
  state: string
  plans: readonly { title: LocalizedText }[]
  late: number
}
export type PeriodReportData = PeriodFigures & {
  actions: ActionFigures // of all, whatever the filter
  warnings: WarningFigures // the same
  readiness: ReadinessFigures // the same
  trend: readonly { month: string; incidents: number }[]
  names: Names
  emergencies: readonly EmergencySpan[]
  register: readonly Registered[]
  filter: Filter
  site: LocalizedText
  zone: string
}

const TIME_NAMES: Readonly<Record<TimeName, LocalizedText>> = {
  verify: localized('核实', 'Verified'),
  activate: localized('启动预案', 'Plan activated'),
  firstStep: localized('首个步骤', 'First step'),
  contain: localized('控制', 'Contained'),
  lift: localized('解除', 'Lifted'),
  close: localized('结案', 'Closed'),
}
type Grouped = 'byCategory' | 'byType' | 'byLevel' | 'bySeverity' | 'byPlace'
function group(
  { now, filter }: PeriodReportData,
  metric: Grouped,
  title: LocalizedText,
  name: (key: string) => LocalizedText,
): Table {
  return table(
    metric,
    title,
    [
      column('name', '名称', 'Name', 'text'),
      column('count', '事件', 'Incidents'),
      column('share', '占比', 'Share', 'share'),
    ],
    ranked(now[metric]).map(([key, count]) => [
      plain(name(key)),
      counted(count, drillDown(now, metric, key, filter)),
      plain(shareOf(count, now.incidents)),
    ]),
    { empty: NOTHING, note: definitions[metric] },
  )
}

function clauses({ now, names, filter }: PeriodReportData): Table {
  return table(
    'clauses',
    localized('各条款时限完成情况', 'Limits by clause'),
    [
      column('clause', '条款', 'Clause', 'text'),
      column('says', '内容', 'Requirement', 'text'),
      column('plan', '预案', 'Plan', 'text'),
      column('due', '到期', 'Due'),
      column('met', '按时', 'Met'),
      column('late', '超时', 'Late'),
      column('share', '按时完成率', 'Met, %', 'share'),
    ],
    now.byClause.map(({ clause, planId, due, met, late }) => {
      const key = `${clause}|${planId}`
      return [
        plain(chapterOf(clause, names.chapters)),
        plain(names.clauses[clause] ?? null),
        plain(nameOf(planId, names.plans)),
        counted(due, drillDown(now, 'byClause.due', key, filter)),
        counted(met, drillDown(now, 'byClause.met', key, filter)),
        counted(late, drillDown(now, 'byClause.late', key, filter)),
        plain(shareOf(met, due)),
      ]
    }),
    { empty: NOTHING, note: definitions['limits.met'] },
  )
}

const times = ({ now }: PeriodReportData): Table =>
  table(
    'times',
    localized('各环节用时', 'Times taken'),
    [
      column('what', '环节', 'Until', 'text'),
      column('n', '样本数', 'n'),
      column('median', '中位数', 'Median', 'duration'),
      column('p90', '90%分位', 'P90', 'duration'),
      column('mean', '平均', 'Mean', 'duration'),
    ],
    TIMES.map((name) => [
      plain(TIME_NAMES[name]),
      counted(now.times[name].n, drillDown(now, `times.${name}`)),
      plain(now.times[name].median),
      plain(now.times[name].p90),
      plain(now.times[name].mean),
    ]),
    { empty: NOTHING, note: definitions.spread },
  )

const late = ({ now, names }: PeriodReportData): Table =>
  table(
    'late',
    localized('超时清单', 'Late limits'),
    [
      column('due', '到期', 'Due', 'instant'),
      column('number', '编号', 'Number', 'text'),
      column('place', '地点', 'Place', 'text'),
      column('step', '步骤', 'Step', 'text'),
      column('clause', '条款', 'Clause', 'text'),
      column('over', '超时时长', 'Late by', 'duration'),
      column('reason', '原因', 'Reason', 'text'),
    ],
    now.lateList.map((list) => [
      plain(list.dueAt),
      plain(list.number ?? null),
      { value: list.place, incidentId: list.incidentId },
      plain(names.steps[list.stepId]?.title ?? list.stepId),
      plain(chapterOf(list.clause, names.chapters)),
      plain(list.doneAt === null ? null : list.doneAt - list.dueAt),
      plain(list.reason),
    ]),
    { empty: NOTHING, note: definitions.lateList },
  )

const register = ({ register: lines }: PeriodReportData): Table =>
  table(
    'register',
    localized('事件登记', 'Register of incidents'),
    [
      column('number', '编号', 'Number', 'text'),
      column('at', '时间', 'Time', 'instant'),
      column('place', '地点', 'Place', 'text'),
      column('type', '类型', 'Type', 'text'),
      column('level', '级别', 'Level', 'text'),
      column('plans', '预案', 'Plans', 'text'),
      column('state', '状态', 'State', 'text'),
      column('late', '超时', 'Late'),
    ],
    lines.map((line) => [
      plain(line.number),
      plain(line.at),
      { value: line.place, incidentId: line.incidentId },
      plain(line.typeName),
      plain(line.level === null ? null : levelOf(String(line.level))),
      plain(
        line.plans.length === 0
          ? null
          : joined(
              line.plans.map(({ title }) => title),
              '、',
              '; ',
            ),
      ),
      plain(stateOf(line.state)),
      plain(line.late),
    ]),
    { empty: NOTHING },
  )

const section = (
  id: string,
  title: LocalizedText,
  tables: readonly Table[],
  charts: Section['charts'] = [],
): Section => ({ id, title, words: [], tables, charts })

/** What was filtered by, in words; nothing without a filter. */
function filtered({
  filter: { type, category, level, place, drill },
  names,
}: PeriodReportData): readonly LocalizedText[] {
  const text = [
    ...(drill ? [localized('只含演练', 'drills only')] : []),
    ...(category === undefined ? [] : [nameOf(category, names.categories)]),
    ...(type === undefined ? [] : [nameOf(type, names.types)]),
    ...(level === undefined ? [] : [levelOf(String(level))]),
    ...(place === undefined ? [] : [same(place)]),
  ]
  return text.length === 0
    ? []
    : [localized(`筛选：${joined(text, '、').zh}`, `Filter: ${joined(text, '', ', ').en}`)]
}

/** A period with a name goes by it; the dates stand for any other. */
function titleOf(site: LocalizedText, { from, to }: PeriodStatistics): LocalizedText {
  const [month, year] = [from.slice(0, 7), from.slice(0, 4)]
  const named = [
    [periodOf('month', month), monthText(month)],
    [periodOf('year', year), localized(`${year}年`, year)],
  ] as const
  const name =
    named.find(([item]) => item?.from === from && item.to === to)?.[1] ??
    localized(`${from}至${to}`, `${from} to ${to}`)
  return localized(
    `${site.zh}突发事件统计（${name.zh}）`,
    `${site.en}: incident statistics, ${name.en}`,
  )
}

/** They have no kind and no place: a file of some incidents is silent about them. */
const isTold = (figures: object, { filter }: PeriodReportData): boolean =>
  Object.keys(filter).length === 0 && Object.values(figures).some((count) => count > 0)

/** Figures of drills bear their mark on every page. */
export function periodDocument(drawn: PeriodReportData): ReportDocument {
  const { names: ofBoth, register: lines } = drawn
  const data = { ...drawn, names: withLanguageTags(ofBoth), register: withLanguageTags(lines) }
  const { now, names, site, zone, filter, trend, emergencies } = data
  const severity = (key: string): LocalizedText =>
    key === NONE
      ? localized('未判定', 'Not assessed')
      : (SEVERITY_NAMES[key as Severity] ?? same(key))
  const tablesOfReadiness = Object.keys(filter).length === 0 ? readinessTables(data.readiness) : []
  const bars = ranked(now.byType).map(([key, value]): Bar => ({
    name: nameOf(key, names.types),
    value,
  }))
  const months = trend.map(({ month, incidents }): Bar => ({
    ...monthBar(
      month,
      incidents,
      localized(month.slice(2).replace('-', '/'), month),
      data.recordSince,
    ),
    strong: month === now.to.slice(0, 7),
  }))
  return {
    kind: 'period',
    name: `${now.from}-${now.to}-statistics`,
    title: titleOf(site, now),
    lines: [...filtered(data), ...emergencies.map((span) => emergencyText(span, zone))],
    mark: filter.drill ? localized('演练', 'EXERCISE') : null,
    zone,
    sections: [
      section(
        'overview',
        localized('总体情况', 'Overview'),
        [figuresTable(data)],
        [
          {
            kind: 'columns',
            id: 'trend',
            title: localized('逐月事件数', 'Incidents by month'),
            bars: months,
          },
        ],
      ),
      section(
        'classes',
        localized('分类', 'By kind'),
        [
          group(data, 'byCategory', localized('按类别', 'By category'), (key) =>
            nameOf(key, names.categories),
          ),
          group(data, 'byType', localized('按类型', 'By type'), (key) => nameOf(key, names.types)),
          group(data, 'byLevel', localized('按响应级别', 'By level'), levelOf),
          group(data, 'bySeverity', localized('按事件等级', 'By severity'), severity),
          group(data, 'byPlace', localized('按地点', 'By place'), same),
        ],
        [
          {
            kind: 'bars',
            id: 'types',
            title: localized('各类型事件数', 'Incidents by type'),
            bars,
          },
          {
            kind: 'hours',
            id: 'hours',
            title: localized('时段分布', 'By weekday and hour'),
            counts: now.byWeekdayHour,
          },
        ],
      ),
      section('limits', localized('时限和用时', 'Limits and times'), [
        clauses(data),
        times(data),
        late(data),
      ]),
      ...(isTold(data.actions, data)
        ? [
            section('actions', localized('整改措施', 'Corrective actions'), [
              actionFiguresTable(data.actions),
            ]),
          ]
        : []),
      ...(isTold(data.warnings, data)
        ? [section('warnings', localized('预警', 'Warnings'), [warningFiguresTable(data.warnings)])]
        : []),
      ...(tablesOfReadiness.length > 0
        ? [section('readiness', localized('应急准备', 'Readiness'), tablesOfReadiness)]
        : []),
      section('register', localized('事件登记', 'Register'), [register(data)]),
    ],
  }
}
