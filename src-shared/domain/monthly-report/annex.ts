/**
 * The annexes of the monthly report: register (A1), casualties (A2), by kind (B1), by place (B2),
 * and what each figure is.
 */
import { REPORT_CLOCKS } from '../incident/record/report-clocks.ts'
import { CASUALTIES, SEVERITY_NAMES } from '../incident/record/scales.ts'
import { definitions, type Figure } from '../statistics/definitions.ts'
import type { IncidentStats } from '../statistics/incident-stats.ts'
import type { Filter, PeriodStatistics } from '../statistics/figures.ts'
import { isIn, NONE } from '../statistics/metrics.ts'
import { periodStatistics } from '../statistics/statistics.ts'
import { localized, type LocalizedText } from '../text.ts'
import { ranked } from './section-2-3-classes.ts'
import type { Cell, Column, Section, Table, Value } from '../document/document.ts'
import type { MonthReportData } from './data.ts'
import { joined, levelOf, nameOf, same } from '../document/wording.ts'
import { inTime, stateOf } from './section-7-10-readiness.ts'
import { drillDown, column, counted, plain, table } from '../document/table.ts'

const NO_INCIDENTS = localized('本月没有突发事件', 'No incidents this month')
const PEOPLE: readonly Column[] = [
  column('dead', '死亡', 'Dead'),
  column('serious', '重伤', 'Seriously injured'),
  column('minor', '轻伤', 'Slightly injured'),
  column('missing', '失联', 'Missing'),
]
const LOSS = column('loss', '损失（元）', 'Loss (yuan)', 'yuan')
const annex = (id: string, title: LocalizedText, table: Table): Section => ({
  id,
  title,
  words: [],
  tables: [table],
  charts: [],
})

const real = ({ stats: allStats, asOf, zone }: MonthReportData): readonly IncidentStats[] =>
  inTime(allStats.filter((stats) => isIn(stats, { now: asOf, zone, drill: false })))
const peopleOf = ({ casualties }: IncidentStats): readonly Cell[] =>
  CASUALTIES.map((kind) => plain(casualties?.[kind] ?? null))

/** Anyone who reads the register must see which incidents this station did not handle. */
function standingOf({ state, imported }: IncidentStats): LocalizedText | string {
  const name = stateOf(state)
  return imported && typeof name !== 'string'
    ? localized(`${name.zh}（补录）`, `${name.en} (imported)`)
    : name
}

function register(data: MonthReportData): Table {
  const { names } = data
  const plansOf = ({ plans = [] }: IncidentStats): Value =>
    plans.length === 0
      ? null
      : joined(
          plans.map(({ planId }) => nameOf(planId, names.plans)),
          '、',
          '; ',
        )
  return table(
    'register',
    localized('事件登记', 'Register of incidents'),
    [
      column('at', '时间', 'Time', 'instant'),
      column('place', '地点', 'Place', 'text'),
      column('type', '类型', 'Type', 'text'),
      column('level', '级别', 'Level', 'text'),
      column('severity', '等级', 'Severity', 'text'),
      column('plans', '预案', 'Plans', 'text'),
      column('state', '状态', 'State', 'text'),
      LOSS,
    ],
    real(data).map((stats) => [
      plain(stats.at),
      { value: stats.place, incidentId: stats.incidentId },
      plain(nameOf(stats.type ?? NONE, names.types)),
      plain(stats.level === null ? null : levelOf(String(stats.level))),
      plain(stats.severity ? SEVERITY_NAMES[stats.severity] : null),
      plain(plansOf(stats)),
      plain(standingOf(stats)),
      plain(stats.loss ?? null),
    ]),
    { empty: NO_INCIDENTS },
  )
}

/** The sums of some figures, each with the incidents that add to it. */
const harm = (figures: PeriodStatistics, filter?: Filter): readonly Cell[] =>
  CASUALTIES.map((kind) =>
    counted(figures.casualties[kind], drillDown(figures, `casualties.${kind}`, undefined, filter)),
  )
const lossOf = (figures: PeriodStatistics, filter?: Filter): Cell =>
  counted(figures.loss, drillDown(figures, 'loss', undefined, filter))
const TOTAL = plain(localized('合计', 'Total'))

