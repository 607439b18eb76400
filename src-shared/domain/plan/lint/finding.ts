/** Defines a finding of the linter: one fault, where it is, in words for a planner. */
import { localized, type LocalizedText } from '../../text.ts'
import type { Category, IncidentType, Plan, Role, Question } from '../plan.ts'

export type Severity = 'error' | 'warning'

/**
 * `path` is the way to the place inside the file: `steps.hl-06.due.from`. `planId` is null for what
 * stands in the document file. An error keeps the plan from being loaded; a warning is only told.
 */
export type Finding = {
  severity: Severity
  code: string
  document: string
  planId: string | null
  path: string
  message: LocalizedText
}

/** A finding before it is known whose it is. */
export type FindingDraft = Omit<Finding, 'document' | 'planId'>
export type PlanRule = (plan: Plan) => readonly FindingDraft[]

/** What a document gives to its plans, as far as the linter looks at it. */
export type LintedDocument = {
  id: string
  roles: readonly Role[]
  categories: readonly Category[]
  types: readonly IncidentType[]
}
export type LintedLibrary = { documents: readonly LintedDocument[]; plans: readonly Plan[] }

export const error = (code: string, path: string, zh: string, en: string): FindingDraft => ({
  severity: 'error',
  code,
  path,
  message: localized(zh, en),
})
export const warning = (code: string, path: string, zh: string, en: string): FindingDraft => ({
  ...error(code, path, zh, en),
  severity: 'warning',
})

export const unknownStep = (path: string, id: string): FindingDraft =>
  error('unknown-step', path, `本预案没有“${id}”这一步`, `This plan has no step “${id}”`)
export const unknownOption = (fact: Question, value: string, path: string): FindingDraft => {
  const offered = fact.options.map((option) => option.value)
  return error(
    'unknown-option',
    path,
    `“${fact.key}”没有“${value}”这个选项，可用：${offered.join('、')}`,
    `“${fact.key}” has no option “${value}”; it has: ${offered.join(', ')}`,
  )
}
export const unknownFact = (path: string, key: string): FindingDraft =>
  error('unknown-fact', path, `本预案没有“${key}”这个问题`, `This plan has no question “${key}”`)

/**
 * A finding for each value that stands more than once. `pathOf` says where the second one stands.
 */
export function repeated(
  values: readonly string[],
  draft: (value: string) => FindingDraft,
): readonly FindingDraft[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))].map(draft)
}
