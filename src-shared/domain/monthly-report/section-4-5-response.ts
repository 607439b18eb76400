/**
 * Sections 4 and 5 of the monthly report: how fast incidents were handled, which limits were met,
 * and the reports to those above.
 */
import { AFTER, NOT_GIVEN } from '../document/reason-words.ts'
import { TIMES, type TimeName } from '../statistics/metrics.ts'
import { REPORT_CLOCKS, type ReportClockKind } from '../incident/record/report-clocks.ts'
import { REPORT_KINDS, type ReportKind } from '../plan/report-kind.ts'
import type { LateLimit } from '../statistics/figures.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Cell, Section, Table } from '../document/document.ts'
import type { MonthReportData } from './data.ts'
import { chapterOf, many, nameOf, shareOf, shareText } from '../document/wording.ts'
import { spanText } from '../wording/duration.ts'
import { drillDown, column, counted, plain, table } from '../document/table.ts'

const TIME_NAMES: Readonly<Record<TimeName, LocalizedText>> = {
  verify: localized('接报到核实', 'Report to verified'),
  activate: localized('接报到启动预案', 'Report to activated'),
  firstStep: localized('接报到首个步骤完成', 'Report to first step done'),
  contain: localized('接报到控制', 'Report to contained'),
  lift: localized('接报到解除', 'Report to lifted'),
  close: localized('接报到结案', 'Report to closed'),
}
const REPORT_NAMES: Readonly<Record<ReportKind, LocalizedText>> = {
  first: localized('首报', 'First reports'),
  followUp: localized('续报', 'Follow-up reports'),
  final: localized('终报', 'Final reports'),
}
const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1000) / 1000

const times = ({ figures: { now } }: MonthReportData): Table =>
  table(
    'times',
    localized('处置时间', 'Times'),
    [
      column('what', '时间', 'Time', 'text'),
      column('mean', '平均', 'Mean', 'duration'),
      column('median', '中位数', 'Median', 'duration'),
      column('p90', '90%分位', 'P90', 'duration'),
      column('n', '样本数', 'n'),
    ],
    TIMES.map((name) => {
      const [time, behind] = [now.times[name], drillDown(now, `times.${name}`)]
      return [
        plain(TIME_NAMES[name]),
        counted(time.mean, behind),
        counted(time.median, behind),
        counted(time.p90, behind),
        counted(time.n, behind),
      ]
    }),
    { empty: localized('没有数据', 'No data') },
  )

/** Its number in the paper, then the words of the clause. */
const clauseText = (clause: string, { names }: MonthReportData): LocalizedText => {
  const [number, paraphrase] = [chapterOf(clause, names.chapters), names.clauses[clause]]
  return paraphrase
    ? localized(`${number.zh} ${paraphrase.zh}`, `${number.en}: ${paraphrase.en}`)
    : number
}

const limits = (data: MonthReportData): Table => {
  const {
    figures: { now },
    names,
  } = data
  const cells = (due: number, met: number, late: number, clauseKey?: string): readonly Cell[] => {
    const at = (what: 'due' | 'met' | 'late'): ReturnType<typeof drillDown> =>
      clauseKey === undefined
        ? drillDown(now, `limits.${what}`)
        : drillDown(now, `byClause.${what}`, clauseKey)
    return [
      counted(due, at('due')),
      counted(met, at('met')),
      counted(late, at('late')),
      counted(rounded(shareOf(met, due)), at('due')),
    ]
  }
  const { due, met, late } = now.limits
  return table(
    'limits',
    localized('各条款时限完成情况', 'Limits by clause'),
    [
      column('clause', '条款', 'Clause', 'text'),
      column('plan', '预案', 'Plan', 'text'),
      column('due', '到期', 'Due'),
      column('met', '按时', 'Met'),
      column('late', '超时', 'Late'),
      column('rate', '按时率', 'On time', 'share'),
    ],
    now.byClause.map((clause) => [
      plain(clauseText(clause.clause, data)),
      plain(nameOf(clause.planId, names.plans)),
      ...cells(clause.due, clause.met, clause.late, `${clause.clause}|${clause.planId}`),
    ]),
    {
      empty: localized('本月没有到期的时限', 'No limits came due'),
      total: [plain(localized('合计', 'Total')), plain(null), ...cells(due, met, late)],
    },
  )
}

/** How long a late step took beyond its limit; what is still open is so as of the report. */
function overBy({ dueAt, doneAt, endedAt }: LateLimit, asOf: number): number {
  return Math.max(0, (doneAt ?? endedAt ?? asOf) - dueAt)
}

