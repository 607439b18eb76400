/**
 * Joins a plan file and its document file to a self-contained plan, and gives it its revision. It
 * judges nothing: that is the linter's part.
 */
import { createHash } from 'node:crypto'
import type { Call, Due, Question, Option, Plan, Role } from '#shared/domain/plan/plan.ts'
import { canonical } from '#shared/domain/canonical.ts'
import { isReportUntold } from '#shared/domain/plan/report-kind.ts'
import { USUAL_OPTIONS } from '#shared/domain/plan/usual-options.ts'
import { clausesCited, rolesNamed } from '#shared/domain/plan/walk.ts'
import { localized } from '#shared/domain/text.ts'
import type { DocumentData } from '#shared/contract/document-file.ts'
import type { CallData, QuestionData, PlanData } from '#shared/contract/plan-file.ts'

const options = (data: QuestionData): readonly Option[] =>
  Object.entries(data.options ?? USUAL_OPTIONS[data.kind] ?? {}).map(([value, label]) => ({
    value,
    label,
  }))

/**
 * A calendar is judged by the station; it still needs somebody to ask, and that is who commands.
 * Nothing reads it but a screen.
 */
const fact = (key: string, data: QuestionData, commander: string): Question => ({
  ...data,
  key,
  options: options(data),
  decidedBy: data.decidedBy ?? commander,
  recordOnly: data.recordOnly || data.kind === 'calendar',
})

/**
 * Whom a call is to: in its own words, else by the name of the post. Neither is left for the linter
 * to tell.
 */
const called = (document: DocumentData, { number, who, role }: CallData): Call => ({
  number,
  who: who ?? document.roles[role ?? '']?.name ?? localized('', ''),
  role,
})

/** All roles of a document, in its order. */
export const rolesOf = (document: DocumentData): readonly Role[] =>
  Object.entries(document.roles).map(([id, role]) => ({ id, ...role }))

/** The roles that are named, and whoever stands in for them. */
function needed(document: DocumentData, named: ReadonlySet<string>): readonly Role[] {
  const ids = new Set(named)
  for (const id of ids) for (const other of document.roles[id]?.substitutes ?? []) ids.add(other)
  return rolesOf(document).filter((role) => ids.has(role.id))
}

/** SHA-256 in hex over everything a plan says. A running incident keeps its plan by this. */
export const revisionOf = (plan: Omit<Plan, 'revision'>): string =>
  createHash('sha256').update(canonical(plan)).digest('hex')

/**
 * The plan of a file. Only the roles and clauses that it names come with it: an edit elsewhere in
 * the document is no new revision.
 */
export function mergePlan(document: DocumentData, data: PlanData): Plan {
  const commander = data.commander ?? document.commander
  const facts = Object.entries(data.facts).map(([key, item]) => fact(key, item, commander))
  const steps = data.steps.map(({ evidence, due, calls, ...step }) => ({
    ...step,
    ...(isReportUntold(step) && { report: null }),
    calls: calls.map((call) => called(document, call)),
    due: due as Due | null, // a day that is missing is told by the linter
    evidence: evidence && { what: evidence.what, keepDays: evidence.keep },
  }))
  const { activation, start } = data
  const cited = clausesCited({ steps, facts, activation, start })
  const plan: Omit<Plan, 'revision'> = {
    id: data.id,
    document: document.id,
    documentTitle: document.title,
    siteKinds: data.siteKinds ?? document.siteKinds,
    title: data.title,
    short: data.short,
    types: data.types,
    triggers: data.triggers,
    facts,
    steps,
    roles: needed(document, rolesNamed({ steps, facts, commander, activation })),
    commander,
    levels: Object.entries(document.levels).map(([level, name]) => ({
      level: Number(level),
      name,
    })),
    defaultLevel: data.level ?? document.level,
    clauses: Object.entries(document.clauses)
      .filter(([id]) => cited.has(id))
      .map(([id, clause]) => ({ id, ...clause })),
    completeness: data.completeness,
    openPoints: [...document.openPoints, ...data.openPoints],
    extends: data.extends,
    replaces: data.replaces,
    activation,
    start,
  }
  return { ...plan, revision: revisionOf(plan) }
}
