/**
 * Cuts a sentence into what it says in turn: conditions, who acts, and acts. 如火势较大，值班员应拨打119
 * 并报告经理 is a condition, a post and two acts.
 */
import { actOf, beginsWithAct, type Act } from './acts.ts'
import { isPostList } from './posts.ts'

/**
 * A part of a sentence. `words`: what is to be done, `act` what that is. `condition`: what stands
 * before it and must hold, or when it is to be done. `isPurpose`: it only says what for.
 */
export type Part = { words: string; condition: string; act: Act | null; isPurpose: boolean }

const MODAL =
  '(?<![回反响适相对供])应(?!急|对|变|答|用)|须|需(?!求)|要(?!求|害|点|挟)|可(?!能|疑|靠|燃)|必须|必需|务必|则|立即|立刻|马上|及时|迅速|尽快|即(?!使|将|可)|不得|不要|严禁|禁止|切勿'
const STARTS_CONDITION =
  /^(如果|如(?!下|图|表|期|实|何)|若(?!干)|倘若|假如|一旦|当(?!即|天|日|班|场|地|前|事人|值)|遇到|遇(?!难|险)|凡|属于|属(?!地)|对于?.{2,24}的$|在.{2,24}(情况下|前提下)|经.{1,14}(核实|确认|判断|研判|批准|同意)|视|有(?:人|观众|宾客|游客|顾客|客户|乘客|学生|员工|老人|儿童|车辆)|出现(?!场))/
const ENDS_CONDITION =
  /(时|时候|后|之后|以后|之前|前(?!往)|期间|过程中|的|情况下|前提下|的同时|等情况|情况之一|情形之一|条件下|(?<=检[验测查修][^，。；]{0,4}|验收)合格|(?<=未经[^，。；]{0,12})(?:合格|批准|同意|许可|授权|确认)|(?<=[达超发伤毒亡级深力员风].{0,14})以[上下])$/
const HOLDS_ON =
  /^(仍|未|无法|不能|或|且|甚至|而|尚|继续|确认|没有|不(?!得|要|准|许)|也|又|已|导致|造成|引起|影响|有)/
const ORDER = new RegExp(
  `^(?:[^，。；]{0,16}?)(?:${MODAL}|请(?!求|勿打扰))|^由(?!于)(?![^，]*(?:原因|造成|引起))`,
)
/** A condition and an order in one part: 劝说无效的应立即撤离, 视情况上报, 待恢复后通知. */
const JOINED = [
  new RegExp(`^(.{2,40}?(?:时|后|的|情况下|前提下|期间|以上|者))(?=(?:${MODAL}|由(?!于)))`),
  new RegExp(
    `^((?:如果|如(?!下|图|表|期|实)|若(?!干)|一旦|遇)[^，]{1,24}?)(?<!急|必)(?=(?:应(?!急|对|变)|须|需(?!求)|要(?!求)|可(?!能|疑)|立即|马上|及时|由(?!于)))`,
  ),
  /^(视[^，]{1,14}?(?:情况|程度)|根据[^，]{2,20}?(?:情况|程度|需要)|在[^，]{2,24}?(?:情况下|前提下)|待[^，]{2,14}?后|[^，]{2,20}?过程中(?!遇|发|出))(?=[^，])/,
  /^((?:[^，。；]{0,10}?)(?:发现(?!人|第|者|的)|遇到|接到)[^，。；]{1,14}?)(?:并|，)?(?=立即|立刻|马上|及时|迅速|应|须)/,
]
const AFTER_AND =
  '立即及时马上尽快上报向通知拨打做作协助配合组织引导告说解记保启关切疏撤安抚对由将派维控检查确核采按要请与寻提征调封设劝呼发张收清恢总落打联跟慰指护救扑抢留填登咨'
const AND = new RegExp(
  `(?:并且|并同时|并(?!且|列|非|存|发|不|入)|同时(?=[^，]{2})|然后|随后)(?=[${AFTER_AND}])`,
  'g',
)
const PURPOSE =
  /^(以便|以免|以防|以(?:保全|保障|减少|降低|避免|备|利)|以确保|以保证|确保|保证|防止|避免|从而|进而|使(?!用)|减少|降低|尽最大|最大限度|便于|力争|将损失)/
const NO_COMMA = /[“《「（][^”》」）]*[，][^”》」）]*[”》」）]/g
/** 劝离行人、禁止烟火: what is forbidden is a part of its own, unless somebody is told of it. */
const FORBIDS =
  /(?<!(?:告知|告诉|提醒|提示|劝说|叮嘱)[^，。；]{0,20})、(?=禁止|严禁|不得|切勿|不要|不准)/g
const BRACKETS = /（([^（）]{6,60})）/

const withoutEnd = (plain: string): string =>
  plain.replace(/(?<![。；！？：])[。；！？：]+([”’」）]*)$/, '$1').replace(/^[，、：]+/, '')
const leading = (words: string): string =>
  words.replace(/^(并且|并(?!列|发)|同时|然后|随后|还(?=应|要|须|需)|另外|此外)/, '')

/** 除警察外，任何人不得进出: whoever is excepted belongs to what is forbidden to the others. */
const EXCEPT = /(?<=^|，)(除[^，。；]{1,20}(?:以|之)?外)，/g

/** The parts between commas; commas within quotation marks and brackets part nothing. */
function commaParts(plain: string): readonly string[] {
  const masked = plain
    .replace(FORBIDS, '，')
    .replace(EXCEPT, '$1\u0001')
    .replace(NO_COMMA, (quote) => quote.replaceAll('，', '\u0001'))
  return masked
    .split('，')
    .map((part) => leading(withoutEnd(part.replaceAll('\u0001', '，'))))
    .filter((part) => part !== '')
}

