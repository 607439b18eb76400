/**
 * Sections 7 to 10 of the monthly report: drills, plans, corrective action, and what to expect.
 * What the station keeps no record of is left for people to write (`unfilled`).
 */
import { localDate } from '../calendar.ts'
import { STATE_NAMES } from '../incident/record/names.ts'
import type { IncidentState } from '../incident/record/state.ts'
import type { IncidentStats } from '../statistics/incident-stats.ts'
import { NONE } from '../statistics/metrics.ts'
import { standsOut } from '../statistics/standing-out.ts'
import { localized, type LocalizedText } from '../text.ts'
import { nextMonth } from './as-of.ts'
import { actionFiguresTable, actionsTable } from '../document/actions-document.ts'
import { checkFiguresTable, checkWords } from '../document/checks-document.ts'
import { upkeepFiguresTable, upkeepWords } from '../document/upkeep-tables.ts'
import type { Cell, Section } from '../document/document.ts'
import type { MonthReportData, PlanChange } from './data.ts'
import { most, outstanding } from './section-1-overview.ts'
import {
  drillTable,
  drillWords,
  supplyTable,
  supplyWords,
  trainingTable,
  trainingWords,
} from '../document/readiness-figures.ts'
import { DAY_NAMES, joined, many, nameOf, same, shareText } from '../document/wording.ts'
import { monthText } from '../wording/period.ts'
import { drillDown, column, counted, plain, table } from '../document/table.ts'

const DRILLS = { drill: true } as const
/** What people are asked for where the site keeps no record of it. */
const NO_TRAINING = localized(
  '本月培训的时间、内容和人数',
  'Training: what was held, when and for how many people',
)
const NO_SUPPLIES = localized('缺少和过期的应急物资', 'Supplies that are short or expired')

/** By the instant, then by name, so that the same record is the same text. */
export const inTime = (allStats: readonly IncidentStats[]): readonly IncidentStats[] =>
  [...allStats].sort(
    (stats, other) => stats.at - other.at || (stats.incidentId < other.incidentId ? -1 : 1),
  )

export const stateOf = (state: string): LocalizedText | string =>
  STATE_NAMES[state as IncidentState] ?? state

export function drills(data: MonthReportData): Section {
  const {
    figures: { now, drills: ofDrills },
    stats: allStats,
    names,
    readiness: { training, drills: arranged },
  } = data
  const { due, met, late } = ofDrills.limits
  const limits =
    due === 0
      ? localized('', '')
      : localized(
          `，演练中应在时限内完成${due}项，按时完成${met}项（${shareText(met / due)}），超时${late}项`,
          `; of ${many(due, 'limit')} in drills, ${met} met (${shareText(met / due)}) and ${late} late`,
        )
  const text =
    now.drills === 0
      ? localized('本月没有开展演练。', 'No drills were held.')
      : localized(
          `本月开展演练${now.drills}次，完成${now.drillsDone}次${limits.zh}。演练不计入事件。`,
          `${many(now.drills, 'drill', ['was', 'were'])} held, ${now.drillsDone} of them completed${limits.en}. Drills are not counted as incidents.`,
        )
  const row = (stats: IncidentStats): readonly Cell[] => [
    plain(stats.at),
    { value: stats.place, incidentId: stats.incidentId },
    plain(
      (stats.plans ?? [])
        .map(({ planId }) => nameOf(planId, names.plans))
        .reduce<LocalizedText | null>(
          (all, plan) => (all ? localized(`${all.zh}、${plan.zh}`, `${all.en}; ${plan.en}`) : plan),
          null,
        ),
    ),
    plain(stateOf(stats.state)),
  ]
  return {
    id: 'drills',
    title: localized('演练与培训', 'Drills and training'),
    charts: [],
    words: [
      text,
      ...(arranged ? [drillWords(arranged)] : []),
      ...(training ? [trainingWords(training)] : []),
    ],
    ...(training ? {} : { unfilled: [NO_TRAINING] }),
    tables: [
      table(
        'drill-list',
        localized('演练', 'Drills'),
        [
          column('at', '时间', 'Time', 'instant'),
          column('place', '地点', 'Place', 'text'),
          column('plans', '预案', 'Plans', 'text'),
          column('state', '状态', 'State', 'text'),
        ],
        inTime(allStats.filter((stats) => stats.drill && stats.counted)).map(row),
        { empty: localized('本月没有演练', 'No drills this month') },
      ),
      ...(now.drills === 0
        ? []
        : [
            table(
              'drill-limits',
              localized('演练中的时限', 'Limits in drills'),
              [
                column('drills', '演练', 'Drills'),
                column('done', '完成', 'Completed'),
                column('due', '到期', 'Due'),
                column('met', '按时', 'Met'),
                column('late', '超时', 'Late'),
              ],
              [
                [
                  counted(now.drills, drillDown(now, 'drills')),
                  counted(now.drillsDone, drillDown(now, 'drillsDone')),
                  counted(due, drillDown(ofDrills, 'limits.due', undefined, DRILLS)),
                  counted(met, drillDown(ofDrills, 'limits.met', undefined, DRILLS)),
                  counted(late, drillDown(ofDrills, 'limits.late', undefined, DRILLS)),
                ],
              ],
              { empty: localized('本月没有演练', 'No drills this month') },
            ),
          ]),
      ...(arranged ? [drillTable(arranged)] : []),
      ...(training ? [trainingTable(training)] : []),
    ],
  }
}

