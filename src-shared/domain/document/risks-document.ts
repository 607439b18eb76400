/** The register of risks, and talks with authorities and partners, as documents of one table. */
import { TALK_KIND_NAMES, type TalkKind } from '../liaison/talk.ts'
import { RISK_GRADE_NAMES, RISK_KIND_NAMES, type RiskGrade, type RiskKind } from '../risk/risk.ts'
import type { LocalizedText } from '../text.ts'
import type { Column, ReportDocument } from './document.ts'
import { documentOf, type RegisterHead } from './register-document.ts'
import { column, nameValue, plain } from './table.ts'

const RISKS: readonly Column[] = [
  column('grade', '等级', 'Grade', 'text'),
  column('what', '风险', 'Risk', 'text'),
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

/** Those that stand. */
export const risksDocument = (risks: readonly Listed[], head: RegisterHead): ReportDocument =>
  documentOf('risks', head, {
    columns: RISKS,
    rows: risks
      .filter(({ withdrawn }) => withdrawn === null)
      .map((risk) => [
        plain(RISK_GRADE_NAMES[risk.grade]),
        plain(risk.what),
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
  column('on', '日期', 'Day', 'date'),
  column('whom', '和谁', 'With whom', 'text'),
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
    rows: talks
      .filter(({ withdrawn }) => withdrawn === null)
      .map((talk) => [
        plain(talk.on),
        plain(talk.whom),
        plain(TALK_KIND_NAMES[talk.kind]),
        plain(talk.person),
        plain(talk.words),
        plain(talk.agreed),
      ]),
  })
