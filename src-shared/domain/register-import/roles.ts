/** What the columns of a roster are, by what stands over them. */
import { plainText } from './sheet.ts'

/**
 * `person`: whose row it is · `shift`, `post`: names of those · `label`: of one of both ·
 * `cells`: what is read day by day, with its head as a label · `weekday` · `skip`: nothing that a
 * roster needs.
 */
export const COLUMN_ROLES = [
  'person',
  'shift',
  'post',
  'label',
  'cells',
  'weekday',
  'skip',
] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

const HEADS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'skip',
    /^(?:序号|编号|工号|no\.?|#|备注|说明|合计|小计|总计|共计|天数|工时|出勤.*|签名|签字|.*电话.*|.*手机.*|联系方式|短号|值班室|部门|班组|小组|组别|科室|单位|节假日|remarks?|notes?|total|team|department|phone|mobile|tel(?:ephone)?)$/i,
  ],
  ['weekday', /^(?:星期|周|礼拜|周几|weekday|day of week)$/i],
  ['shift', /^(?:班次|班别|班|时段|值班时间|上班时间|时间|班次时间|shift|time)$/i],
  ['post', /^(?:岗位|岗|值班岗位|职务|职位|岗位名称|角色|post|position|role)$/i],
  [
    'person',
    /^(?:姓名|人员|人员姓名|值班人员?|值班人姓名|员工|员工姓名|名字|值守人员?|带班人员?|name|staff|person|people|employee|on duty)$/i,
  ],
]
/** Where two heads stand in one corner: `日期 姓名`, `姓名/日期`. */
const CORNER = /(?:日期|时间|星期|日|date)/i

/** Without remarks in brackets and blanks; a corner without its half about days. */
const headText = (text: string): string => {
  const whole = plainText(text)
    .replace(/\(.*?\)/g, '')
    .trim()
  const parts = whole.split(/[\s/\\|、]+/).filter((part) => part !== '')
  const rest = parts.filter((part) => !CORNER.test(part) || part.length > 4)
  return (rest.length > 0 && rest.length < parts.length ? rest : parts).join('')
}

/** What the head of a column says that it is; null: nothing that is known. */
export function roleOf(head: string): ColumnRole | null {
  const text = headText(head)
  return HEADS.find(([, words]) => words.test(text))?.[0] ?? null
}

/** Whether a column is one of days: `日期`, `日`, `Date`. */
export const isDayColumn = (head: string): boolean =>
  /^(?:日期|日|号|值班日期|时间|date|day)$/i.test(plainText(head))