const CHANGES: Readonly<Record<PlanChange['kind'], LocalizedText>> = {
  made: localized('制定', 'Made'),
  revised: localized('修订', 'Revised'),
  abolished: localized('废止', 'Abolished'),
}

export function plans({
  plans: { changes, evaluations, shipped },
  readiness: { supplies, upkeep },
  zone,
}: MonthReportData): Section {
  const created =
    changes.length === 0
      ? localized('本月没有制定、修订或废止预案。', 'No plans were made, revised or abolished.')
      : localized(
          '本月预案的制定、修订和废止见下表。',
          'Plans made, revised or abolished are listed below.',
        )
  const due =
    evaluations.length === 0
      ? localized(
          '下月底前无预案评估到期。',
          'No plan evaluations fall due before the end of next month.',
        )
      : localized(
          '下月底前有预案评估到期，见下表。',
          'Plan evaluations due before the end of next month are listed below.',
        )
  const asShipped = shipped
    ? [
        localized(
          '其余预案沿用系统预置文本，没有本单位批准的日期，评估期限不在此列。',
          'The other plans are used as they came with the program; this site has no approval date for them, so their evaluation is not listed here.',
        ),
      ]
    : []
  return {
    id: 'plans',
    title: localized('预案与物资', 'Plans and supplies'),
    charts: [],
    words: [
      ...[created, due, ...asShipped],
      ...(upkeep ? [upkeepWords(upkeep)] : []),
      ...(supplies ? [supplyWords(supplies)] : []),
    ],
    ...(supplies ? {} : { unfilled: [NO_SUPPLIES] }),
    tables: [
      ...(changes.length === 0
        ? []
        : [
            table(
              'plan-changes',
              localized('预案变动', 'Plan changes'),
              [
                column('at', '日期', 'Date', 'date'),
                column('plan', '预案', 'Plan', 'text'),
                column('kind', '变动', 'Change', 'text'),
                column('number', '版次', 'Number', 'text'),
              ],
              changes.map(({ at, title, kind, number }) => [
                plain(localDate(at, zone)),
                plain(title),
                plain(CHANGES[kind]),
                plain(number),
              ]),
              { empty: created },
            ),
          ]),
      ...(evaluations.length === 0
        ? []
        : [
            table(
              'evaluations',
              localized('到期评估', 'Evaluations due'),
              [
                column('plan', '预案', 'Plan', 'text'),
                column('approved', '最近批准', 'Last approved', 'date'),
                column('due', '评估到期', 'Evaluation due', 'date'),
              ],
              evaluations.map(({ title, approvedOn, dueOn }) => [
                plain(title),
                plain(approvedOn),
                plain(dueOn),
              ]),
              { empty: due },
            ),
          ]),
      ...(upkeep ? [upkeepFiguresTable(upkeep)] : []),
      ...(supplies ? [supplyTable(supplies)] : []),
    ],
  }
}

const NO_ACTIONS = localized('本月没有整改措施。', 'There were no corrective actions this month.')

/** How many there were and are, overdue ones named; a figure of nought is not named. */
function actionWords({ figures }: MonthReportData['actions']): LocalizedText {
  const { carried, opened, reopened, closed, late, withdrawn, left, waiting, overdue } = figures
  const parts = (
    [
      [carried, '上月结转', 'carried over'],
      [opened, '本月开出', 'opened'],
      [reopened, '重新打开', 'opened again'],
      [closed, '复查合格', 'checked and closed'],
      [withdrawn, '撤销', 'withdrawn'],
    ] as const
  ).filter(([count]) => count > 0)
  if (parts.length === 0 && left === 0) return NO_ACTIONS
  const rest = [
    ...(waiting > 0 ? [localized(`待复查${waiting}项`, `${waiting} to be checked`)] : []),
    ...(overdue > 0 ? [localized(`逾期${overdue}项`, `${overdue} overdue`)] : []),
  ]
  const lateWords =
    late > 0 ? localized(`（其中逾期完成${late}项）`, ` (${late} of them late)`) : localized('', '')
  const word = ([count, zh, en]: (typeof parts)[number]): LocalizedText =>
    en === 'checked and closed'
      ? localized(`${zh}${count}项${lateWords.zh}`, `${count} ${en}${lateWords.en}`)
      : localized(`${zh}${count}项`, `${count} ${en}`)
  const all = joined(parts.map(word), '，', ', ')
  const end = localized(
    `月末未完成${left}项${rest.length > 0 ? `，其中${joined(rest, '，').zh}` : ''}`,
    `${left} left${rest.length > 0 ? `, of which ${joined(rest, '', ' and ').en}` : ''}`,
  )
  return localized(
    `整改措施：${[all.zh, end.zh].filter(Boolean).join('；')}。`,
    `Corrective actions: ${[all.en, end.en].filter(Boolean).join('; ')}.`,
  )
}

