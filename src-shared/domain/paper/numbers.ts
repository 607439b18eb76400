/**
 * Telephone numbers of a paper, and whose the short ones are. Nothing is put in that is not there.
 */
import type { ContactKind } from '../plan/document.ts'
import { isMobile } from '../person-numbers.ts'
import { localizedOnly, type WrittenText } from './written.ts'

type NumberToCall = { number: string; who: WrittenText; kind: ContactKind }

/** The short numbers of the country, by the services that answer them. */
const KNOWN: Readonly<Record<string, readonly [string, ContactKind]>> = {
  '110': ['公安', 'police'],
  '119': ['消防救援', 'fire'],
  '120': ['医疗急救', 'medical'],
  '122': ['交警', 'police'],
  '999': ['急救', 'medical'],
  '12345': ['政务服务热线', 'authority'],
  '12350': ['安全生产举报投诉', 'authority'],
  '12315': ['消费者投诉举报', 'authority'],
  '12320': ['卫生热线', 'authority'],
  '12369': ['环保举报', 'authority'],
  '12377': ['网络不良信息举报', 'authority'],
  '95598': ['供电服务', 'power'],
  '96333': ['电梯应急处置平台', 'other'],
}

const SHORT = '110|119|120|122|999|12345|12350|12315|12320|12369|12377|95598|96333'
const LONG =
  '400-?[0-9]{3}-?[0-9]{4}|1[3-9][0-9]-?[0-9]{4}-?[0-9]{4}|0[0-9]{2,3}[- ]?(?:[0-9]{7,8}|[0-9]{3,4}[ -][0-9]{4})'
const NUMBER = new RegExp(
  `(?<![0-9.-])(${LONG}|${SHORT}|[2-8][0-9]{6,7})(?![0-9]|[.-][0-9]|[元人米%分小天名厘毫公平度吨千个台只次秒万级])`,
  'g',
)
const HOUSE =
  /(?:内线|分机|短号|座机|电话(?:号码)?|号码|热线|总机|前台|值班室|消控室|监控室|中控室|办公室)(?:：|为|是)?[“"]?([0-9]{3,8})(?![0-9]|[- ][0-9])/g

/** Words before a number that name whose it is: 综合科电话：62010000. */
const HOLDER =
  /([\p{Script=Han}]{2,12}?)[（]?(?:值班|联系|应急|办公|服务|报警|急救|救援|抢修)?[，（]?(?:24小时|全天候?)?(?:电话|热线|座机|号码|内线|短号)?(?:号码)?[：为是]?[“"（]?$/u

function whoOf(number: string, before: string): readonly [string, ContactKind] {
  const known = KNOWN[number]
  if (known) return known
  const name = HOLDER.exec(before)?.[1]?.replace(
    /^(?:.*(?:拨打|致电|联系|请拨|报告|通知|向|及(?!时))|的|小时)/,
    '',
  )
  return [name && name.length > 1 ? name : '电话', kindOfHolder(name ?? '')]
}

/** By what a holder is called. */
export function kindOfHolder(name: string): ContactKind {
  const kinds: readonly (readonly [ContactKind, RegExp])[] = [
    ['internal', /消防控制|消控|监控/],
    ['fire', /消防/],
    ['police', /公安|派出所|警/],
    ['medical', /医院|急救|卫生院|120/],
    ['power', /供电|电力/],
    ['gas', /燃气|煤气|天然气/],
    ['property', /物业/],
    ['media', /媒体|新闻/],
    ['authority', /局$|政府|街道|监管|主管部门|应急管理|市场监督|疾控/],
    ['internal', /室$|科$|部$|处$|办公室|中心|前台|总机|岗|组$|队$/],
  ]
  return kinds.find(([, form]) => form.test(name))?.[0] ?? 'other'
}

/**
 * The numbers of a text with plain signs, in its order, each once. Mobiles are nobody's to print.
 */
export function numbersIn(plain: string): readonly NumberToCall[] {
  const spots = [
    ...[...plain.matchAll(NUMBER)].map((match) => ({ number: match[1] ?? '', at: match.index })),
    ...[...plain.matchAll(HOUSE)].map((match) => ({
      number: match[1] ?? '',
      at: match.index + match[0].length - (match[1] ?? '').length,
    })),
  ].sort((left, right) => left.at - right.at)
  const seen = new Set<string>()
  return spots.flatMap(({ number, at }) => {
    if (seen.has(number) || isMobile(number)) return []
    seen.add(number)
    const [who, kind] = whoOf(number, plain.slice(Math.max(0, at - 24), at))
    return [{ number, who: localizedOnly(who), kind }]
  })
}
