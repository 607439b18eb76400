/**
 * Says in words what each figure is: beside it on the page, in the report, in every export and in
 * docs/figures.md. No figure is without a definition.
 */
import { localized, type LocalizedText } from '../text.ts'
import type { Metric } from './metrics.ts'
import { READINESS_FIGURES, readinessDefinitions } from './readiness-definitions.ts'

/** Figures that are no number of units and so have no list of their own. */
export const WITHOUT_LIST = [
  'lateList',
  'alerts.medianAck',
  'alerts.p90Ack',
  'alerts.floods',
  'alerts.floodMs',
  'alerts.peak',
  'alerts.perDay',
  'alerts.frequent',
  'actions.carried',
  'actions.opened',
  'actions.reopened',
  'actions.closed',
  'actions.late',
  'actions.withdrawn',
  'actions.left',
  'actions.waiting',
  'actions.overdue',
  'warnings.entered',
  'warnings.inForce',
  'warnings.red',
  'warnings.orange',
  'warnings.yellow',
  'warnings.blue',
  'warnings.days',
  'warnings.told',
  'warnings.prealert',
  'warnings.acted',
  ...READINESS_FIGURES,
  'comparison',
  'spread',
] as const
export type Figure = Metric | (typeof WITHOUT_LIST)[number]

const time = (zh: string, en: string): LocalizedText =>
  localized(
    `从接报到${zh}所用的时间；没有走到这一步的事件不计`,
    `From the report until ${en}; incidents that have not got that far are left out`,
  )
const report = (zh: string, en: string, what: LocalizedText): LocalizedText =>
  localized(`${zh}${what.zh}`, `${en} ${what.en}`)
const DUE = localized('中到期的次数：按时加迟报', 'that came due: on time and late together')
const IN_TIME = localized('中在时限前或正好在时限时报出的次数', 'made at or before their limit')
const TOO_LATE = localized(
  '中时限已过仍未报出，或过后才报出的次数',
  'whose limit passed before they were made',
)
const [FIRST_ZH, FIRST_EN] = [
  '首报（“报告”阶段有时限的步骤，续报、终报除外）',
  'First reports (report steps with a limit that are neither follow-up nor final)',
]
const [FOLLOW_ZH, FOLLOW_EN] = [
  '续报（“报告”阶段有时限、会重复或名称含“续报”的步骤，每次各计）',
  'Follow-up reports (report steps with a limit that are marked or named as follow-up, or that repeat; each time counts)',
]
const [FINAL_ZH, FINAL_EN] = [
  '终报（“报告”阶段有时限、名称含“终报”的步骤）',
  'Final reports (report steps with a limit that are marked or named as final)',
]
const [LAW_FIRST_ZH, LAW_FIRST_EN] = [
  '法定首报（从单位负责人得知起，按所列法规计时，与预案步骤无关；演练不计）',
  'First reports that the law wants (from when the head of the unit came to know, by the rule that is named; no steps of plans, no drills)',
]
const [LAW_NEXT_ZH, LAW_NEXT_EN] = [
  '法定续报（首报以后按所列法规的间隔，每次各计）',
  'Follow-up reports that the law wants (after the first, at the interval of the rule; each time counts)',
]
const [LAW_CHANGES_ZH, LAW_CHANGES_EN] = [
  '伤亡变化补报（报出以后伤亡数又变、仍在法定天数以内的，每次各计）',
  'Reports of changed casualties (they changed after a report, within the days of the rule; each time counts)',
]
const people = (zh: string, en: string): LocalizedText =>
  localized(
    `各事件最近一次登记的${zh}人数之和；没有登记的按0计`,
    `Sum over the incidents of the number of ${en} last recorded; 0 where none was recorded`,
  )