/** 报警并上报 is two. What is shorter than a verb stays with what follows (应并立即报告). */
function andParts(part: string): readonly string[] {
  const parts: string[] = []
  for (const words of part.replace(AND, '\u0002').split('\u0002')) {
    const last = parts.at(-1)
    if (last !== undefined && (last.length < 3 || isPostList(last)))
      parts[parts.length - 1] = last + words
    else parts.push(words)
  }
  return parts.map(leading).filter((words) => words !== '')
}

type Cut = { condition: string; words: string }

/** What stands in one part before the order in it. */
function joined(part: string): Cut {
  for (const form of JOINED) {
    const match = form.exec(part)
    const words = leading(part.slice(match?.[0].length ?? 0))
    if (match?.[1] !== undefined && actOf(words) !== null) return { condition: match[1], words }
  }
  return { condition: '', words: part }
}

/** 到医院治疗（交通事故拨打110）: what stands in brackets is a part of its own if it is an act. */
function withBrackets({ condition, words }: Cut): readonly Cut[] {
  const inner = BRACKETS.exec(words)
  const act =
    inner?.[1] === undefined ? null : /^(.{0,10}?)((?:拨打|报告|通知|上报|疏散).*)$/.exec(inner[1])
  if (!inner || !act) return [{ condition, words }]
  return [
    { condition, words: words.replace(inner[0], '') },
    { condition: act[1] ?? '', words: act[2] ?? '' },
  ]
}

const partOf = ({ condition, words }: Cut): Part => ({
  words,
  condition,
  act: actOf(words),
  isPurpose: PURPOSE.test(words),
})

const endsCondition = (part: string): boolean =>
  ENDS_CONDITION.test(part.replace(/（[^（）]*）$/, ''))
const saysCondition = (part: string): boolean =>
  endsCondition(part) &&
  !(/以[上下]$/.test(part) && beginsWithAct(part)) &&
  !ORDER.test(part) &&
  !/^(请|将|把|向|做好|按照?)/.test(part)

const OR = /^(?:或者?|或是)/

/**
 * How many parts from here on are one condition since the last of them begins with 或者 and ends
 * it: 未在30分钟内到达，或者乘客受伤的. 0: none.
 */
function lengthOfAlternatives(parts: readonly string[], from: number): number {
  if (ORDER.test(parts[from] ?? '')) return 0
  for (let end = from + 1; end < Math.min(parts.length - 1, from + 4); end += 1) {
    const part = parts[end] ?? ''
    if (ORDER.test(part)) return 0
    if (OR.test(part) && endsCondition(part)) return end - from + 1
  }
  return 0
}

/** How many parts from here on are one condition, which begins with 如 and the like. */
function lengthOfCondition(parts: readonly string[], from: number): number {
  for (let end = from; end < Math.min(parts.length, from + 4); end += 1) {
    const part = parts[end] ?? ''
    if (end > from && ORDER.test(part)) break
    if (endsCondition(part)) return end - from + 1
  }
  let length = 1
  while (HOLDS_ON.test(parts[from + length] ?? '') && !ORDER.test(parts[from + length] ?? ''))
    length += 1
  return length
}

/** 任何员工闻到燃气味或报警器鸣响: what somebody notices is no act, whatever verbs it has. */
const NOTICED = /^(?:任何)?[^，]{0,8}?(?:闻到|嗅到|听到|看到|察觉|发觉)/
/** 监控中心发现金库进水报警，1分钟内通知…: so is what is found, once a time follows. */
const FINDS = /^[^，]{0,10}?(?:发现(?!人|者)|接到|收到)/
const IN_TIME = /^[0-9]{1,3}(?:分钟|秒|小时)内/

/** Whether what has no verb of an act stands before an order, and so says when it is given. */
const leadsToOrder = (parts: readonly string[], index: number): boolean => {
  const part = parts[index] ?? ''
  if (/^(对|将|把|向|以|由(?!于)|结合|按照?)/.test(part) || ORDER.test(part)) return false
  if (PURPOSE.test(part)) return false
  const next = parts[index + 1] ?? ''
  if (NOTICED.test(part)) return ORDER.test(next)
  if (FINDS.test(part) && (ORDER.test(next) || IN_TIME.test(next))) return true
  if (actOf(part) !== null && !/^(无法|不能)/.test(part)) return false
  return parts.slice(index + 1).some((later) => ORDER.test(later))
}

/**
 * The parts of a sentence in plain signs. A condition that nothing follows is a part without words.
 */
export function partsOf(plain: string): readonly Part[] {
  const raw = commaParts(plain)
  const parts: Part[] = []
  let condition: string[] = []
  for (let at = 0; at < raw.length; at += 1) {
    const part = raw[at] ?? ''
    const cut = joined(part)
    if (cut.condition === '') {
      const length =
        lengthOfAlternatives(raw, at) ||
        (STARTS_CONDITION.test(part) && !beginsWithAct(part) ? lengthOfCondition(raw, at) : 0)
      if (length > 0 || (saysCondition(part) && raw.length > 1) || leadsToOrder(raw, at)) {
        condition.push(...raw.slice(at, at + Math.max(1, length)))
        at += Math.max(1, length) - 1
        continue
      }
    }
    const [first = '', ...others] = andParts(cut.words)
    const before = [...condition, cut.condition].filter((words) => words !== '').join('，')
    const cuts = [{ condition: before, words: first }, ...others.map(joined)]
    parts.push(...cuts.flatMap(withBrackets).map(partOf))
    condition = []
  }
  return condition.length > 0
    ? [...parts, partOf({ condition: condition.join('，'), words: '' })]
    : parts
}
