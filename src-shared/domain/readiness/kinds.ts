/**
 * Every kind of obligation, in the order in which they matter on one day: to which part of the page
 * it belongs, what a line says, and what proves that it was done. A feature adds its rows.
 */
import { localized, type LocalizedText } from '../text.ts'

/** The parts by which the list is filtered. */
export const READINESS_PARTS = [
  'people',
  'supplies',
  'drills',
  'training',
  'checks',
  'upkeep',
  'aftermath',
] as const
export type ReadinessPart = (typeof READINESS_PARTS)[number]

/**
 * `name`: what it concerns, as shown; '' where the kind says all. `unit`: what is counted, of what
 * is no person or thing by itself; else ''.
 */
type Line = (about: { name: string; count: number; unit: string }) => LocalizedText
/**
 * `brief`: how several are said at once where a line would name people or quote them (a wall); left
 * out where it does not.
 */
type KindOfObligation = {
  part: ReadinessPart
  line: Line
  brief?: (count: number) => LocalizedText
  proof: LocalizedText
}

/** An amount as English says it: 4 bottles, 4 具. */
const amount = (count: number, unit: string): string => `${count} ${unit}`.trim()

/** A count with its noun in English. */
const many = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`

export const OBLIGATIONS = {
  shift: {
    part: 'people',
    line: ({ name, count }) =>
      localized(`${name}缺${count}人`, `${name}: ${many(count, 'person', 'people')} short`),
    proof: localized('排班表排满', 'the duty roster is filled'),
  },
  post: {
    part: 'people',
    line: ({ name }) => localized(`${name}无人在岗`, `Nobody holds ${name}`),
    proof: localized('排班表上有人', 'somebody is entered in the duty roster'),
  },
  'hall-contact': {
    part: 'people',
    line: ({ name, count }) =>
      count === 1
        ? localized(`${name}没有联络人`, `${name} has no contact person`)
        : localized(`${count}个营业厅没有联络人`, `${count} halls have no contact person`),
    proof: localized(
      '在“设置”→“地点”选好联络人的岗位，岗位上有人',
      'its post is named under Places, and somebody holds it',
    ),
  },
  drill: {
    part: 'drills',
    line: ({ name }) => localized(`演练：${name}`, `Drill: ${name}`),
    proof: localized('演练做完并结束', 'the drill was held and ended'),
  },
  'drill-report-out': {
    part: 'drills',
    line: ({ name }) => localized(`报送演练情况：${name}`, `Report the drill: ${name}`),
    proof: localized('记下报送给谁、哪天', 'recorded when and to whom it was reported'),
  },
  'drill-evaluation': {
    part: 'drills',
    line: ({ name }) => localized(`演练评估报告：${name}`, `Evaluation of the drill: ${name}`),
    proof: localized('评估打分并写完六项内容', 'scored, and the six contents written'),
  },
  'supply-short': {
    part: 'supplies',
    line: ({ name, count, unit }) =>
      localized(`${name}缺${count}${unit}`, `${name}: ${amount(count, unit)} under minimum`),
    proof: localized('入库到下限以上', 'received up to the minimum'),
  },
  'supply-unfit': {
    part: 'supplies',
    line: ({ name }) => localized(`${name}检查不合格`, `${name}: check failed`),
    proof: localized('修好或换新，再检查合格', 'mended or replaced, and a check passed'),
  },
  'supply-expiry': {
    part: 'supplies',
    line: ({ name, count, unit }) =>
      localized(`${name}到期（${count}${unit}）`, `${name} expires (${amount(count, unit)})`),
    proof: localized('换新入库，过期的报废', 'replaced, and what expired is disposed of'),
  },
  'supply-check': {
    part: 'supplies',
    line: ({ name }) => localized(`检查${name}`, `Check ${name}`),
    proof: localized('记下检查结果', 'the result of the check is recorded'),
  },
  'supply-out': {
    part: 'supplies',
    line: ({ name, count, unit }) =>
      localized(
        `${name}领用未归还（${count}${unit}）`,
        `${name}: ${amount(count, unit)} not returned`,
      ),
    proof: localized('登记归还或消耗', 'recorded as returned or consumed'),
  },
  'stock-taking': {
    part: 'supplies',
    line: () => localized('盘点应急物资', 'Take stock of the supplies'),
    proof: localized('盘点经他人复核并记账', 'a stock-taking is reviewed and booked'),
  },
  action: {
    part: 'aftermath',
    line: ({ name }) => localized(`整改：${name}`, `Action: ${name}`),
    brief: (count) => localized(`整改${count}项`, many(count, 'action')),
    proof: localized('报完成并经他人复查', 'done and checked by another person'),
  },
  aftercare: {
    part: 'aftermath',
    line: ({ name }) => localized(`善后：${name}`, `Aftercare: ${name}`),
    brief: (count) =>
      localized(`善后${count}项`, many(count, 'entry of aftercare', 'entries of aftercare')),
    proof: localized('记下办结和结果', 'recorded as done, with what came of it'),
  },
  review: {
    part: 'aftermath',
    line: ({ name }) => localized(`复盘：事件${name}`, `Review: incident ${name}`),
    proof: localized('写入复盘，归档前', 'a review is recorded, before the archive'),
  },
  'use-evaluation': {
    part: 'aftermath',
    line: ({ name }) => localized(`评估启动过的预案：${name}`, `Evaluate the plan used: ${name}`),
    proof: localized('复盘里评估这个预案', 'a review evaluates this plan'),
  },
  evidence: {
    part: 'aftermath',
    line: ({ name }) => localized(`证据保存期将满：${name}`, `Keeping of evidence ends: ${name}`),
    brief: (count) =>
      localized(`${count}件证据保存期将满`, `Keeping ends: ${many(count, 'piece')} of evidence`),
    proof: localized('登记去向', 'where it went is recorded'),
  },
  'action-check': {
    part: 'aftermath',
    line: ({ name }) => localized(`复查整改：${name}`, `Check of an action: ${name}`),
    brief: (count) => localized(`待复查的整改${count}项`, `${many(count, 'action')} to be checked`),
    proof: localized('完成人以外的人复查', 'checked by another person than who did it'),
  },
  training: {
    part: 'training',
    line: ({ name, count }) =>
      localized(
        `培训《${name}》：${count}人`,
        `Training "${name}": ${many(count, 'person', 'people')}`,
      ),
    proof: localized('考核合格或培训签到', 'a passed exam or attendance'),
  },
  'sign-off': {
    part: 'training',
    line: ({ name, count }) =>
      localized(`${name}待签收预案${count}份`, `${name}: ${many(count, 'sign-off')} of plans`),
    proof: localized('本人读过并签收', 'read and signed by each'),
  },
  'round-missed': {
    part: 'checks',
    line: ({ name, count }) =>
      localized(
        `${name}漏巡${count}次`,
        `${name}: ${count} ${count === 1 ? 'round' : 'rounds'} missed`,
      ),
    proof: localized(
      '漏了的不能补，把下一次巡完',
      'what is missed stays missed: make the next round',
    ),
  },
  round: {
    part: 'checks',
    line: ({ name }) => localized(`${name}该巡了`, `${name}: a round is due`),
    proof: localized('各点到齐并签字', 'every point reached, and signed'),
  },
  hazard: {
    part: 'checks',
    line: ({ name }) => localized(`隐患：${name}`, `Hazard: ${name}`),
    brief: (count) => localized(`隐患${count}项`, many(count, 'hazard')),
    proof: localized('整改并经他人复查', 'put right and checked by another person'),
  },
  'hazard-check': {
    part: 'checks',
    line: ({ name }) => localized(`复查隐患：${name}`, `Check of a hazard: ${name}`),
    brief: (count) => localized(`待复查的隐患${count}项`, `${many(count, 'hazard')} to be checked`),
    proof: localized('完成人以外的人复查', 'checked by another person than who did it'),
  },
  occasion: {
    part: 'checks',
    line: ({ name, count }) =>
      localized(`${name}还没准备好，缺${count}项`, `${name} is not ready, missing: ${count}`),
    brief: (count) => localized(`${count}项活动还没准备好`, `${many(count, 'event')} not ready`),
    proof: localized(
      '预案、指挥、人员、会场检查都齐',
      'plan, commander, people and venue check are there',
    ),
  },
  check: {
    part: 'checks',
    line: ({ name }) => localized(`${name}该做了`, `${name} is due`),
    proof: localized('逐项查完并签字', 'every item checked, and signed'),
  },
  risk: {
    part: 'checks',
    line: ({ name }) => localized(`复评风险：${name}`, `Assess again: ${name}`),
    brief: (count) => localized(`待复评的风险${count}项`, `${many(count, 'risk')} to assess again`),
    proof: localized('登记新的评估日期和等级', 'assessed again, with day and grade'),
  },
  numbers: {
    part: 'people',
    line: ({ count }) =>
      localized(`${count}个外部号码待核对`, `${many(count, 'outside number')} to verify`),
    proof: localized('逐个打通并记下已核对', 'each is called and marked as verified'),
  },
  'plan-filing': {
    part: 'upkeep',
    line: ({ name }) => localized(`《${name}》备案`, `File "${name}"`),
    proof: localized('登记报送日期和备案机关', 'the filing is recorded with day and authority'),
  },
  'plan-refiling': {
    part: 'upkeep',
    line: ({ name }) => localized(`《${name}》修订后重新备案`, `File "${name}" again`),
    proof: localized(
      '重新备案，或有人判断不必并说明理由',
      'it is filed again, or somebody says with a reason that it need not be',
    ),
  },
  'plan-known': {
    part: 'upkeep',
    line: ({ name }) => localized(`《${name}》告知`, `Make "${name}" known`),
    proof: localized('登记告知了谁、怎样告知', 'who was told, and how, is recorded'),
  },
  'plan-evaluation': {
    part: 'upkeep',
    line: ({ name }) => localized(`《${name}》三年评估`, `Evaluate "${name}"`),
    proof: localized('登记评估日期、评估人和结论', 'day, person and result are recorded'),
  },
  'plan-revision': {
    part: 'upkeep',
    line: ({ name }) => localized(`《${name}》要修订`, `Revise "${name}"`),
    proof: localized(
      '写明由哪次修订了结，或为什么不修订',
      'the revision that settles it is named, or why there is none',
    ),
  },
  'plan-issue': {
    part: 'upkeep',
    line: ({ name, count }) =>
      count === 1
        ? localized(`《${name}》没有登记印发`, `The issue of "${name}" is not recorded`)
        : localized(
            `${count}份预案没有登记印发`,
            `The issue of ${count} plan documents is not recorded`,
          ),
    proof: localized('登记印发日期和签发人', 'day of issue and signatory are recorded'),
  },
  calendar: {
    part: 'upkeep',
    line: ({ name }) => localized(`${name}年放假安排未录入`, `Days off of ${name} not entered`),
    proof: localized('设置里录入放假通知', 'the notice is entered in the settings'),
  },
} as const satisfies Record<string, KindOfObligation>

export type ObligationKind = keyof typeof OBLIGATIONS
export const OBLIGATION_KINDS = Object.keys(OBLIGATIONS) as readonly ObligationKind[]

/** What a kind says; the rows above are `const` only so that their keys are known. */
export const obligationKind = (kind: ObligationKind): KindOfObligation => OBLIGATIONS[kind]