export const definitions: Readonly<Record<Figure, LocalizedText>> = {
  incidents: localized(
    '发生在本期的真实事件，从接报起就算；演练、误报和已并入其他事件的不计，已移送的计入。发生时间不明的按接报时间，日期按本单位时区',
    "Real incidents that occurred in the period, counted as soon as they are reported: no drills, no false reports, none merged into another; those transferred are included. If the time of occurrence is not known, the time of the report counts; dates are in the site's time zone",
  ),
  drills: localized(
    '本期的演练次数（不含三分钟演练），不计入任何真实事件的数字',
    'Drills in the period, without three-minute drills; none enters a figure of real incidents',
  ),
  drillsDone: localized(
    '本期演练（不含三分钟演练）中已结案或归档的',
    'Drills in the period, without three-minute drills, that are closed or archived',
  ),
  falseReports: localized(
    '本期核实为误报的接报，不计入事件',
    'Reports in the period that proved false; they do not count as incidents',
  ),
  imported: localized(
    '事件数中由历史台账补录的事件；它们没有时限和告警，撤回的补录不计',
    'Incidents imported from a table, included in the incidents; they have no limits and no alerts, and a withdrawn import is not counted',
  ),
  byCategory: localized(
    '按本单位类别树的最上一层分，没有类别的归“无”；各类之和等于事件数',
    "By the top of the site's own tree of types, `none` without one; they add up to the incidents",
  ),
  byLegalCategory: localized(
    '按法定四类分，没有对应的归“无”',
    'By the four categories of the law, `none` where there is none',
  ),
  byType: localized('按具体类型分，没有类型的归“无”', 'By type, `none` without one'),
  byLevel: localized(
    '按响应级别分，1为最高，没有级别的归“无”',
    'By response level, 1 the highest, `none` without one',
  ),
  bySeverity: localized(
    '按人判定的事件等级分（特别重大、重大、较大、一般），没有判定的归“无”',
    'By severity as a person assessed it (especially serious, serious, major, ordinary), `none` where nobody did',
  ),
  byPlace: localized(
    '按地点分；名称、别名和不同写法按地点登记算一处，没有登记的按字面',
    'By place: name, aliases and spellings of a place of the register are one; any other goes by its words',
  ),
  byChannel: localized(
    '按接报渠道分，没有登记的归“无”',
    'By the channel of the report, `none` where it was not recorded',
  ),
  byWeekdayHour: localized(
    '按发生时的星期和钟点分，本单位时区，周一在前',
    "By weekday and hour of occurrence in the site's time zone, Monday first",
  ),
  byMonth: localized(
    '本期涉及各月的事件数，只计本期内的日子',
    'Incidents by month, for every month the period touches, counting only days within the period',
  ),
  categoryByLevel: localized('按类别和响应级别交叉分', 'By category and response level together'),
  byAnswer: localized(
    '按预案中只供统计的问题（原因、情形等）的答案分；没有回答的不计，多选的每个答案各计',
    'By the answers to questions that plans ask for statistics only (cause, origin); unanswered questions are left out, and of several answers each counts',
  ),
  'casualties.dead': people('死亡', 'dead'),
  'casualties.serious': people('重伤', 'seriously injured'),
  'casualties.minor': people('轻伤', 'slightly injured'),
  'casualties.missing': people('失联', 'missing'),
  evacuated: people('已疏散', 'evacuated'),
  loss: localized(
    '各事件最近一次登记的直接经济损失之和，元；没有登记的按0计',
    'Sum of the direct economic loss last recorded, in yuan; 0 where none was recorded',
  ),
  'limits.due': localized(
    '事件各步骤的时限中已有结果的：按时加超时。时限归入其事件所在的统计期，与何时到期无关',
    "Limits of the incidents' steps that have been decided: met and late together. A limit belongs to the period of its incident, whenever it ends",
  ),
  'limits.met': localized(
    '在时限前或正好在时限时完成的步骤',
    'Steps finished at or before their limit',
  ),
  'limits.late': localized(
    '其余时限已过的步骤；超时一经记录即不撤销。到期前跳过、不适用或取消的不计',
    'The others whose limit has passed; lateness once recorded stays. What was skipped, did not apply or was cancelled before its limit is not counted',
  ),
  'limits.metAsTold': localized(
    '按时完成的时限中，到期之后才补记、补记的完成时间在时限前或正好在时限时的；已含在按时数内，不算超时',
    'Of the limits met, those of steps recorded as done only after the limit had passed, with a time of completion at or before it; they are included in the limits met and are not late',
  ),
  'limits.proposed.due': localized(
    '标“建议”的步骤自带的时限中已有结果的：按时加超时。原文没有这些时限，不计入时限、条款、报送和超时明细',
    'Limits of steps marked as proposed that have been decided: met and late together. No source sets them; they are in no other figure of limits, clauses, reports or late limits',
  ),
  'limits.proposed.met': localized(
    '其中在时限前或正好在时限时完成的',
    'Of these, those finished at or before their limit',
  ),
  'limits.proposed.late': localized(
    '其中其余时限已过的',
    'Of these, the others whose limit has passed',
  ),
  'nudges.due': localized(
    '需要有人办的步骤和关键问题中已有结果的：按时加超时。时间是本单位自定的，不是预案的时限',
    "Reminders: steps and deciding questions that somebody had to take in hand and that have been decided, met and late together. The times are the site's own, not limits of a plan",
  ),
  'nudges.met': localized(
    '在催办时间前或正好到时有人办、办完或回答的',
    'Taken in hand, finished or answered at or before the time set',
  ),
  'nudges.late': localized(
    '其余已过催办时间的；到时前不再需要的不计。没人回答、按假定先列出的步骤不计',
    'The others whose time has passed; not counted are those no longer needed before then, and those opened by an assumption alone',
  ),
  'byClause.due': localized('按条款和预案分的到期次数', 'Limits decided, by clause and plan'),
  'byClause.met': localized('按条款和预案分的按时次数', 'Limits met, by clause and plan'),
  'byClause.late': localized('按条款和预案分的超时次数', 'Limits late, by clause and plan'),
  lateList: localized(
    '每一次超时各一行，按到期时间排列，附已说明的原因',
    'One line for each late limit, ordered by when it was due, with the reason given',
  ),
  'times.verify': time(
    '核实属实（首次进入研判、预警或响应）',
    'it is verified (first assessing, pre-alert or responding)',
  ),
  'times.activate': time('首个预案启动', 'the first plan is activated'),
  'times.firstStep': time('首个步骤完成', 'the first step is done'),
  'times.contain': time('首次转为已控制', 'it is contained for the first time'),
  'times.lift': time('首次转为已解除', 'it is lifted for the first time'),
  'times.close': time('结案', 'it is closed'),
  spread: localized(
    '平均数为算术平均；中位数在个数为偶数时取中间两数的平均；90%分位为九成的数都不超过的最小值；样本数为参加计算的个数。没有数据时不显示',
    'Mean: arithmetic mean; median: for an even number, the mean of the middle two; P90: the smallest value that nine tenths do not exceed; n: how many. Blank without data',
  ),
  'reports.first.due': report(FIRST_ZH, FIRST_EN, DUE),
  'reports.first.onTime': report(FIRST_ZH, FIRST_EN, IN_TIME),
  'reports.first.late': report(FIRST_ZH, FIRST_EN, TOO_LATE),
  'reports.followUp.due': report(FOLLOW_ZH, FOLLOW_EN, DUE),
  'reports.followUp.onTime': report(FOLLOW_ZH, FOLLOW_EN, IN_TIME),
  'reports.followUp.late': report(FOLLOW_ZH, FOLLOW_EN, TOO_LATE),
  'reports.final.due': report(FINAL_ZH, FINAL_EN, DUE),
  'reports.final.onTime': report(FINAL_ZH, FINAL_EN, IN_TIME),
  'reports.final.late': report(FINAL_ZH, FINAL_EN, TOO_LATE),
  'reports.law.first.due': report(LAW_FIRST_ZH, LAW_FIRST_EN, DUE),
  'reports.law.first.met': report(LAW_FIRST_ZH, LAW_FIRST_EN, IN_TIME),
  'reports.law.first.late': report(LAW_FIRST_ZH, LAW_FIRST_EN, TOO_LATE),
  'reports.law.followUp.due': report(LAW_NEXT_ZH, LAW_NEXT_EN, DUE),
  'reports.law.followUp.met': report(LAW_NEXT_ZH, LAW_NEXT_EN, IN_TIME),
  'reports.law.followUp.late': report(LAW_NEXT_ZH, LAW_NEXT_EN, TOO_LATE),
  'reports.law.changes.due': report(LAW_CHANGES_ZH, LAW_CHANGES_EN, DUE),
  'reports.law.changes.met': report(LAW_CHANGES_ZH, LAW_CHANGES_EN, IN_TIME),
  'reports.law.changes.late': report(LAW_CHANGES_ZH, LAW_CHANGES_EN, TOO_LATE),
  'alerts.raised': localized(
    '本期事件发出的告警，不论何时发出',
    'Alerts raised in the incidents of the period, whenever they were raised',
  ),
  'alerts.acknowledged': localized('其中有人确认的', 'Of these, those that somebody acknowledged'),
  'alerts.s60': localized('发出后60秒内确认的', 'Acknowledged within 60 seconds'),
  'alerts.s120': localized(
    '发出后120秒内确认的，含60秒内的',
    'Acknowledged within 120 seconds, including those within 60',
  ),
  'alerts.later': localized('120秒后才确认的', 'Acknowledged after more than 120 seconds'),
  'alerts.never': localized(
    '没有人确认的：仍在告警，或因已办完、不再需要而自行消除的',
    'Never acknowledged: still standing, or cleared because the matter was done or no longer needed',
  ),
  'alerts.standing': localized(
    '从发出到消除（未消除的到现在）超过24小时的',
    'Stale: stood for more than 24 hours from being raised to being cleared, or until now',
  ),
  'alerts.byKind': localized(
    '按告警种类分：超时、未记录、没人办、没有动静、接报没人处理',
    'Alerts by kind: late, not recorded, reminder, no action, report not taken up',
  ),
  'alerts.byPriority': localized(
    '按优先级分：1为生命安全，2为预案时限和没人处理的接报，3为未记录和催办',
    'By priority: 1 life safety, 2 a limit, 3 something not recorded',
  ),
  'alerts.medianAck': localized(
    '从发出到确认所用时间的中位数',
    'Median time from being raised to being acknowledged',
  ),
  'alerts.p90Ack': localized(
    '从发出到确认所用时间的90%分位',
    'P90 of the time from being raised to being acknowledged',
  ),
  'alerts.floods': localized(
    '告警密集的次数：10分钟内超过10条时开始，少于5条时结束',
    'Floods: one begins with more than 10 alerts in 10 minutes and ends with fewer than 5 in 10 minutes',
  ),
  'alerts.floodMs': localized('告警密集的总时长', 'Total duration of the floods'),
  'alerts.peak': localized('任意10分钟内最多的告警条数', 'Most alerts in any 10 minutes'),
  'alerts.perDay': localized(
    '平均每天的告警条数，按本期已开始的天数',
    'Average alerts per day, over the days of the period that have begun',
  ),
  'alerts.frequent': localized('告警最多的10个步骤', 'The ten steps with the most alerts'),
  'evidence.kept': localized(
    '本期事件登记的证据件数',
    'Items of evidence recorded for the incidents of the period',
  ),
  'evidence.mayGo': localized(
    '其中保存期已满、可以处理的',
    'Of these, those whose retention is over',
  ),
  'aftercare.opened': localized(
    '本期事件登记的善后事项，撤销的不计',
    'Aftercare entered for the incidents of the period; what was withdrawn is left out',
  ),
  'aftercare.done': localized(
    '其中已办结的，不论何时办结',
    'Of these, those done, whenever that was',
  ),
  'aftercare.open': localized('其中还没有办结的', 'Of these, those that nobody has finished'),
  'aftercare.overdue': localized(
    '其中没有办结、期限已过的：从期限的第二天起算，按本单位时区',
    "Of these, those not done whose due day has passed: from the day after it on, in the site's time zone",
  ),
  'aftercare.agreed': localized(
    '本期事件赔偿议定的金额（元）合计，撤销的不计',
    'Compensation agreed for the incidents of the period, in yuan; what was withdrawn is left out',
  ),
  'aftercare.paid': localized(
    '其中已付的金额（元）合计，不论何时付',
    'Of this, what was paid, in yuan, whenever that was',
  ),
  'reviews.done': localized(
    '本期事件中复盘过的事件，每起计一次；只作预案评估的不算',
    'Incidents of the period that were reviewed, each once; an evaluation of plans alone is no review',
  ),
  'reviews.passedOver': localized(
    '本期事件中响应级别须复盘、没有复盘就归档的',
    'Incidents of the period that were archived without the review that their level asks for',
  ),
  'evaluations.done': localized(
    '本期事件实际启动、已作评估的预案，每起事件每个预案计一次',
    'Plans that ran in the incidents of the period and were evaluated, each once an incident',
  ),
  'evaluations.late': localized(
    '其中结案30天后才评估的；期限是建议，法规没有写',
    'Of these, those evaluated more than 30 days after closing; the term is ours, the rule names none',
  ),
  'actions.carried': localized(
    '本期开始以前开出、到那时还没有复查合格也没有撤销的整改措施。整改不论来自真实事件还是演练都算，不随筛选变化',
    'Corrective actions opened before the period that were neither checked and closed nor withdrawn when it began. Those from drills count, too, and no filter concerns them',
  ),
  'actions.opened': localized('本期开出的整改措施', 'Corrective actions opened in the period'),
  'actions.reopened': localized(
    '已复查合格、本期再查不合格而重新打开的次数',
    'Times that a closed action was checked again in the period, failed, and is open again',
  ),
  'actions.closed': localized(
    '本期复查合格的次数：归入复查的那一天，不归入开出或完成的那一天',
    'Times that an action was checked and closed in the period: it belongs to the day of the check, not to that on which it was opened or done',
  ),
  'actions.late': localized(
    '其中完成的日子晚于期限的；期限按报完成时的算，日期按本单位时区',
    "Of these, those done after their due day, as that stood when they were reported as done; dates are in the site's time zone",
  ),
  'actions.withdrawn': localized(
    '本期撤销的整改措施',
    'Corrective actions withdrawn in the period',
  ),
  'actions.left': localized(
    '本期末（没有结束的到现在）还没有复查合格也没有撤销的：结转、开出、重新打开相加，减去合格和撤销的',
    'Neither closed nor withdrawn at the end of the period, or now while it runs: carried over, opened and reopened, less those closed and withdrawn',
  ),
  'actions.waiting': localized(
    '其中已报完成、等复查的',
    'Of these, those reported as done that wait for their check',
  ),
  'actions.overdue': localized(
    '其中还没有完成、期限已过的：从期限的第二天起算',
    'Of these, those not done whose due day has passed: from the day after it on',
  ),
  'warnings.entered': localized(
    '本期登记的预警。预警不是事件，也不分演练，不随筛选变化',
    'Warnings entered in the period. They are no incidents and of no drill, and no filter concerns them',
  ),
  'warnings.inForce': localized(
    '本期内生效过的预警，不论何时登记：到本期末（没有结束的到现在）已经开始，而且没有在本期开始以前解除或到期',
    'Warnings in force at some instant of the period, whenever they were entered: begun by its end, or by now while it runs, and neither lifted nor past when it began',
  ),
  'warnings.red': localized(
    '其中红色的，按本期末的颜色算',
    'Of these, red ones, by their colour at the end of the period',
  ),
  'warnings.orange': localized('其中橙色的', 'Of these, orange ones'),
  'warnings.yellow': localized('其中黄色的', 'Of these, yellow ones'),
  'warnings.blue': localized('其中蓝色的', 'Of these, blue ones'),
  'warnings.days': localized(
    '本期内至少有一条预警生效的天数，按本单位时区，几条同时生效的只算一天',
    "Days of the period on which at least one was in force, in the site's time zone; a day counts once",
  ),
  'warnings.told': localized(
    '本期内生效的预警中，到本期末至少通知过一人的',
    'Of those in force, those of which at least one person was told by the end of the period',
  ),
  'warnings.prealert': localized(
    '本期内生效的预警中，到本期末立为预警事件的',
    'Of those in force, those that became the pre-alert of an incident by the end of the period',
  ),
  'warnings.acted': localized(
    '本期内生效的预警中，通知过人或者立为预警事件的，每条计一次',
    'Of those in force, those of which somebody was told or that became a pre-alert, each once',
  ),
  ...readinessDefinitions,
  comparison: localized(
    '环比与上一期比，同比与去年同期比：差数，以及差数占基数的百分比。没有结束的月、季、年只与同样的天数比；记录开始以前的无可比数据。基数为0时不列百分比；基数不足10时先列差数',
    'Compared with the previous period (环比) and the same period last year (同比): the difference, and its percentage of the base. A month, quarter or year that still runs is compared with the same days only; before the record began there is no data. No percentage on a base of 0; on a base under ten the difference comes first',
  ),
}
