/** Says where in the record a personal value stands: in whose stream, and as what. */
import { isSealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'

/** By the stream's name, or how it begins. */
const STREAMS: readonly (readonly [string, LocalizedText])[] = [
  ['incident.', localized('事件', 'incident')],
  ['action.', localized('整改措施', 'corrective actions')],
  ['training-course.', localized('培训考核', 'exams')],
  ['training-session.', localized('培训场次', 'training sessions')],
  ['sign-off.', localized('预案签收', 'sign-offs of plans')],
  ['drill.', localized('演练', 'drills')],
  ['drill-script.', localized('演练脚本', 'drill scripts')],
  ['supply-request.', localized('调配单', 'supply requests')],
  ['supply.', localized('应急物资', 'supplies')],
  ['stock-taking.', localized('盘点', 'stock-takings')],
  ['upkeep.', localized('预案维护', 'plan upkeep')],
  ['plan-paper.', localized('纸质预案', 'papers of plans')],
  ['checklist.', localized('检查表', 'checklists')],
  ['check.', localized('检查', 'checks')],
  ['occasion.', localized('会务活动', 'events')],
  ['risk.', localized('风险', 'risks')],
  ['liaison.', localized('往来', 'talks with authorities')],
  ['purge.', localized('保留与清除', 'holds and purges')],
  ['roster', localized('人员', 'people')],
  ['duty', localized('值班表', 'duty roster')],
  ['contacts', localized('通讯录', 'contacts')],
  ['room', localized('撤离值班室', 'leaving the room')],
  ['warnings', localized('外来预警', 'warnings from outside')],
  ['handover', localized('交接班', 'shift handover')],
  ['desk.', localized('控制台登记', 'signing on')],
  ['import', localized('导入', 'imports')],
]
const ELSEWHERE = localized('设置的原因', 'reasons of settings')

const FIELDS: Readonly<Record<string, LocalizedText>> = {
  narrative: localized('来电所述', 'what was reported'),
  reporter: localized('来电人', 'caller'),
  person: localized('人名', 'person'),
  persons: localized('人名', 'person'),
  people: localized('通知的人', 'who was told'),
  name: localized('名称', 'name'),
  phone: localized('电话', 'telephone'),
  number: localized('号码', 'number'),
  numbers: localized('号码', 'number'),
  who: localized('通话对方', 'who was called'),
  words: localized('说的话', 'words'),
  reason: localized('原因', 'reason'),
  note: localized('备注', 'remark'),
  channel: localized('渠道', 'channel'),
  commander: localized('指挥', 'commander'),
  keeper: localized('证据保管人', 'keeper of evidence'),
  what: localized('事项', 'matter'),
  why: localized('问题或教训', 'problem or lesson'),
  evidence: localized('佐证', 'evidence'),
  place: localized('地点', 'place'),
  to: localized('交给', 'handed to'),
  permit: localized('许可文号', 'permit'),
  text: localized('正文', 'text'),
  signatory: localized('签发人', 'signatory'),
  approvedBy: localized('批准人', 'approved by'),
  whom: localized('告知对象', 'who was told'),
  how: localized('告知方式', 'how it was told'),
}
const WORDS = localized('文字', 'words')

/** What the stream of a value is called. */
export const placeOf = (stream: string): LocalizedText =>
  STREAMS.find(([name]) => stream.startsWith(name))?.[1] ?? ELSEWHERE

/** As what the value of a seal stands in the body of an event. */
export function fieldOf(body: unknown, sealed: string): LocalizedText {
  const key = keyOf(body, sealed, '')
  return (key === null ? undefined : FIELDS[key]) ?? WORDS
}

/** The nearest name on the way to it. */
function keyOf(value: unknown, sealed: string, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (isSealed(value)) return value.sealed === sealed ? key : null
  for (const [name, part] of Object.entries(value)) {
    const nearest = keyOf(part, sealed, Array.isArray(value) ? key : name)
    if (nearest !== null) return nearest
  }
  return null
}
