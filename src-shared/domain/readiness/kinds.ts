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

/** `name`: what it concerns, as shown; '' where the kind says all. */
type Line = (about: { name: string; count: number }) => LocalizedText
type KindOfObligation = { part: ReadinessPart; line: Line; proof: LocalizedText }

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

export const OBLIGATIONS = {
  shift: {
    part: 'people',
    line: ({ name, count }) => localized(`${name}缺${count}人`, `${name}: ${people(count)} short`),
    proof: localized('排班表排满', 'the duty roster is filled'),
  },
  post: {
    part: 'people',
    line: ({ name }) => localized(`${name}无人在岗`, `Nobody holds ${name}`),
    proof: localized('排班表上有人', 'somebody is entered in the duty roster'),
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
    line: ({ name, count }) => localized(`${name}缺${count}`, `${name}: ${count} under minimum`),
    proof: localized('入库到下限以上', 'received up to the minimum'),
  },
  'supply-unfit': {
    part: 'supplies',
    line: ({ name }) => localized(`${name}检查不合格`, `${name}: check failed`),
    proof: localized('修好或换新，再检查合格', 'mended or replaced, and a check passed'),
  },
  'supply-expiry': {
    part: 'supplies',
    line: ({ name, count }) =>
      localized(`${name}到有效期（${count}）`, `${name} expires (${count})`),
    proof: localized('换新入库，过期的报废', 'replaced, and what expired is disposed of'),
  },
  'supply-check': {
    part: 'supplies',
    line: ({ name }) => localized(`检查${name}`, `Check ${name}`),
    proof: localized('记下检查结果', 'the result of the check is recorded'),
  },
  'supply-out': {
    part: 'supplies',
    line: ({ name, count }) =>
      localized(`${name}领用未归还（${count}）`, `${name}: ${count} not returned`),
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
    proof: localized('报完成并经他人复查', 'done and checked by another person'),
  },
  'action-check': {
    part: 'aftermath',
    line: ({ name }) => localized(`复查整改：${name}`, `Check of an action: ${name}`),
    proof: localized('完成人以外的人复查', 'checked by another person than who did it'),
  },
  training: {
    part: 'training',
    line: ({ name, count }) =>
      localized(`培训《${name}》：${count}人`, `Training "${name}": ${people(count)}`),
    proof: localized('考核合格或培训签到', 'a passed exam or attendance'),
  },
  'sign-off': {
    part: 'training',
    line: ({ name, count }) =>
      localized(`《${name}》待签收：${count}人`, `Sign-off of "${name}": ${people(count)}`),
    proof: localized('本人读过并签收', 'read and signed by each'),
  },
  numbers: {
    part: 'people',
    line: ({ count }) =>
      localized(`${count}个对外号码待核实`, `${count} outside numbers to be verified`),
    proof: localized('逐个打通并记下核实', 'each is called and marked as verified'),
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
