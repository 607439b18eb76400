/**
 * What a condition of the paper becomes: questions with the step's `when`, a time that has passed,
 * the state of the incident, or only a word of when in the step's name.
 */
import { passedIn } from './durations.ts'
import { cutBetweenWords } from './shorts.ts'
import { signCount } from './signs.ts'

/**
 * `words`: what somebody has to find out; yes, or a number over `over`, opens the step. `elapsed`:
 * as plan files write durations; `missed`: what was to be done within that time was not.
 */
type ConditionTest =
  | { words: string; over: number | null; unit: string | null }
  | { elapsed: string; waits: boolean; missed: boolean }
  | { contained: true }

/** `any`: one of the tests is enough. `lead`: the words before the step's name. */
export type PaperCondition = { tests: readonly ConditionTest[]; any: boolean; lead: string }

const STARTERS =
  /^(?:(?:并|且|或者?|而)?(?:如果|如(?!何)|若|倘若|假如|一旦|当(?!事|日|天|值|班)|遇到|遇(?!难|险)|凡|对于?|在(?=.*(?:情况下|前提下)$)|经(?=.{1,14}(?:核实|确认|判断|研判))|待))+/
const ENDERS =
  /(?:的?情况下|的?前提下|的?时候|等情况时|等情况|等苗头|之一的?|(?<!小)时|的|后|者|：)$/
/** Every incident is found, reported and told once: that opens no branch. */
const RECEIVED =
  /^(?:[\p{Script=Han}]{0,12})?(接到|接报|收到|得知|听到|闻到|嗅到|看到|察觉|了解(?!.*(?:不|无))|到达|到场|到馆|(?<!达)到|赶到|通知|完成|启动|报警|确认起火)[\p{Script=Han}、“”0-9]{0,24}$/u
const ANY_INCIDENT =
  /^(?:[\p{Script=Han}、]{0,10})?(?:(?:发生|出现|发现|遇到?|面对)?[\p{Script=Han}、]{0,8}(?:突发事件|应急事件|紧急情况|突发情况|意外情况|异常情况?)|(?:发生|出现|发现|遇到?)(?:险情|事件|事故|情况|问题)|事件|事故)(?:发生)?$/u
/** 清场未完成的 is no news that came, and 停业后触发报警的 tells when it came. */
const NOT_SO = /未|没有?|无法|不能|夜间|停业|闭[馆店]|下班|节假日|休息日/
const OVER_NOW =
  /(扑灭|处理完毕|处置完毕|处理完|处置完|结束|控制|解除|平息|排除|恢复(?:正常)?(?:供电|供水|运行|营业)?|修复|处理|抢修|救出|完毕|水退)$/
const TIMES = /(前|期间|过程中|同时|后|期)$/
/** What is not to be done before something is tells no incident from others. */
const BEFORE = /(?:前|期间|过程中)$/
const ESTIMATED = /预计|预估|估计/

/** 任何员工发现…, 会务人员、服务员发现…: whoever it is, the question is what there is. */
const WHOEVER =
  /^(?:任何)?[\p{Script=Han}、]{0,16}(?:员工?|人|班|队|经理|主任|护士|中心|室)(?=发现)/u
/** What is being done when something is not to be done branches nothing: 疏散时不得使用电梯. */
const WHILE = /^(?:人员|现场)?(?:疏散|撤离|逃生|救援|救护|灭火|抢修|抢险|处置|搬运|警戒)时$/
/** How long it was so when somebody noticed is no time since the report. */
const WAS_SO = /^[^，]{0,10}发现/

/** Whether a condition only says that somebody found what the plan is for. */
export const isFinding = (condition: string): boolean =>
  WHOEVER.test(condition) && !/未|没有?|仍|无法|不能|超|满/.test(condition)

const trimmed = (words: string): string =>
  words
    .replace(WHOEVER, '')
    .replace(STARTERS, '')
    .replace(ENDERS, '')
    .replace(/[，、：]+$/, '')
    .replace(/^或者?/, '')

/** 损失数额超5000元: a number is asked for, and the step comes if it is more. */
function amountIn(part: string): ConditionTest | null {
  const match =
    /^(.{1,16}?)(?:超过|超(?!期|时|市|声)|大于|多于|高于)(?:了)?([0-9]{1,7})(万元|元|人|度|℃|厘米|毫米|米|公斤|千克|吨|平方米|平米|辆|户|%|例|名|起|小时|天)/.exec(
      part,
    )
  const unit = match?.[3]
  if (!match || unit === undefined || match[1] === undefined) return null
  if (/小时|天/.test(unit) && !ESTIMATED.test(match[1])) return null
  return { words: trimmed(match[1]), over: Number(match[2]), unit }
}

const VAGUE =
  /^属|(较|很|严重|重伤|轻|大面积|无法|不能|超|势|已|正在|初期|小的|扑灭|未|仍|夜间|蔓延|受伤|被困|无人|有人|人员|确认|威胁)/

