/**
 * Says by which rules a report is drawn, and what each set of them changed. An issue keeps the
 * number of its rules: drawn again by later ones it may say something else, and says why.
 */
import { localized, type LocalizedText } from '../text.ts'

/** What changed with each set of rules, in words; the first has nothing before it. */
const CHANGES: readonly { rules: number; what: LocalizedText }[] = [
  {
    rules: 2,
    what: localized(
      '标“建议”的步骤自带的时限不再计入时限、条款、报送和超时明细，另列',
      'Limits of steps that are marked as proposed are no longer in limits, clauses, reports and late ones, and have figures of their own',
    ),
  },
  {
    rules: 3,
    what: localized(
      '两种语言的文字和表中名称改得更通顺（“到限”改称“到期”等），算法没有变',
      'Words and column names in both languages read better; nothing is counted differently',
    ),
  },
  {
    rules: 4,
    what: localized(
      '记录开始以前的月份写“无可比数据”，不再当作0；主要特点只写突出的；只有起始级别的事件不算典型；条款写原文条号；待人填写的提示不再印在月报里；负号统一',
      'Months before the record began have no data instead of nought; main features are only what stands out; an incident with the level that its plan begins with is not typical for that alone; clauses bear the number of the paper; prompts for people are no longer printed; one minus sign',
    ),
  },
  {
    rules: 5,
    what: localized(
      '同一地点的不同写法、别名按地点登记算一处，以登记的名称列出',
      'Spellings and aliases of a place count as the one place of the register, under its name',
    ),
  },
  {
    rules: 6,
    what: localized(
      '信息报送加了法定首报、续报和伤亡变化补报（有到期的才列），从单位负责人得知起计时',
      'Reports to superiors have those that the law wants, too (where any came due): first, follow-up, changed casualties, from when the head of the unit came to know',
    ),
  },
  {
    rules: 7,
    what: localized(
      '“问题与整改”列出整改措施：结转、开出、复查合格、逾期的项数，每项的问题、措施、责任人、期限和状态，不再待填',
      'Problems and corrective action lists the actions of the record with their figures, owner, due day and state; nobody has to write them any more',
    ),
  },
  {
    rules: 8,
    what: localized(
      '典型事件写上编号和复盘教训的条数；总体情况列出本月生效的预警和它们的数字，本月事件有善后、复盘的加一节“善后与复盘”（有的才列）；指标说明加上这几项',
      'Typical incidents bear their number and how many lessons were learned; the overview lists the warnings in force in the month with their figures, and a section of its own the aftermath and reviews of its incidents, where there were any; their figures are defined',
    ),
  },
  {
    rules: 9,
    what: localized(
      '演练安排、培训、应急物资有电子记录的，写出本月的数字，不再待填',
      'Drills as arranged, training and supplies are written from the record where the site keeps one; nobody has to write them any more',
    ),
  },
  {
    rules: 10,
    what: localized(
      '检查、隐患和预案维护有电子记录的，写出本月的数字；指标说明写明演练数不含三分钟演练，算法没有变',
      'Checks, hazards and upkeep of plans are written from the record where the site keeps one; the definition of drills says that three-minute drills are left out, which is counted as before',
    ),
  },
  {
    rules: 11,
    what: localized(
      '备案、告知是否逾期，按当时有效的那次印发算；以后废止的预案，以前的逾期照样计入',
      'Whether a filing or a making-known was late goes by the issue in force then: what was late of a plan that is abolished later counts all the same',
    ),
  },
  {
    rules: 12,
    what: localized(
      '采用检查表以前按月做的检查计入“另做”；没有启动预案的演练不算哪一份预案的演练，不再计入（桌面演练记明在桌上过了预案的，照算）',
      'A check of months that was done before its list was taken into use counts as done besides; a drill in which no plan ran is a drill of none and is no longer counted, unless somebody recorded that the plan was gone through at the table',
    ),
  },
]

/** One more when the same figures would make another document. */
export const DOCUMENT_RULES = 12

export type RuleChange = (typeof CHANGES)[number]

/** What has changed since these rules, the oldest change first. */
export const ruleChangesSince = (rules: number): readonly RuleChange[] =>
  CHANGES.filter((change) => change.rules > rules)