const NOT_DONE = localized('未完成', 'not done')
const overruns = ({ figures: { now }, names, asOf }: MonthReportData): Table =>
  table(
    'overruns',
    localized('超时明细', 'Late limits'),
    [
      column('due', '到期时间', 'Due', 'instant'),
      column('place', '地点', 'Place', 'text'),
      column('step', '步骤', 'Step', 'text'),
      column('role', '岗位', 'Post', 'text'),
      column('over', '超时时长', 'Late by', 'duration'),
      column('reason', '原因', 'Reason', 'text'),
    ],
    now.lateList.map((list) => {
      const step = names.steps[list.stepId]
      const open = list.doneAt === null && list.endedAt === null
      const reason = list.reason ?? NOT_GIVEN
      return [
        plain(list.dueAt),
        { value: list.place, incidentId: list.incidentId },
        plain(step?.title ?? list.stepId),
        plain(step?.role ?? null),
        plain(overBy(list, asOf)),
        plain(
          open
            ? typeof reason === 'string'
              ? localized(
                  `${NOT_DONE.zh}${AFTER.zh}${reason}`,
                  `${NOT_DONE.en}${AFTER.en}${reason}`,
                )
              : localized(
                  `${NOT_DONE.zh}${AFTER.zh}${reason.zh}`,
                  `${NOT_DONE.en}${AFTER.en}reason ${reason.en}`,
                )
            : reason,
        ),
      ]
    }),
    { empty: localized('本月没有超时', 'Nothing was late') },
  )

const alerts = ({ figures: { now } }: MonthReportData): Table =>
  table(
    'alerts',
    localized('告警响应', 'Alerts'),
    [
      column('raised', '发出告警', 'Raised'),
      column('s60', '60秒内确认', 'Acknowledged within 60 s'),
      column('s120', '120秒内确认', 'Within 120 s'),
      column('later', '更晚确认', 'Later'),
      column('never', '未确认', 'Never'),
      column('floods', '告警密集次数', 'Floods'),
    ],
    now.alerts.raised === 0
      ? []
      : [
          [
            counted(now.alerts.raised, drillDown(now, 'alerts.raised')),
            counted(now.alerts.acknowledgedWithin.s60, drillDown(now, 'alerts.s60')),
            counted(now.alerts.acknowledgedWithin.s120, drillDown(now, 'alerts.s120')),
            counted(now.alerts.acknowledgedWithin.later, drillDown(now, 'alerts.later')),
            counted(now.alerts.acknowledgedWithin.never, drillDown(now, 'alerts.never')),
            counted(now.alerts.floods, drillDown(now, 'alerts.raised')),
          ],
        ],
    { empty: localized('本月没有告警', 'No alerts were raised') },
  )

/** The clause with the most late limits. */
function worst(data: MonthReportData): LocalizedText | null {
  const [first] = [...data.figures.now.byClause].sort((clause, other) => other.late - clause.late)
  if (!first || first.late === 0) return null
  const text = clauseText(first.clause, data)
  return localized(
    `超时最多的是“${text.zh}”，${first.late}项`,
    `Most often late: "${text.en}", ${first.late}`,
  )
}

export function handling(data: MonthReportData): Section {
  const { now } = data.figures
  const { due, met, late, metAsTold, proposed } = now.limits
  const { activate, contain } = now.times
  const text = [
    ...(activate.median === null
      ? []
      : [
          localized(
            `接报到启动预案用时的中位数为${spanText(activate.median).zh}（${activate.n}起）`,
            `Median time from report to activation ${spanText(activate.median).en} (n ${activate.n})`,
          ),
        ]),
    ...(contain.median === null
      ? []
      : [
          localized(
            `到控制用时的中位数为${spanText(contain.median).zh}（${contain.n}起）`,
            `${activate.median === null ? 'Median time from report to' : 'to'} containment ${spanText(contain.median).en} (n ${contain.n})`,
          ),
        ]),
  ]
  const pace =
    text.length === 0
      ? []
      : [
          localized(
            `${text.map(({ zh }) => zh).join('，')}。`,
            `${text.map(({ en }) => en).join('; ')}.`,
          ),
        ]
  const worstSaid = worst(data)
  const limit =
    due === 0
      ? localized('本月没有到期的时限。', 'No limits came due.')
      : localized(
          `应在时限内完成${due}项，按时完成${met}项${metAsTold === 0 ? '' : `（其中补记${metAsTold}项）`}，按时完成率${shareText(met / due)}${late === 0 ? '' : `；超时${late}项，逐项列于下表`}。${worstSaid ? `${worstSaid.zh}。` : ''}`,
          `${many(due, 'limit')} came due, ${met} met (${shareText(met / due)}${metAsTold === 0 ? '' : `; ${metAsTold} of them told later`})${late === 0 ? '' : `; ${late} late, listed below`}.${worstSaid ? ` ${worstSaid.en}.` : ''}`,
        )
  const beside =
    proposed.due === 0
      ? []
      : [
          localized(
            `另有预案建议的时限（原文没有，不计入以上）到期${proposed.due}项，按时${proposed.met}项，超时${proposed.late}项。`,
            `In addition, ${many(proposed.due, 'limit')} proposed by plans, not set by a source, came due: ${proposed.met} met, ${proposed.late} late.`,
          ),
        ]
  return {
    id: 'handling',
    title: localized('处置效率', 'How incidents were handled'),
    words: [...pace, limit, ...beside],
    tables: [times(data), limits(data), overruns(data), alerts(data)],
    charts: [],
  }
}

