/** Says in words what each figure of readiness is, as definitions.ts does for the others. */
import { localized, type LocalizedText } from '../text.ts'

export const readinessDefinitions = {
  'drills.due': localized(
    '本期应演练的预案：按规定的周期，到期日在本期的，加上本期开始时已逾期的。按本期开始时的情况算。演练安排不是事件，不随筛选变化',
    'Plans whose drill falls due in the period by the interval of the policy, or was overdue when it began, as things stood then. Drills as arranged are no incidents, and no filter concerns them',
  ),
  'drills.done': localized(
    '其中本期演练过的：演练里启动了这份预案，或者桌面演练记明在桌上过了这份预案；演练到底才算',
    'Of these, those drilled in the period: they ran in a drill, or were gone through at the table of a desk drill, as somebody recorded. Only a drill that was played to its end counts',
  ),
  'drills.held': localized(
    '本期开始、演练到底、启动过预案（或桌上过了预案）的演练，每次计一次；中止的、没有过预案的不计',
    'Drills of a plan begun in the period and played to their end, each once; neither those broken off nor those in which no plan ran or was gone through',
  ),
  'drills.brokenOff': localized(
    '本期开始、写明原因中止的演练',
    'Drills begun in the period and broken off with a reason',
  ),
  'drills.participants': localized(
    '本期演练到底的演练的参演人次，一人参加几次计几次',
    'Participants of the drills held in the period; somebody in two of them counts twice',
  ),
  'drills.evaluated': localized(
    '本期演练到底的演练中已评估的，不论何时评估',
    'Of the drills held, those that were evaluated, whenever that was',
  ),
  'drills.findings': localized(
    '本期演练到底的演练里记下的问题，撤回的不计',
    'Findings recorded in the drills held; what was withdrawn is left out',
  ),
  'training.sessions': localized(
    '日期在本期、已经办过的培训场次；作废的、还没到日子的不计',
    'Training sessions of the period that were held; neither those withdrawn nor those that lie ahead',
  ),
  'training.minutes': localized(
    '这些场次的时长之和，分钟；不乘人数',
    'How long these sessions lasted in all, in minutes, however many people were there',
  ),
  'training.attendances': localized(
    '这些场次的到场人次，一人到几场计几次',
    'Attendances at these sessions; somebody at two of them counts twice',
  ),
  'training.persons': localized(
    '本期到过场或考过的人，每人计一次',
    'People who were at a session or took an exam in the period, each once',
  ),
  'training.exams': localized(
    '本期的考试人次，考几次计几次',
    'Exams taken in the period, every try',
  ),
  'training.passed': localized('其中合格的', 'Of these, those passed'),
  'training.signedOff': localized(
    '本期签收预案的人次，按签收的那天',
    'Sign-offs of plans in the period, by the day of reading',
  ),
  'training.lacking': localized(
    '本期末（没有结束的到现在）应学而没有学过或已过期的课，一人一门计一项；按现在的名册',
    'Courses owed that nobody has done or that have expired at the end of the period, or now while it runs: one for each person and course, by the register as it is now',
  ),
  'supplies.supplies': localized(
    '本期末（没有结束的到现在）在册的物资种数，停用的不计',
    'Supplies in the register at the end of the period, or now while it runs; none taken out of it',
  ),
  'supplies.received': localized(
    '本期入库的次数，不是件数：各种物资单位不同，数量不相加。演练的不计',
    'How often something was received in the period: movements, not pieces, since units differ. Drills are left out',
  ),
  'supplies.issued': localized(
    '本期领用的次数，演练的不计',
    'How often something was issued in the period; not in drills',
  ),
  'supplies.returned': localized(
    '本期归还的次数，演练的不计',
    'How often something came back in the period; not in drills',
  ),
  'supplies.consumed': localized(
    '本期消耗的次数，演练的不计',
    'How often something was used up in the period; not in drills',
  ),
  'supplies.disposed': localized(
    '本期报废的次数',
    'How often something was thrown away in the period',
  ),
  'supplies.expired': localized(
    '有效期在本期内过完、过期时还有剩余的批号',
    'Batches whose last day of use lies in the period, passed, with something left of them',
  ),
  'supplies.checks': localized('本期对物资的检查次数', 'Checks of supplies in the period'),
  'supplies.failed': localized('其中不合格的', 'Of these, those not passed'),
  'supplies.short': localized(
    '本期末（没有结束的到现在）可用数低于储备下限的物资种数',
    'Supplies of which less is usable than their minimum, at the end of the period or now while it runs',
  ),
  'supplies.open': localized(
    '本期末（没有结束的到现在）领用了还没有归还、消耗完的笔数，演练的不计',
    'Issues neither returned nor used up in full at the end of the period, or now while it runs; not those of drills',
  ),
  'checks.due': localized(
    '本期应做的检查和巡查：时段已过的，加上提前做了的。检查不是事件，不随筛选变化，演练没有',
    'Checks and rounds due in the period: those whose time is over, and those done before it. They are no incidents, no filter concerns them, and drills have none',
  ),
  'checks.done': localized('其中做完签了字的', 'Of these, those done and signed'),
  'checks.late': localized(
    '做了的中，签字晚于到期的',
    'Of those done, those signed after they were due',
  ),
  'checks.missed': localized('应做而没有做的', 'Of those due, those that nobody did'),
  'checks.extra': localized(
    '本期签了字、不是到期该做的，如活动前的检查、采用检查表以前按月做的',
    'Signed in the period without being due, as before an event, or of months before the list was taken into use',
  ),
  'checks.failed': localized(
    '本期签了字的检查里不合格的项',
    'Items that failed in the checks signed in the period',
  ),
  'checks.critical': localized('其中要紧的项', 'Of these, critical ones'),
  'checks.pointsMissed': localized(
    '本期签了字的巡查里没有到的点',
    'Points left out in the rounds signed in the period',
  ),
  'checks.opened': localized('本期开出的隐患', 'Hazards opened in the period'),
  'checks.major': localized('其中重大的隐患', 'Of these, major ones'),
  'checks.closed': localized(
    '本期复查合格的隐患，按复查的那天',
    'Hazards checked and closed in the period, by the day of the check',
  ),
  'checks.left': localized(
    '本期末（没有结束的到现在）还没有消除的隐患',
    'Hazards not removed at the end of the period, or now while it runs',
  ),
  'checks.overdue': localized(
    '其中整改期限已过、还没有报完成的隐患',
    'Of these, those not done whose due day has passed',
  ),
  'upkeep.issued': localized(
    '公布日期在本期的预案印发次数，作废的登记不计',
    'Issues of plan documents whose day of publication lies in the period; entries struck out are left out',
  ),
  'upkeep.approvals': localized(
    '本期批准的预案修订，按批准的那天',
    'Revisions of plans approved in the period, by the day of approval',
  ),
  'upkeep.filed': localized('报送日期在本期的备案次数', 'Filings whose day lies in the period'),
  'upkeep.filedLate': localized(
    '其中晚于那次印发的备案期限的',
    'Of these, those after the day that their issue gave them',
  ),
  'upkeep.known': localized(
    '告知日期在本期的告知次数，两方面各计一次',
    'Times that a document was made known in the period; each of the two who must be told counts',
  ),
  'upkeep.knownLate': localized(
    '其中晚于那次印发的告知期限的',
    'Of these, those after the day that their issue gave them',
  ),
  'upkeep.evaluated': localized(
    '本期的预案评估次数，按评估的那天',
    'Evaluations of plan documents in the period, by their day',
  ),
  'upkeep.toRevise': localized(
    '其中结论是要修订的',
    'Of these, those that found that it has to be revised',
  ),
  'upkeep.triggers': localized(
    '本期登记的修订情形，按情形发生的那天',
    'Reasons to revise whose day lies in the period',
  ),
  'upkeep.settled': localized(
    '本期了结的修订情形和“要修订”的评估，按了结的那天',
    'Reasons to revise, and evaluations that wanted a revision, that were settled in the period, by the day on which that was recorded',
  ),
} satisfies Readonly<Record<string, LocalizedText>>
export type ReadinessFigure = keyof typeof readinessDefinitions
export const READINESS_FIGURES = Object.keys(readinessDefinitions) as readonly ReadinessFigure[]

/** The tables of papers and page, by what they are about. */
const KINDS: Readonly<Record<string, string>> = {
  'drill-figures': 'drills',
  'training-figures': 'training',
  'supply-figures': 'supplies',
  'check-figures': 'checks',
  'upkeep-figures': 'upkeep',
}

/** Which figure stands in a column of one of them: each has a definition, a spec holds that. */
export const figureOf = (tableId: string, columnId: string): ReadinessFigure =>
  `${KINDS[tableId]}.${columnId}` as ReadinessFigure
