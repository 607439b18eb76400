/**
 * Hears in a caller's words who cannot help themselves: the elderly, children, the pregnant, the
 * sick, and who is led, carried or wheeled. Whoever comes to help must know of them first
 * (突发事件应对法 art. 11).
 */
import { NUMBER, numberOf } from './spoken-number.ts'

/** One line a kind, so that 一个孕妇两个孩子 are three. A place, a thing or a card is nobody. */
const KINDS: readonly string[] = [
  '(?<![养敬])老人(?![院机卡票证活])|老(?:大[爷妈娘伯]|太太?|奶奶|爷爷|头|伯|婆婆|两口|阿[姨婆公])|(?<!老)大[爷妈娘]|(?<!老)阿[婆公]|[七八九]十[来几多]*岁|[789]\\d岁',
  '小孩|(?<!小)孩子|小朋友|儿童(?![乐区医服用城房馆游])|婴儿(?![车房用])|宝宝|(?<![抓布洋娃])娃(?!娃机)|幼儿(?!园)',
  '孕妇|产妇|怀孕|大肚子|要生了',
  '(?:坐|推|摇)着?轮椅|轮椅[上里]|残疾人(?![卫厕车证])|盲人(?![道按])|聋哑|拄着?拐|瘫痪|卧床|行动不便|腿脚不',
  '(?:病人|患者|病号)(?!家)',
]

/**
 * Only where something threatens people are they told of: a grandfather who has lost his telephone
 * needs no help to get out.
 */
const THREATENED =
  /火|烟|烧|气味|漏气|煤气|燃气|毒|氨|炸|爆|困|[电扶客]梯|停电|没电|没有电|地震|塌|淹|积水|进水|漏水|暴雨|台风|疏散|[出下]不来|逃|刀|劫|打架|打人|挤|踩|[摔跌滑倒伤血晕昏喘疼痛吐]|发病|走[失丢]|不见了|失踪/u

/** 三个人里有老人 is not three. */
const BETWEEN = '[^,有和还里跟带人]{0,6}?'

/** 'some': there are, and nobody has told how many. */
function countOf(kind: string, clause: string): number | 'some' {
  if (new RegExp(`(?:没有?|无|不是)[^,]{0,3}(?:${kind})`, 'u').test(clause)) return 0
  if (!new RegExp(kind, 'u').test(clause)) return 0
  const before = new RegExp(
    `(?:([俩仨]|\\d{1,3})|(${NUMBER})多?(?:个|名|位|口)${BETWEEN})(?:${kind})`,
    'u',
  ).exec(clause)
  const after = new RegExp(`(?:${kind})[有共]?(${NUMBER})(?:个|名|位|口)`, 'u').exec(clause)
  const count = before?.[1] ?? before?.[2] ?? after?.[1]
  return count === undefined ? 'some' : numberOf(count)
}

/** `text`: of the whole report; `clauses`: those of it that say what is so. */
export function vulnerableIn(text: string, clauses: readonly string[]): number | 'some' {
  if (!THREATENED.test(text)) return 0
  const counts = KINDS.map((kind) => clauses.map((clause) => countOf(kind, clause)))
  const sum = counts
    .map((ofKind) => Math.max(0, ...ofKind.filter((count) => count !== 'some')))
    .reduce((all, most) => all + most, 0)
  if (sum > 0) return sum
  return counts.flat().includes('some') ? 'some' : 0
}