const LAW_NAMES: Readonly<Record<ReportClockKind, LocalizedText>> = {
  first: localized('法定首报', 'First reports by law'),
  followUp: localized('法定续报', 'Follow-up reports by law'),
  changes: localized('伤亡变化补报', 'Changed casualties'),
}

/** What the law wanted; no row where nothing came due. */
const lawRows = ({ figures: { now } }: MonthReportData): readonly (readonly Cell[])[] =>
  REPORT_CLOCKS.filter((kind) => now.reports.law[kind].due > 0).map((kind) => {
    const { due, met, late } = now.reports.law[kind]
    return [
      plain(LAW_NAMES[kind]),
      counted(due, drillDown(now, `reports.law.${kind}.due`)),
      counted(met, drillDown(now, `reports.law.${kind}.met`)),
      counted(late, drillDown(now, `reports.law.${kind}.late`)),
      counted(rounded(shareOf(met, due)), drillDown(now, `reports.law.${kind}.due`)),
    ]
  })

function lawWords({ figures: { now } }: MonthReportData): readonly LocalizedText[] {
  const due = REPORT_CLOCKS.reduce((sum, kind) => sum + now.reports.law[kind].due, 0)
  const late = REPORT_CLOCKS.reduce((sum, kind) => sum + now.reports.law[kind].late, 0)
  if (due === 0) return []
  return [
    late === 0
      ? localized(
          `法定信息报送到期${due}次，全部按时。`,
          `By law ${many(due, 'report')} came due, every one in time.`,
        )
      : localized(
          `法定信息报送到期${due}次，迟报${late}次。`,
          `By law ${many(due, 'report')} came due, ${late} late.`,
        ),
  ]
}

export function reporting(data: MonthReportData): Section {
  const { now } = data.figures
  const late = REPORT_KINDS.filter((kind) => now.reports[kind].late > 0)
  const lateCount = late.reduce((sum, kind) => sum + now.reports[kind].late, 0)
  const none = REPORT_KINDS.every((kind) => now.reports[kind].due === 0)
  const summary = (language: keyof LocalizedText): string =>
    late
      .map(
        (kind) =>
          `${REPORT_NAMES[kind][language]}${language === 'zh' ? '' : ' '}${now.reports[kind].late}${language === 'zh' ? '次' : ''}`,
      )
      .join(language === 'zh' ? '、' : ', ')
  const words = none
    ? localized('本月没有到期的信息报送。', 'No reports to superiors came due.')
    : late.length === 0
      ? localized('到期的信息报送全部按时完成。', 'Every report that came due was made on time.')
      : localized(`迟报${lateCount}次：${summary('zh')}。`, `Late: ${summary('en')}.`)
  return {
    id: 'reporting',
    title: localized('信息报送', 'Reports to superiors'),
    words: [words, ...lawWords(data)],
    charts: [],
    tables: [
      table(
        'reports',
        localized('报送情况', 'Reports'),
        [
          column('kind', '报送', 'Report', 'text'),
          column('due', '到期', 'Due'),
          column('onTime', '按时', 'On time'),
          column('late', '迟报', 'Late'),
          column('rate', '按时率', 'On time', 'share'),
        ],
        [
          ...REPORT_KINDS.map((kind): readonly Cell[] => {
            const reports = now.reports[kind]
            return [
              plain(REPORT_NAMES[kind]),
              counted(reports.due, drillDown(now, `reports.${kind}.due`)),
              counted(reports.onTime, drillDown(now, `reports.${kind}.onTime`)),
              counted(reports.late, drillDown(now, `reports.${kind}.late`)),
              counted(
                rounded(shareOf(reports.onTime, reports.due)),
                drillDown(now, `reports.${kind}.due`),
              ),
            ]
          }),
          ...lawRows(data),
        ],
        { empty: localized('没有数据', 'No data') },
      ),
    ],
  }
}
