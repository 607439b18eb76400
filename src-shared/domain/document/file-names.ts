/**
 * What the file of a document is called: in the words of its reader, without an ending, and with no
 * sign that any system refuses in a name.
 */
import { periodOf } from '../statistics/period.ts'
import { dateText, monthText } from '../wording/period.ts'
import type { ReportDocument } from './document.ts'
import { REGISTER_NAMES, type RegisterName } from './register-document.ts'

const MONTH = /^(\d{4}-\d{2})-report(?:(-draft)|-correction-(\d+))?$/
const PERIOD = /^(\d{4}-\d{2}-\d{2})-(\d{4}-\d{2}-\d{2})-statistics$/
const HANDOVER = /^handover-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})-([\w-]+)$/
const UPKEEP = /^upkeep-(template|[\d-]+)$/
const FILING = /^filing-(?:document|plan)-([\w-]+?)(?:-(\d{4}-\d{2}-\d{2}))?$/
const ACTIONS = /^actions-([\d-]+)$/
const REGISTER = /^(people|duty|contacts|places)-(template|[\d-]+)$/
const POWER_CUT = /^power-cut-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})$/
const BULLETIN =
  /^(bulletin|response-report|written-report)-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})-(\d+)$/
const BULLETINS: Readonly<Record<string, string>> = {
  bulletin: '信息报告',
  'response-report': '启动响应报告',
  'written-report': '书面报告',
}
const PERSON = /^person-(\d{4}-\d{2}-\d{2})$/
const INTAKE = /^intake-\d{4}-\d{2}-\d{2}$/
const INCIDENT = /^incident-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})-([\w-]+)$/

/** `2026年11月`, `2026年`, `2026年11月24日`, `2026年10月30日至11月2日` */
function daysText(from: string, to: string): string {
  const [month, year] = [from.slice(0, 7), from.slice(0, 4)]
  if (periodOf('month', month)?.from === from && periodOf('month', month)?.to === to)
    return monthText(month).zh
  if (from === `${year}-01-01` && to === `${year}-12-31`) return `${year}年`
  if (from === to) return dateText(from).zh
  const end = dateText(to).zh
  return `${dateText(from).zh}至${to.startsWith(year) ? end.slice(5) : end}`
}

/**
 * In Chinese `2026年10月月报（草稿）`, in English as the document is named: `2026-10-report-draft`.
 * A name of another form stays.
 */
export function fileNameOf(
  { name, mark }: Pick<ReportDocument, 'name' | 'mark'>,
  language: 'zh' | 'en',
): string {
  if (language === 'en') return name
  const [ofMonth, month = '', draft, number] = MONTH.exec(name) ?? []
  if (ofMonth !== undefined)
    return `${monthText(month).zh}月报${draft ? '（草稿）' : number ? `（更正第${number}号）` : ''}`
  const [ofPeriod, from = '', to = ''] = PERIOD.exec(name) ?? []
  // only figures and records of drills are marked
  if (ofPeriod !== undefined) return `${daysText(from, to)}${mark ? '演练' : '突发事件'}统计`
  const [ofHandover, shiftYear = '', shiftMonth = '', shiftDay = '', ...shift] =
    HANDOVER.exec(name) ?? []
  if (ofHandover !== undefined)
    return `${dateText(`${shiftYear}-${shiftMonth}-${shiftDay}`).zh}${shift[0]}时${shift[1]}分交接班-${shift[2]}`
  const [, actionsOn = ''] = ACTIONS.exec(name) ?? []
  if (actionsOn !== '') return `整改措施${actionsOn}`
  const [, upkeepOf = ''] = UPKEEP.exec(name) ?? []
  if (upkeepOf !== '') return `预案日期${upkeepOf === 'template' ? '（空表）' : upkeepOf}`
  const [, filed = '', issued] = FILING.exec(name) ?? []
  if (filed !== '') return `预案备案材料-${filed}${issued ? `-${issued}` : ''}`
  const [, register = '', of = ''] = REGISTER.exec(name) ?? []
  if (register !== '')
    return `${REGISTER_NAMES[register as RegisterName].zh}${of === 'template' ? '（空表）' : of}`
  const [ofPowerCut, cutYear = '', cutMonth = '', cutDay = '', ...cut] = POWER_CUT.exec(name) ?? []
  if (ofPowerCut !== undefined)
    return `${dateText(`${cutYear}-${cutMonth}-${cutDay}`).zh}${cut[0]}时${cut[1]}分断电纸`
  const [ofBulletin, series = '', sentYear = '', sentMonth = '', sentDay = '', ...sent] =
    BULLETIN.exec(name) ?? []
  if (ofBulletin !== undefined)
    return `${dateText(`${sentYear}-${sentMonth}-${sentDay}`).zh}${sent[0]}时${sent[1]}分${BULLETINS[series]}第${sent[2]}报`
  const [, queried] = PERSON.exec(name) ?? []
  if (queried !== undefined) return `个人信息查询${queried}`
  if (INTAKE.test(name)) return '接报单（空白）'
  const [ofIncident, year = '', m = '', d = '', hour = '', minute = '', id = ''] =
    INCIDENT.exec(name) ?? []
  if (ofIncident === undefined) return name
  return `${dateText(`${year}-${m}-${d}`).zh}${hour}时${minute}分${mark ? '演练' : '事件'}记录-${id}`
}
