/**
 * Puts whoever approves before what is approved: 恢复运行须经值班经理批准 and 经值班经理批准方可恢复运行 are
 * what 值班经理 does, not what was done before.
 */
import { isPostList, postKindOf, subjectOf } from './posts.ts'

const WHO = '([\\p{Script=Han}、]{2,20}?)'
const HOW = '(?:书面|签字|口头|共同|一致)?'
const APPROVES = '(批准|审批|核准|同意|许可|授权)'
const MUST = '(?:还?(?:应当?|须|需|必须|要))?'
const ONLY_THEN = '(?:方可|才可以?|才能|方能)'
const BEGINS = '(?<=^|[，后时])'

/** 未经…批准，不得 forbids, and is everybody's. */
const LEADING = new RegExp(
  `${BEGINS}${MUST}(?:经过?|报(?:请|经)?)${WHO}${HOW}(?:${APPROVES}(?:之?后|以后)?，?(?:${ONLY_THEN}|可以?|再)?|(确认|签字|验收)(?:之?后)?，?${ONLY_THEN})(?!之?后|以后|方可|执行|实施|进行|办理)(?=[^，。；])`,
  'u',
)
const TRAILING = new RegExp(
  `(?<=^|，)([^，。；]{2,18}?)(，?)${MUST}(?<!未)(?:经过?|由|报)${WHO}${HOW}${APPROVES}(?:(?:之?后)?(?:方可)?(?:执行|实施|进行|办理))?(?=[，。；]|$)`,
  'u',
)
const AFTER = new RegExp(`(?<=^|，)${WHO}${APPROVES}之?后，?${ONLY_THEN}(?=[^，。；])`, 'u')
/** What is no act by itself, but when the act comes: 检验合格后，经…批准. */
const CONDITION = /[时后前的]$/

const isOurs = (names: string, known: readonly string[]): boolean =>
  names
    .split('、')
    .every((name) => (known.includes(name) || isPostList(name)) && postKindOf(name) !== 'external')

/** 工程部检查、值班经理: the last one approves, and what stands before is an act of its own. */
function apart(who: string, known: readonly string[]): string | null {
  if (isOurs(who, known)) return who
  const at = who.lastIndexOf('、')
  const last = who.slice(at + 1)
  return at > 0 && isOurs(last, known) ? `${who.slice(0, at)}，${last}` : null
}

/** The words of a sentence in plain signs; unchanged where nobody of the site approves. */
export function approverFirst(plain: string, known: readonly string[]): string {
  const leading = LEADING.exec(plain)
  const first = apart(leading?.[1] ?? '', known)
  if (leading && first !== null) {
    const rest = plain.slice(leading.index + leading[0].length)
    const isOthers = subjectOf(rest, known).names.length > 0 // 经总指挥批准，保管员转移藏品
    const approves = leading[2] ?? leading[3] ?? ''
    return isOthers ? plain : plain.replace(leading[0], `${first}${approves}`)
  }
  const [whole = '', what = '', comma = '', who = '', approves = ''] = TRAILING.exec(plain) ?? []
  if (whole !== '' && isOurs(who, known)) {
    if (!CONDITION.test(what)) return plain.replace(whole, `${who}${approves}${what}`)
    if (comma !== '') return plain.replace(whole, `${what}，${who}${approves}`)
  }
  const after = AFTER.exec(plain)
  return after && isOurs(after[1] ?? '', known)
    ? plain.replace(after[0], `${after[1]}${after[2]}`)
    : plain
}
