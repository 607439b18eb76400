/**
 * What a condition of the paper becomes: a question with the step's `when`, a time that has passed,
 * the state of the incident, or only a word of when in the step's name.
 */
import { passedIn } from './durations.ts'
import { cutTo, signCount } from './signs.ts'

/**
 * `question`: what somebody has to find out; its answer yes, or a number over `over`, opens the
 * step. `elapsed`: as plan files write durations. `lead`: the words before the step's name.
 */
export type PaperCondition = {
  question: { words: string; over: number | null; unit: string | null } | null
  elapsed: string | null
  contained: boolean
  lead: string
}

const NONE: PaperCondition = { question: null, elapsed: null, contained: false, lead: '' }

const STARTERS =
  /^(?:(?:并|且|或|而)?(?:如果|如(?!何)|若|倘若|假如|一旦|当(?!事|日|天|值|班)|遇到|遇(?!难|险)|凡|对于?|在(?=.*(?:情况下|前提下)$)|经(?=.{1,14}(?:核实|确认|判断|研判))|待))+/
const ENDERS = /(?:的?情况下|的?前提下|的?时候|等情况时|等情况|之一的?|时|的|后|者)$/
/** Every incident is found, reported and told once: that opens no branch. */
const RECEIVED =
  /^(?:[\p{Script=Han}]{0,12})?(接到|接报|收到|得知|了解(?!.*(?:不|无))|到达|到场|赶到|通知|完成|启动)[\p{Script=Han}、“”0-9]{0,24}$/u
const ANY_INCIDENT =
  /^(?:[\p{Script=Han}、]{0,10})?(?:(?:发生|出现|发现|遇到?|面对)?[\p{Script=Han}、]{0,8}(?:突发事件|应急事件|紧急情况|突发情况|意外情况|异常情况?)|(?:发生|出现|发现|遇到?)(?:险情|事件|事故|情况|问题)|事件|事故)(?:发生)?$/u
const OVER_NOW =
  /(扑灭|处理完毕|处置完毕|处理完|处置完|结束|控制|解除|平息|排除|恢复(?:正常)?(?:供电|供水|运行|营业)?|修复|处理|抢修|救出|完毕)$/
const TIMES = /(前|期间|过程中|同时|后|期)$/

const trimmed = (words: string): string =>
  words
    .replace(STARTERS, '')
    .replace(ENDERS, '')
    .replace(/[，、]+$/, '')

/** 损失数额超5000元: a number is questions for, and the step comes if it is more. */
function amountIn(part: string): PaperCondition['question'] {
  const match =
    /^(.{1,16}?)(?:超过|超(?!期|时|市|声)|大于|多于|高于)(?:了)?([0-9]{1,7})(万元|元|人|度|℃|厘米|毫米|米|公斤|千克|吨|平方米|平米|辆|户|%|例|名|起)/.exec(
      part,
    )
  const unit = match?.[3]
  if (!match || unit === undefined || match[1] === undefined) return null
  return { words: trimmed(match[1]), over: Number(match[2]), unit }
}

/** Whether a condition only says that the incident of this plan happened. */
const isOfPlan = (words: string, plan: RegExp | null): boolean =>
  ANY_INCIDENT.test(words) ||
  (plan !== null &&
    plan.test(words) &&
    signCount(words) <= 16 &&
    !/(较|很|严重|重伤|轻|大面积|无法|不能|超|势|已|正在|初期|小的|扑灭|未|仍|夜间|蔓延|受伤|被困)/.test(
      words,
    ))

/** One part of a condition between commas. `plan`: the kind of incident that its plan is for. */
function conditionOf(part: string, plan: RegExp | null): PaperCondition {
  const passed = passedIn(part)
  if (passed !== null) return { ...NONE, elapsed: passed, lead: trimmed(part) }
  const words = trimmed(part)
  const amount = amountIn(words) ?? amountIn(part)
  if (amount) return { ...NONE, question: amount, lead: words }
  if (/(因|由于)/.test(words) && !STARTERS.test(part)) return NONE
  const isAfter = /(后|之后|以后)$/.test(part)
  if (isAfter && OVER_NOW.test(words.replace(/(之|以)$/, '')))
    return { ...NONE, contained: true, lead: '' }
  if (isOfPlan(words, plan) || RECEIVED.test(words)) return { ...NONE, lead: '' }
  if (TIMES.test(part) || /^(视|根据)/.test(part))
    return { ...NONE, lead: part.replace(/^(?:在|待)/, '') }
  return { ...NONE, question: { words, over: null, unit: null }, lead: words }
}

const LONGEST_LEAD = 16

/** The condition of a step. Parts that ask are one question together, as the paper has them. */
export function readCondition(condition: string, plan: RegExp | null): PaperCondition {
  if (condition === '') return NONE
  const parts = condition.split('，').map((part) => conditionOf(part, plan))
  const questions = parts.filter(({ question }) => question !== null)
  const amount = questions.find(({ question }) => question?.over !== null)?.question
  const words = condition
    .split('，')
    .filter((_, index) => parts[index]?.question !== null)
    .map(trimmed)
    .filter((part) => part !== '')
    .join('，')
  const lead = parts.map((part) => part.lead).find((part) => part !== '') ?? ''
  return {
    question:
      amount ?? (questions.length > 0 && words !== '' ? { words, over: null, unit: null } : null),
    elapsed: parts.find(({ elapsed }) => elapsed !== null)?.elapsed ?? null,
    contained: parts.some(({ contained }) => contained),
    lead: signCount(lead) <= LONGEST_LEAD ? lead : cutTo(lead, LONGEST_LEAD),
  }
}
