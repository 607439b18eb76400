/** The register of risks, and talks with authorities and partners, as documents of one table. */
import { TALK_KIND_NAMES, type TalkKind } from '../liaison/talk.ts'
import { RISK_GRADE_NAMES, RISK_KIND_NAMES, type RiskGrade, type RiskKind } from '../risk/risk.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Cell, Column, ReportDocument } from './document.ts'
import { documentOf, type RegisterHead } from './register-document.ts'
import { column, nameValue, plain } from './table.ts'

const RISKS: readonly Column[] = [
  column('what', '风险', 'Risk', 'text'),
  column('grade', '等级', 'Grade', 'text'),
  column('place', '地点', 'Place', 'text'),
  column('kind', '类别', 'Kind', 'text'),
  column('measures', '管控措施', 'What is done about it', 'text'),
  column('plan', '对应的预案', 'Plan', 'text'),
  column('owner', '责任人', 'Owner', 'text'),
  column('assessedOn', '评估日期', 'Assessed on', 'date'),
  column('due', '复评期限', 'Again by', 'date'),
]
type Listed = {
  grade: RiskGrade
  what: string
  place: string | null
  kind: RiskKind
  measures: string
  planTitle: LocalizedText | null
  owner: { name: LocalizedText } | null
  assessedOn: string
  due: string | null
  withdrawn: object | null
}

/** Examples to fill in after, which are not read. */
const RISK_EXAMPLE: readonly Cell[] = [
  plain(localized('示例：后厨燃气泄漏', 'Example: gas leak in the kitchen')),
  plain(RISK_GRADE_NAMES.considerable),
  plain(localized('后厨', 'Kitchen')),
  plain(RISK_KIND_NAMES.accident),
  plain(localized('装报警器，每天收市关总阀', 'Alarm fitted, main valve shut each evening')),
  plain(null),
  plain(localized('后勤主管', 'Head of services')),
  plain('2026-01-15'),
  plain(null),
]
const TALK_EXAMPLE: readonly Cell[] = [
  plain(localized('示例：辖区消防救援站', 'Example: the fire station')),
  plain('2026-01-15'),
  plain(TALK_KIND_NAMES.visit),
  plain(localized('王小明', 'Wang Xiaoming')),
  plain(localized('一起看了消火栓和消防通道', 'Walked along hydrants and fire lanes')),
  plain(localized('每季度来一次', 'They come each quarter')),
]

/** Those that stand; of a table to fill in the example. */
const rowsOf = <T extends { withdrawn: object | null }>(
  all: readonly T[],
  example: readonly Cell[],
  { template }: RegisterHead,
  draw: (entry: T) => readonly Cell[],
): readonly (readonly Cell[])[] =>
  template ? [example] : all.filter(({ withdrawn }) => withdrawn === null).map(draw)

/** Those that stand. */
export const risksDocument = (risks: readonly Listed[], head: RegisterHead): ReportDocument =>
  documentOf('risks', head, {
    columns: RISKS,
    rows: rowsOf(risks, RISK_EXAMPLE, head, (risk) => [
      plain(risk.what),
      plain(RISK_GRADE_NAMES[risk.grade]),
      plain(risk.place),
      plain(RISK_KIND_NAMES[risk.kind]),
      plain(risk.measures),
      plain(risk.planTitle),
      plain(risk.owner && nameValue(risk.owner.name)),
      plain(risk.assessedOn),
      plain(risk.due),
    ]),
  })

const TALKS: readonly Column[] = [
  column('whom', '和谁', 'With whom', 'text'),
  column('on', '日期', 'Day', 'date'),
  column('kind', '方式', 'How', 'text'),
  column('person', '本单位谁去的', 'Who of the site', 'text'),
  column('words', '谈了什么', 'What about', 'text'),
  column('agreed', '约定了什么', 'Agreed', 'text'),
]
type Talked = {
  on: string
  whom: string
  kind: TalkKind
  person: string
  words: string
  agreed: string | null
  withdrawn: object | null
}

/** Those that stand. */
export const talksDocument = (talks: readonly Talked[], head: RegisterHead): ReportDocument =>
  documentOf('talks', head, {
    columns: TALKS,
    rows: rowsOf(talks, TALK_EXAMPLE, head, (talk) => [
      plain(talk.whom),
      plain(talk.on),
      plain(TALK_KIND_NAMES[talk.kind]),
      plain(talk.person),
      plain(talk.words),
      plain(talk.agreed),
    ]),
  })