export function actions({
  figures: { now },
  names,
  actions: ofMonth,
  readiness: { checks },
}: MonthReportData): Section {
  const [worst] = [...now.byClause].sort((clause, other) => other.late - clause.late)
  const clause =
    worst && worst.late > 0
      ? (names.clauses[worst.clause] ?? localized(worst.clause, worst.clause))
      : null
  const unexplained = now.lateList.some(({ explained }) => !explained)
  const points = [
    ...(clause
      ? [
          localized(
            `“${clause.zh}”超时${worst?.late ?? 0}项，须查明原因`,
            `"${clause.en}" was late ${many(worst?.late ?? 0, 'time')}: find out why`,
          ),
        ]
      : []),
    ...(unexplained
      ? [
          localized(
            '部分超时尚未说明原因（见“处置效率”），须补齐',
            'some late limits have no reason yet (see "How incidents were handled"): add them',
          ),
        ]
      : []),
    ...(now.alerts.acknowledgedWithin.never > 0
      ? [
          localized(
            `有${now.alerts.acknowledgedWithin.never}条告警未确认`,
            `${many(now.alerts.acknowledgedWithin.never, 'alert', ['was', 'were'])} never acknowledged`,
          ),
        ]
      : []),
  ]
  const summary =
    points.length === 0
      ? localized(
          '从本月记录看，没有需要列出的问题。',
          'The record of the month shows no problems to list.',
        )
      : localized(
          `从本月记录看：${points.map(({ zh }) => zh).join('；')}。`,
          `From the record of the month: ${points.map(({ en }) => en).join('; ')}.`,
        )
  return {
    id: 'actions',
    title: localized('问题与整改', 'Problems and corrective action'),
    charts: [],
    words: [summary, actionWords(ofMonth), ...(checks ? [checkWords(checks)] : [])],
    tables: [
      ...(checks ? [checkFiguresTable(checks)] : []),
      ...(ofMonth.rows.length === 0
        ? []
        : [actionFiguresTable(ofMonth.figures), actionsTable(ofMonth.rows, { empty: NO_ACTIONS })]),
    ],
  }
}

/**
 * What last year and this month say of the next: no forecast, only what the record shows, and of
 * this month only what stands out.
 */
export function outlook({ figures: { now, trend }, names, month }: MonthReportData): Section {
  const next = nextMonth(month)
  const before = trend[1] // thirteen months: the second is the next month, a year ago
  const [category, place] = [outstanding(now.byCategory), outstanding(now.byPlace)]
  const weekdays = Object.fromEntries(
    now.byWeekdayHour.map((hours, day) => [
      String(day),
      hours.reduce((sum, hour) => sum + hour, 0),
    ]),
  )
  const busiest = most(weekdays)
  const day =
    busiest && standsOut(busiest.count, now.incidents, DAY_NAMES.length)
      ? DAY_NAMES[Number(busiest.key)]
      : undefined
  const past =
    before && before.incidents > 0
      ? [
          localized(
            `${monthText(before.month).zh}发生突发事件${before.incidents}起，可作参考。`,
            `${monthText(before.month).en} had ${many(before.incidents, 'incident')}.`,
          ),
        ]
      : []
  const kind = category && category.key !== NONE ? nameOf(category.key, names.categories) : null
  const guarded = [
    ...(place ? [same(place.key)] : []),
    ...(day ? [localized(day.zh, `the duty shift on ${day.en}s`)] : []),
  ]
  const points = [
    ...(kind
      ? [localized(`重点防范${kind.zh}类事件`, `incidents of the category "${kind.en}"`)]
      : []),
    ...(guarded.length > 0
      ? [localized(`加强${joined(guarded, '和').zh}的值守`, joined(guarded, '', ' and ').en)]
      : []),
  ]
  const watch =
    points.length > 0
      ? [
          localized(
            `从本月情况看，下月应${joined(points, '，').zh}。`,
            `Going by this month, next month pay attention to ${joined(points, '', ', ').en}.`,
          ),
        ]
      : []
  return {
    id: 'outlook',
    title: localized('下月研判与工作安排', 'Outlook and work for next month'),
    charts: [],
    tables: [],
    words: past.length + watch.length > 0 ? [...past, ...watch] : [localized('无。', 'None.')],
    unfilled: [
      localized(
        `${monthText(next).zh}的重点时段、活动和工作安排`,
        `Dates to watch, events and work for ${monthText(next).en}`,
      ),
    ],
  }
}
