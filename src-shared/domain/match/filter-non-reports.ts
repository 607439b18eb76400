/**
 * Leaves out of a narrative what is no report: a fault that is over (热线恢复了), an inquiry (燃气费怎么交),
 * a talk of the past or of a rehearsal (去年着火的材料). A clause in doubt stays in: a plan too many is
 * seen and not taken, a plan too few may be missed.
 */

/** Where one clause ends and the next begins. A blank does so between Chinese characters only. */
const BETWEEN = /[,，。;；!！?？:：\n]+|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u

/** Not yet, or again: then nothing is over. */
const STILL =
  /又|再次|仍|还是|还没|还在|一直|没有?(恢复|修好|修复|好|通|来电|解决|解除)|未|尚|恢复不|修不|解决不|不了|但|可是|却/
const ENDED = new RegExp(
  [
    '(已经?|都|全部|全|刚刚?|终于)(恢复|修好|修复|解除|扑灭|排除|解决|处理完|处理好|没事|好了|正常|通了|能用|可以用|来电)',
    '(恢复|修好|修复|扑灭|解除|解决|处理完|处理好|抢修好|抢修完|故障排除|险情排除)了',
    '(火|火势|明火)[^灯]{0,3}灭了$',
    '(伤员|伤者|病人|人)(已经?|都)(送走|接走)了$',
    '(走失|走丢|丢|孩子|小孩|老人|手机|钱包|证件?)[^炸疑]*找[到回]了?$',
    '(恢复(正常|供电|通话|使用|营业)|一切正常|没事了|通了|电来了|来电了?|不漏了|(?<![不快])好了|误报|虚惊一场)$',
    '\\b(restored|fixed|repaired|resolved|back to normal|false alarm)\\b',
  ].join('|'),
  'u',
)
const NOT_ENDED =
  /不通了|\b(not|isn't|cannot be|can't be) (yet )?(restored|fixed|repaired|resolved)\b/u

/** An ending and nothing else: it speaks of what was said before. */
const ONLY_ENDED = new RegExp(
  // 好了 alone may just be what one says before going on
  '^(现在|这会儿|后来|终于|已经?|都|也|全|刚刚?)+(好|正常|没事)了?$' +
    '|^(现在|这会儿|后来|终于|已经?|都|也|全|刚刚?|刚才|原来|是)*(恢复|恢复正常|恢复供电|修好|修复|没事了|解除|误报|解决|处理好|处理完|虚惊一场)了?$',
  'u',
)

const INQUIRY =
  /怎么(办理|交|缴|开户|申请|收费?|充值|预约|查询|走)|几点|多少钱|是多少|什么时候(做|办|开|上班|重新|举行)|要?带什么|(收到|写好|结|做完|办完)了吗$/
const PAST =
  /(昨[天日晚]|前[天年]|上个?(周|星期|礼拜|月)|去年|上次|那次).*(吗$|多少|什么时候|哪|怎么(处理|样|回事)|的(时候|事|材料|报告|总结)|报告|出院)/
const REHEARSAL =
  /(演练|演习|培训|宣传)(的|总结|方案|通知|记录|计划|什么|改|手?册)|^(假设|假定|假如|模拟)|计划(内|性)?(停电|停气|检修)|停[电气](通知|计划|预告|检修)|检[测查](完|正常)/

/** 演习铃响 is no alarm; 不是演习, or what goes wrong in one (演习时有人摔伤), is. */
const DRILL = /演[习练]/
const NO_DRILL = /(不是|并非|不像|没有|非)演[习练]|演[习练](的?时|中|到|结束|完)|真|突然|结果|有人/

const isResolved = (clause: string): boolean =>
  ENDED.test(clause) && !NOT_ENDED.test(clause) && !STILL.test(clause)
const isNoReport = (clause: string, drill: boolean): boolean =>
  INQUIRY.test(clause) ||
  PAST.test(clause) ||
  (!drill && (REHEARSAL.test(clause) || (DRILL.test(clause) && !NO_DRILL.test(clause))))

/**
 * What is left of a narrative that is a report, in its order, clauses parted by a comma: nothing,
 * if all of it is over. In a drill what is rehearsed is the report.
 */
export function filterNonReports(narrative: string, drill = false): string {
  const clauses = narrative
    .split(BETWEEN)
    .map((clause) => clause.trim())
    .filter(Boolean)
  const ending = clauses.findLastIndex((clause) => ONLY_ENDED.test(clause))
  const after = clauses.slice(ending + 1)
  const open = after.some((clause) => STILL.test(clause)) ? clauses : after
  return open.filter((clause) => !isResolved(clause) && !isNoReport(clause, drill)).join(',')
}
