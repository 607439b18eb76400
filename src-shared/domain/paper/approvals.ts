/**
 * Puts whoever approves before what is approved: 恢复运行须经值班经理批准 and 经值班经理批准方可恢复运行 are
 * what 值班经理 does, not what was done before.
 */
import { isPostList, postKindOf, subjectOf } from './posts.ts'

const WHO = '([\\p{Script=Han}]{2,14}?)'
const APPROVES = '(批准|审批|核准|同意|许可|授权)'
const MUST = '(?:还?(?:应当?|须|需|必须|要))?'
const THEN = '(?:之?后|以后)?，?(?:方可|才可以?|才能|方能|可以?|再)?'

/** 未经…批准，不得 forbids, and is everybody's. */
const LEADING = new RegExp(
  `(?<=^|，)${MUST}经过?${WHO}${APPROVES}${THEN}(?!之?后|以后|方可|执行|实施|进行|办理)(?=[^，。；])`,
  'u',
)
const TRAILING = new RegExp(
  `(?<=^|，)([^，。；]{2,18}?)，?${MUST}(?<!未)(?:经过?|由)${WHO}${APPROVES}(?:(?:之?后)?(?:方可)?(?:执行|实施|进行|办理))?(?=[，。；]|$)`,
  'u',
)
const AFTER = new RegExp(
  `(?<=^|，)${WHO}${APPROVES}之?后，?(?:方可|才可以?|才能|方能)(?=[^，。；])`,
  'u',
)
/** What is no act by itself, but when the act comes: 检验合格后，经…批准. */
const CONDITION = /[时后前的]$/

const isOurs = (name: string, known: readonly string[]): boolean =>
  (known.includes(name) || isPostList(name)) && postKindOf(name) !== 'external'

/** The words of a sentence in plain signs; unchanged where nobody of the site approves. */
export function approverFirst(plain: string, known: readonly string[]): string {
  const leading = LEADING.exec(plain)
  if (leading && isOurs(leading[1] ?? '', known)) {
    const rest = plain.slice(leading.index + leading[0].length)
    const isOthers = subjectOf(rest, known).names.length > 0 // 经总指挥批准，保管员转移藏品
    return isOthers ? plain : plain.replace(leading[0], `${leading[1]}${leading[2]}`)
  }
  const trailing = TRAILING.exec(plain)
  const [whole = '', what = '', who = '', approves = ''] = trailing ?? []
  if (trailing && isOurs(who, known) && !CONDITION.test(what))
    return plain.replace(whole, `${who}${approves}${what}`)
  const after = AFTER.exec(plain)
  return after && isOurs(after[1] ?? '', known)
    ? plain.replace(after[0], `${after[1]}${after[2]}`)
    : plain
}
