/** The register of risks, and talks with authorities and partners, as documents of one table. */
import { TALK_KIND_NAMES, type TalkKind } from '../liaison/talk.ts'
import { RISK_GRADE_NAMES, RISK_KIND_NAMES, type RiskGrade, type RiskKind } from '../risk/risk.ts'
import type { LocalizedText } from '../text.ts'
import type { Cell, Column, ReportDocument, Value } from './document.ts'
import { documentOf, type RegisterHead } from './register-document.ts'
import { column } from './table.ts'

const cell = (value: Value): Cell => ({ value })
/** A name of a person is one text in both languages; of a post it is two. */
const owned = (name: LocalizedText | null): Value => name && (name.zh === name.en ? name.zh : name)

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
        cell(RISK_GRADE_NAMES[risk.grade]),
        cell(risk.what),
        cell(risk.place),
        cell(RISK_KIND_NAMES[risk.kind]),
        cell(risk.measures),
        cell(risk.planTitle),
        cell(owned(risk.owner && risk.owner.name)),
        cell(risk.assessedOn),
        cell(risk.due),
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
        cell(talk.on),
        cell(talk.whom),
        cell(TALK_KIND_NAMES[talk.kind]),
        cell(talk.person),
        cell(talk.words),
        cell(talk.agreed),
      ]),
  })