function casualties(data: MonthReportData): Table {
  const {
    figures: { now },
    names,
  } = data
  return table(
    'casualties',
    localized('伤亡', 'Casualties'),
    [
      column('at', '时间', 'Time', 'instant'),
      column('place', '地点', 'Place', 'text'),
      column('type', '类型', 'Type', 'text'),
      ...PEOPLE,
    ],
    real(data)
      .filter((stats) => CASUALTIES.some((kind) => (stats.casualties?.[kind] ?? 0) > 0))
      .map((stats) => [
        plain(stats.at),
        { value: stats.place, incidentId: stats.incidentId },
        plain(nameOf(stats.type ?? NONE, names.types)),
        ...peopleOf(stats),
      ]),
    {
      empty: localized('本月没有登记人员伤亡', 'No casualties were recorded'),
      total: [TOTAL, plain(null), plain(null), ...harm(now)],
    },
  )
}

/** The figures of one kind or place, by the one function that gives them all. */
const filtered = (
  { figures: { now }, stats: allStats, asOf, zone }: MonthReportData,
  filter: Filter,
): PeriodStatistics =>
  periodStatistics({ from: now.from, to: now.to, filter }, allStats, asOf, { zone })

const COUNTED: readonly Column[] = [
  column('incidents', '事件', 'Incidents'),
  ...PEOPLE,
  LOSS,
  column('late', '超时', 'Late'),
]
const countedCells = (figures: PeriodStatistics, filter?: Filter): readonly Cell[] => [
  counted(figures.incidents, drillDown(figures, 'incidents', undefined, filter)),
  ...harm(figures, filter),
  lossOf(figures, filter),
  counted(figures.limits.late, drillDown(figures, 'limits.late', undefined, filter)),
]

function byKind(data: MonthReportData): Table {
  const {
    figures: { now },
    names,
    stats: allStats,
  } = data
  const typesOf = (category: string): readonly string[] => {
    const occurring = new Set(
      allStats
        .filter((stats) => (stats.category ?? NONE) === category)
        .map(({ type }) => type ?? NONE),
    )
    return ranked(now.byType)
      .map(([type]) => type)
      .filter((type) => occurring.has(type))
  }
  const rows = ranked(now.byCategory).flatMap(([category]) => [
    [
      plain(nameOf(category, names.categories)),
      plain(null),
      ...countedCells(filtered(data, { category }), { category }),
    ],
    ...(category === NONE
      ? []
      : typesOf(category).map((type) => [
          plain(null),
          plain(nameOf(type, names.types)),
          ...countedCells(filtered(data, { category, type }), { category, type }),
        ])),
  ])
  return table(
    'by-kind',
    localized('按类别和类型', 'By category and type'),
    [
      column('category', '类别', 'Category', 'text'),
      column('type', '类型', 'Type', 'text'),
      ...COUNTED,
    ],
    rows,
    { empty: NO_INCIDENTS, total: [TOTAL, plain(null), ...countedCells(now)] },
  )
}

const byPlace = (data: MonthReportData): Table =>
  table(
    'by-place',
    localized('按地点', 'By place'),
    [column('place', '地点', 'Place', 'text'), ...COUNTED],
    ranked(data.figures.now.byPlace).map(([place]) => [
      plain(same(place)),
      ...countedCells(filtered(data, { place }), { place }),
    ]),
    { empty: NO_INCIDENTS, total: [TOTAL, ...countedCells(data.figures.now)] },
  )