/** Whether a condition only says that the incident of this plan happened. */
const isOfPlan = (words: string, plan: RegExp | null): boolean =>
  ANY_INCIDENT.test(words) ||
  (plan !== null && plan.test(words) && signCount(words) <= 16 && !TELLS_APART.test(words))

/** 积水深度达到15厘米的 tells one flood from another. */
const TELLS_APART = new RegExp(`${VAGUE.source}|[0-9]`)

type Read = { test: ConditionTest | null; lead: string }
const NOTHING: Read = { test: null, lead: '' }

/** One part of a condition between commas. `plan`: the kind of incident that its plan is for. */
function partRead(part: string, plan: RegExp | null): Read {
  const words = trimmed(part)
  const amount = amountIn(words) ?? amountIn(part)
  if (amount) return { test: amount, lead: words }
  const elapsed = WAS_SO.test(part) ? null : passedIn(part)
  if (elapsed !== null)
    return {
      test: {
        elapsed,
        waits: /仍|还|未|没|无法|不能/.test(part),
        missed: /(?:未|没)[^，]*内|内[^，]{0,4}(?:未|没)/.test(part),
      },
      lead: words,
    }
  const isAfter = /(后|之后|以后)$/.test(part)
  if (/(因|由于)/.test(words) && !STARTERS.test(part)) return NOTHING
  if (isAfter && OVER_NOW.test(words.replace(/(之|以)$/, '')))
    return { test: { contained: true }, lead: '' }
  if (isOfPlan(words, plan) && !BEFORE.test(part)) return NOTHING
  if (RECEIVED.test(words) && !NOT_SO.test(words)) return NOTHING
  if (TIMES.test(part) || WHILE.test(part) || /^(视|根据)|未经/.test(part))
    return { test: null, lead: part.replace(/^(?:在|待)/, '') }
  return { test: { words, over: null, unit: null }, lead: words }
}

/** 身体不适或者一小时内未到, 症状较重或人数超过5人: a time or a number is a condition of its own. */
function partsOfCondition(condition: string): readonly string[] {
  return condition.split('，').flatMap((part) => {
    const sides = part.split(/或者|(?<=的|时)或/)
    if (sides.length > 1 && sides.some((side) => passedIn(side) !== null))
      return sides
        .map((side, index) => (index === 0 ? side : `或${side}`))
        .filter((side) => side !== '')
    const [first = '', ...others] = part.split('或')
    return VAGUE.test(first) && others.some((side) => amountIn(side) !== null)
      ? [first, ...others.map((side) => `或${side}`)]
      : [part]
  })
}

/** Questions of one condition that all must hold are asked together, as the paper has them. */
function together(tests: readonly ConditionTest[]): readonly ConditionTest[] {
  const plain = tests.filter((test) => 'words' in test && test.over === null)
  if (plain.length < 2) return tests
  const words = plain.map((test) => ('words' in test ? test.words : '')).join('，')
  return [...tests.filter((test) => !plain.includes(test)), { words, over: null, unit: null }]
}

const LONGEST_LEAD = 16

/** The condition of a step; without tests it opens with its plan. */
export function readCondition(condition: string, plan: RegExp | null, title = ''): PaperCondition {
  const parts = condition === '' ? [] : partsOfCondition(condition)
  const read = parts.map((part) => (isTitle(trimmed(part), title) ? NOTHING : partRead(part, plan)))
  const tests = read.flatMap(({ test }) => test ?? [])
  const any = parts.slice(1).some((part) => /^或/.test(part)) && tests.length > 1

  const posed = tests.filter(
    (test) => !tests.some((other) => 'elapsed' in other) || !isWaiting(test),
  )
  const leads = read.map((part) => part.lead).filter((part) => part !== '')
  const first = leads[0] ?? ''
  const lead = any && leads.length > 1 ? leads.join('或') : first
  return {
    tests: any ? posed : together(posed),
    any,
    lead:
      signCount(lead) <= LONGEST_LEAD
        ? lead
        : cutBetweenWords(first, LONGEST_LEAD).replace(/“([^”]*)$/, '$1') +
          (lead === first ? '' : '等'),
  }
}

const NOTHING_MORE = /^(?:突发|应急)?(?:事件|事故|故障|情况|险情|灾害)?(?:发生)?$/

/** Whether a condition says no more than the name of its plan. */
const isTitle = (words: string, title: string): boolean =>
  title !== '' &&
  words !== '' &&
  ((words.startsWith(title) && NOTHING_MORE.test(words.slice(title.length))) ||
    title.startsWith(words))

/** 仍未恢复供电 says again what a time that has passed says. */
const isWaiting = (test: ConditionTest): boolean =>
  'words' in test && test.over === null && /^(仍|还|未|尚)/.test(test.words)
