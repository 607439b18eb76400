/**
 * Makes risks, and talks with authorities and partners, of the rows of a list as offices keep it.
 * Which plan, owner or contact a name means, the station says.
 */
import type { Choice } from '../import/values.ts'
import { TALK_KIND_NAMES, TALK_KINDS, type TalkKind } from '../liaison/talk.ts'
import {
  RISK_GRADE_NAMES,
  RISK_GRADES,
  RISK_KIND_NAMES,
  RISK_KINDS,
  type RiskGrade,
  type RiskKind,
} from '../risk/risk.ts'
import { localized, type LocalizedText } from '../text.ts'
import {
  chooseOrAsk,
  listQuestions,
  LONGEST,
  rowReader,
  type CodeAnswers,
  type ListFault,
  type ListQuestion,
} from './list-rows.ts'
import type { ListSheet } from './lists.ts'

/** As it is sent; plan and owner by their names. What is not written is left out. */
export type ListedRisk = {
  row: number
  name: string
  kind: RiskKind
  grade: RiskGrade
  measures: string
  place?: string
  plan?: string
  owner?: string
  assessedOn?: string
}
export type ListedTalk = {
  row: number
  on: string
  name: string
  kind: TalkKind
  person: string
  words: string
  agreed?: string
}
type Outcome<T> = {
  rows: readonly T[]
  questions: readonly ListQuestion[]
  faults: readonly ListFault[]
}

/** What tables write for a grade beside its name: its word, and its colour (安委办〔2016〕11号). */
const GRADE_WORDS: Readonly<Record<RiskGrade, readonly LocalizedText[]>> = {
  major: [
    localized('重大风险', 'Major'),
    localized('重大', 'Red'),
    localized('红', 'Red'),
    localized('红色', 'Red'),
  ],
  considerable: [
    localized('较大风险', 'Considerable'),
    localized('较大', 'Orange'),
    localized('橙', 'Orange'),
    localized('橙色', 'Orange'),
  ],
  general: [
    localized('一般风险', 'General'),
    localized('一般', 'Yellow'),
    localized('黄', 'Yellow'),
    localized('黄色', 'Yellow'),
  ],
  low: [
    localized('低风险', 'Low'),
    localized('低', 'Blue'),
    localized('蓝', 'Blue'),
    localized('蓝色', 'Blue'),
  ],
}
export const RISK_GRADE_CHOICES: readonly Choice[] = RISK_GRADES.map((code) => ({
  code,
  names: [RISK_GRADE_NAMES[code], ...GRADE_WORDS[code]],
}))
export const RISK_KIND_CHOICES: readonly Choice[] = RISK_KINDS.map((code) => ({
  code,
  names: [RISK_KIND_NAMES[code]],
}))
export const TALK_KIND_CHOICES: readonly Choice[] = TALK_KINDS.map((code) => ({
  code,
  names: [TALK_KIND_NAMES[code]],
}))

const MOST_OF_A_RISK = { ...LONGEST, name: 500 }

/** `answers`: of kinds and of grades that the table names otherwise. */
export function riskRows(
  list: ListSheet,
  answers: { kinds: CodeAnswers; grades: CodeAnswers },
): Outcome<ListedRisk> {
  const { ask, questions } = listQuestions()
  const faults: ListFault[] = []
  const kinds = { choices: RISK_KIND_CHOICES, answers: answers.kinds }
  const grades = { choices: RISK_GRADE_CHOICES, answers: answers.grades }
  const rows = list.rows.flatMap((row): ListedRisk[] => {
    const { text, name, wrong, fail, optional, dayOf } = rowReader(row, MOST_OF_A_RISK)
    if (name === '') fail('name', 'name-missing')
    if (text('measures') === '') fail('measures', 'blank')
    const assessedOn = dayOf('day', true)
    const grade = chooseOrAsk(row, 'grade', grades, ask)
    const kind = chooseOrAsk(row, 'kind', kinds, ask)
    faults.push(...wrong)
    if (wrong.length > 0 || !grade || !kind) return []
    return [
      {
        ...{ row: row.row, name, kind: kind.code as RiskKind, grade: grade.code as RiskGrade },
        ...{ measures: text('measures'), ...optional('place', 'plan', 'owner') },
        ...(assessedOn !== null && { assessedOn }),
      },
    ]
  })
  return { rows, questions: [...questions.values()], faults }
}

export function talkRows(list: ListSheet, answers: CodeAnswers): Outcome<ListedTalk> {
  const { ask, questions } = listQuestions()
  const faults: ListFault[] = []
  const kinds = { choices: TALK_KIND_CHOICES, answers }
  const rows = list.rows.flatMap((row): ListedTalk[] => {
    const { text, name, wrong, fail, optional, dayOf } = rowReader(row)
    if (name === '') fail('name', 'name-missing')
    for (const field of ['person', 'words'] as const) if (text(field) === '') fail(field, 'blank')
    const on = dayOf('day', false)
    const kind = chooseOrAsk(row, 'kind', kinds, ask)
    faults.push(...wrong)
    if (wrong.length > 0 || !kind || on === null) return []
    return [
      {
        ...{ row: row.row, on, name, kind: kind.code as TalkKind },
        ...{ person: text('person'), words: text('words'), ...optional('agreed') },
      },
    ]
  })
  return { rows, questions: [...questions.values()], faults }
}