/** The figures that stand in the report, as they are called in it. */
const DEFINED: readonly (readonly [LocalizedText, Figure])[] = [
  [localized('突发事件', 'Incidents'), 'incidents'],
  [localized('误报', 'False reports'), 'falseReports'],
  [localized('演练', 'Drills'), 'drills'],
  [localized('演练完成', 'Drills completed'), 'drillsDone'],
  [localized('类别', 'Category'), 'byCategory'],
  [localized('类型', 'Type'), 'byType'],
  [localized('响应级别', 'Response level'), 'byLevel'],
  [localized('事件等级', 'Severity'), 'bySeverity'],
  [localized('地点', 'Place'), 'byPlace'],
  [localized('信息来源', 'Source of the report'), 'byChannel'],
  [localized('星期与时刻', 'Weekday and hour'), 'byWeekdayHour'],
  [localized('原因和情形', 'Causes and circumstances'), 'byAnswer'],
  [localized('死亡', 'Dead'), 'casualties.dead'],
  [localized('重伤', 'Seriously injured'), 'casualties.serious'],
  [localized('轻伤', 'Slightly injured'), 'casualties.minor'],
  [localized('失联', 'Missing'), 'casualties.missing'],
  [localized('直接经济损失', 'Direct economic loss'), 'loss'],
  [localized('到期时限', 'Limits due'), 'limits.due'],
  [localized('按时完成', 'Met'), 'limits.met'],
  [localized('其中补记', 'Of them told later'), 'limits.metAsTold'],
  [localized('超时', 'Late'), 'limits.late'],
  [localized('建议时限到期', 'Proposed limits due'), 'limits.proposed.due'],
  [localized('核实时间', 'Time to verify'), 'times.verify'],
  [localized('启动时间', 'Time to activate'), 'times.activate'],
  [localized('首步时间', 'Time to the first step'), 'times.firstStep'],
  [localized('控制时间', 'Time to contain'), 'times.contain'],
  [localized('解除时间', 'Time to lift'), 'times.lift'],
  [localized('结案时间', 'Time to close'), 'times.close'],
  [localized('平均数、中位数、90%分位', 'Mean, median, P90'), 'spread'],
  [localized('首报到期', 'First reports due'), 'reports.first.due'],
  [localized('续报到期', 'Follow-up reports due'), 'reports.followUp.due'],
  [localized('终报到期', 'Final reports due'), 'reports.final.due'],
  [localized('法定首报到期', 'First reports due by law'), 'reports.law.first.due'],
  [localized('法定续报到期', 'Follow-up reports due by law'), 'reports.law.followUp.due'],
  [localized('伤亡变化补报', 'Changed casualties to report'), 'reports.law.changes.due'],
  [localized('发出告警', 'Alerts raised'), 'alerts.raised'],
  [localized('未确认', 'Never acknowledged'), 'alerts.never'],
  [localized('告警密集', 'Floods'), 'alerts.floods'],
  [localized('整改：结转', 'Corrective actions carried over'), 'actions.carried'],
  [localized('整改：开出', 'Corrective actions opened'), 'actions.opened'],
  [localized('整改：重新打开', 'Corrective actions opened again'), 'actions.reopened'],
  [localized('整改：复查合格', 'Corrective actions closed'), 'actions.closed'],
  [localized('整改：逾期完成', 'Corrective actions done late'), 'actions.late'],
  [localized('整改：撤销', 'Corrective actions withdrawn'), 'actions.withdrawn'],
  [localized('整改：未完成', 'Corrective actions left'), 'actions.left'],
  [localized('整改：待复查', 'Corrective actions to be checked'), 'actions.waiting'],
  [localized('整改：逾期', 'Corrective actions overdue'), 'actions.overdue'],
  [localized('预警：登记', 'Warnings entered'), 'warnings.entered'],
  [localized('预警：生效', 'Warnings in force'), 'warnings.inForce'],
  [localized('预警：生效天数', 'Days with a warning in force'), 'warnings.days'],
  [localized('预警：已通知', 'Warnings of which people were told'), 'warnings.told'],
  [localized('预警：立为事件', 'Warnings that became a pre-alert'), 'warnings.prealert'],
  [localized('预警：已响应', 'Warnings acted on'), 'warnings.acted'],
  [localized('环比、同比', 'Compared with other periods'), 'comparison'],
]

/** What was told by nobody, and proposed by no plan that ran, stands in no document. */
const definedIn = ({ figures: { now }, actions, warnings }: MonthReportData): typeof DEFINED =>
  DEFINED.filter(
    ([, figure]) =>
      (!figure.startsWith('actions.') || actions.rows.length > 0) &&
      (!figure.startsWith('warnings.') || warnings.rows.length > 0) &&
      (figure !== 'limits.metAsTold' || now.limits.metAsTold > 0) &&
      (figure !== 'limits.proposed.due' || now.limits.proposed.due > 0) &&
      REPORT_CLOCKS.every(
        (kind) => figure !== `reports.law.${kind}.due` || now.reports.law[kind].due > 0,
      ),
  )

export const annexes = (data: MonthReportData): readonly Section[] => [
  annex(
    'annex-register',
    localized('附件一 事件登记表（A1）', 'Annex 1: register of incidents (A1)'),
    register(data),
  ),
  annex(
    'annex-casualties',
    localized('附件二 伤亡情况表（A2）', 'Annex 2: casualties (A2)'),
    casualties(data),
  ),
  annex('annex-kind', localized('附件三 按类别统计（B1）', 'Annex 3: by kind (B1)'), byKind(data)),
  annex(
    'annex-place',
    localized('附件四 按地点统计（B2）', 'Annex 4: by place (B2)'),
    byPlace(data),
  ),
  annex(
    'annex-definitions',
    localized('附件五 指标说明', 'Annex 5: definitions of figures'),
    table(
      'definitions',
      localized('指标说明', 'Definitions of figures'),
      [
        column('figure', '指标', 'Figure', 'text'),
        column('definition', '说明', 'Definition', 'text'),
      ],
      definedIn(data).map(([name, figure]) => [plain(name), plain(definitions[figure])]),
      { empty: localized('没有指标', 'No figures') },
    ),
  ),
]
